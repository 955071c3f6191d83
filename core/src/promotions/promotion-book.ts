import type { Compiled, Goods } from './compile-promotion';
import { compilePromotion } from './compile-promotion';
import type { Promotion } from './model';

/** A seller's promotions, by the goods they are about: a cart asks only those that may mean something to it. */
export interface PromotionBook {
  /** Those whose scope has these goods; the same list for the same SKU. */
  about(goods: Goods): readonly Compiled[];
  /** Those that name every good there is. */
  readonly open: readonly Compiled[];
  readonly all: readonly Compiled[];
  byId(promotionId: string): Compiled | undefined;
}

/** Puts promotions into a book. Those of kinds nobody knows are left out. */
export function bookOf(promotions: readonly Promotion[]): PromotionBook {
  const all = promotions
    .flatMap((promotion) => compilePromotion(promotion) ?? [])
    .filter(({ promotion }) => promotion.state === 'live')
    .sort((left, right) => compareIds(left.promotion.id, right.promotion.id));
  const open = all.filter(isOpen);
  const closed = all.filter((one) => !isOpen(one));
  const index = new Map<string, Compiled[]>();
  for (const one of closed) {
    for (const word of wordsOf(one)) {
      const found = index.get(word);
      if (found) found.push(one);
      else index.set(word, [one]);
    }
  }
  const ids = new Map(all.map((one) => [one.promotion.id, one]));
  const known = new Map<string, readonly Compiled[]>();
  return {
    all,
    open,
    byId: (id) => ids.get(id),
    about(goods) {
      const before = known.get(goods.skuId);
      if (before) return before;
      const { skuId, category, brand, productLine } = goods;
      const found = new Set(
        [`s ${skuId}`, `c ${category}`, `b ${brand}`, `l ${productLine}`].flatMap(
          (word) => index.get(word) ?? [],
        ),
      );
      const answer = [...found].filter((one) => one.covers(goods));
      known.set(skuId, answer);
      return answer;
    },
  };
}

function isOpen({ promotion: { scope } }: Compiled): boolean {
  const { skuIds, categories, brands, productLines } = scope;
  return skuIds.length + categories.length + brands.length + productLines.length === 0;
}

function wordsOf({ promotion: { scope } }: Compiled): readonly string[] {
  return [
    ...scope.skuIds.map((id) => `s ${id}`),
    ...scope.categories.map((id) => `c ${id}`),
    ...scope.brands.map((id) => `b ${id}`),
    ...scope.productLines.map((line) => `l ${line}`),
  ];
}

const compareIds = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
