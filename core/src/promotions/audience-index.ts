import { prefixOf } from '../platform/regions';
import type { Compiled } from './compile-promotion';
import { type BuyerOfGroups, isFor } from './is-for-buyer';

/** Whom the promotions of a book are for, worked out once for all buyers whom they cannot tell apart. */
export interface AudienceIndex {
  /** True at the places of the promotions that mean a buyer. */
  meantBy(buyer: BuyerOfGroups): readonly boolean[];
}

/** So many sorts of buyers are remembered at once. */
const rememberedSorts = 1_000;

/** Indexes promotions by whom they are for. */
export function indexAudiences(all: readonly Compiled[]): AudienceIndex {
  const audiences = all.map(({ promotion }) => promotion.audience);
  const prefixes = new Set(audiences.flatMap(({ regionPrefixes }) => regionPrefixes.map(prefixOf)));
  const lengths = [...new Set([...prefixes].map(({ length }) => length))];
  const groups = [...new Set(audiences.flatMap(({ groupIds }) => groupIds))];
  const channels = [...new Set(audiences.flatMap((audience) => audience.channels))];
  const named = new Set(
    audiences.flatMap(({ buyerIds, excludedBuyerIds }) => [...buyerIds, ...excludedBuyerIds]),
  );
  const known = new Map<string, readonly boolean[]>();
  /** Two buyers with the same key are meant by the same promotions. */
  const keyOf = ({ id, level, channel, regionCode, groupIds }: BuyerOfGroups): string => {
    let key = `${level} ${named.has(id) ? id : ''} ${channels.indexOf(channel)}`;
    for (const length of lengths) {
      const prefix = regionCode.slice(0, length);
      key += prefixes.has(prefix) ? ` ${prefix}` : '';
    }
    key += ' ';
    for (const group of groups) key += groupIds.has(group) ? '+' : '-';
    return key;
  };
  return {
    meantBy(buyer) {
      const key = keyOf(buyer);
      const found = known.get(key);
      if (found) return found;
      const isMeant: boolean[] = [];
      for (const { place, promotion } of all) isMeant[place] = isFor(promotion.audience, buyer);
      if (known.size >= rememberedSorts) known.clear();
      known.set(key, isMeant);
      return isMeant;
    },
  };
}
