import { RightOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { HeldDivision, Holder, Region } from './model';
import type { SellerHue } from './seller-hues';
import { holderTexts } from './map-option';

const NAMED_AT_ONCE = 2;

function Holders({ holders, hueOf }: { holders: readonly Holder[]; hueOf: ReadonlyMap<string, string> }) {
  if (holders.length === 0) return <span className="tp-faint">尚未授权</span>;
  const texts = holderTexts(holders);
  return (
    <span title={texts.join('\n')}>
      {holders.slice(0, NAMED_AT_ONCE).map((holder, index) => (
        <span key={holder.sellerId} className="territory-holder">
          <i style={{ background: hueOf.get(holder.sellerId) }} aria-hidden />
          {texts[index]}
        </span>
      ))}
      {holders.length > NAMED_AT_ONCE && <span className="tp-muted">等 {holders.length} 家</span>}
    </span>
  );
}

interface DivisionListProps {
  divisions: readonly HeldDivision[];
  hues: readonly SellerHue[];
  picked: ReadonlySet<string>;
  mayPick: boolean;
  onPick: (region: Region) => void;
  onEnter: (region: Region) => void;
}

/** The same as the map for the keyboard, and where there are no shapes. */
export function DivisionList({ divisions, hues, picked, mayPick, onPick, onEnter }: DivisionListProps) {
  const hueOf = new Map(hues.map(({ sellerId, hue }) => [sellerId, hue]));
  return (
    // A box that scrolls can be reached by the keyboard.
    <ul className="territory-list" data-testid="territory-list" aria-label="下级区域" tabIndex={0}>
      {divisions.map((division) => (
        <li key={division.code} className={picked.has(division.code) ? 'territory-picked' : undefined}>
          {mayPick ? (
            <Checkbox
              checked={picked.has(division.code)}
              onChange={() => onPick(division)}
              data-testid={`territory-pick-${division.code}`}
            >
              {division.name}
            </Checkbox>
          ) : (
            <span>{division.name}</span>
          )}
          <Holders holders={division.holders} hueOf={hueOf} />
          {division.hasChildren && (
            <Button
              type="text"
              size="small"
              icon={<RightOutlined />}
              aria-label={`进入${division.name}`}
              onClick={() => onEnter(division)}
              data-testid={`territory-enter-${division.code}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
