import type { RequestLine } from '../orders';
import type { DemoGood } from './goods';

/** Base units of a good that a buyer would still take from its seller. */
export type FreshOf = (good: DemoGood) => number;

export const caseOf = ({ sku }: DemoGood): number => sku.units[0]?.factor ?? 1;

const lineOf = (good: DemoGood, cases: number, at: number): RequestLine => ({
  lineNo: at + 1,
  skuId: good.sku.id,
  quantity: cases * caseOf(good),
  agreed: null,
});

/** A few goods a store runs low on: what sells best most often, and now and then something its seller is out of. */
export function storeBasket(
  random: () => number,
  carried: readonly DemoGood[],
  freshOf: FreshOf,
): readonly RequestLine[] {
  const wanted = new Map<DemoGood, number>();
  const size = 2 + Math.floor(random() * 5);
  for (let tries = 0; tries < size * 3 && wanted.size < size; tries += 1) {
    const good = carried[Math.floor(random() ** 2 * carried.length)];
    if (!good || wanted.has(good)) continue;
    const cases = 1 + Math.floor(random() ** 2 * 4);
    if (freshOf(good) >= cases * caseOf(good) || random() < 0.004) wanted.set(good, cases);
  }
  return [...wanted].map(([good, cases], at) => lineOf(good, cases, at));
}

/** The brand's first goods. */
const isKnown = ({ sku }: DemoGood) => sku.id <= 'QG1058';

/** What a distributor fills up: goods HQ has, of which it has little that is still fresh enough for its stores. */
export function distributorBasket(
  random: () => number,
  carried: readonly DemoGood[],
  freshOf: FreshOf,
  offered: FreshOf,
  scale: number,
): readonly RequestLine[] {
  const much = Math.max(1, scale);
  return [...carried.filter(isKnown), ...carried.filter((good) => !isKnown(good))]
    .flatMap((good, at): readonly (readonly [DemoGood, number])[] => {
      const cases = freshOf(good) / caseOf(good);
      // What sells best is kept in larger numbers, and so are the goods the brand is known for.
      const target = (isKnown(good) ? 40 : at < carried.length / 3 ? 20 : 10) * much;
      if (cases >= (isKnown(good) ? target / 2 : target / 3)) return [];
      const wanted = Math.ceil(target - cases + random() * 4);
      return offered(good) >= wanted * caseOf(good) || random() < 0.003 ? [[good, wanted]] : [];
    })
    .slice(0, 36)
    .map(([good, cases], at) => lineOf(good, cases, at));
}
