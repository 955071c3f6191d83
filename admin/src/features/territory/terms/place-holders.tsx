import { useHolders } from '../queries';
import { holderTexts } from '../map-option';
import { codesOver, COUNTRY } from '../region-codes';
import type { Channel } from '../../../ui/channels';

interface PlaceHoldersProps {
  /** A district. */
  regionCode: string;
  channel: Channel;
  on: string | undefined;
}

/** Whose a district is: everybody who is granted it. */
export function PlaceHolders({ regionCode, channel, on }: PlaceHoldersProps) {
  const parent = codesOver(regionCode).at(-1) ?? COUNTRY;
  const held = useHolders(parent, { sellerId: undefined, productLine: undefined, channel, on });
  const district = held.data?.items.find(({ code }) => code === regionCode);
  if (!district) return null;
  const texts = holderTexts(district.holders);
  return (
    <p data-testid="place-holders">
      {district.name}
      {texts.length === 0 ? '还没有授权给任何经销商。' : `的经销商：${texts.join('、')}。`}
    </p>
  );
}
