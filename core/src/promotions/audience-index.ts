import { liesIn } from '../platform/regions';
import type { CartBuyer } from './cart';
import type { Compiled } from './compile-promotion';
import { isFor } from './is-for-buyer';

/** Whom the promotions of a book are for, worked out once for all buyers whom they cannot tell apart. */
export interface AudienceIndex {
  /** True at the places of the promotions that mean a buyer. */
  meantBy(buyer: CartBuyer): readonly boolean[];
}

/** So many sorts of buyers are remembered at once. */
const rememberedSorts = 1_000;

/** Indexes promotions by whom they are for. */
export function indexAudiences(all: readonly Compiled[]): AudienceIndex {
  const audiences = all.map(({ promotion }) => promotion.audience);
  const regions = [...new Set(audiences.flatMap(({ regionPrefixes }) => regionPrefixes))];
  const groups = [...new Set(audiences.flatMap(({ groupIds }) => groupIds))];
  const named = new Set(
    audiences.flatMap(({ buyerIds, excludedBuyerIds }) => [...buyerIds, ...excludedBuyerIds]),
  );
  const known = new Map<string, readonly boolean[]>();
  /** Two buyers with the same key are meant by the same promotions. */
  const keyOf = ({ id, level, channel, regionCode, groupIds }: CartBuyer): string =>
    JSON.stringify([
      level,
      channel,
      regions.filter((area) => liesIn(regionCode, area)),
      groups.filter((group) => groupIds.has(group)),
      named.has(id) ? id : null,
    ]);
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
