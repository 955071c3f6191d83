import { type AudienceIndex, indexAudiences } from './audience-index';
import type { Compiled, Goods } from './compile-promotion';
import { compilePromotion } from './compile-promotion';
import type { Promotion } from './model';

/** The promotions about some goods. */
export interface About {
  /** Those in whose scope they lie. */
  readonly scope: readonly Compiled[];
  /** Those whose rule looks for them in the cart, whatever its scope. */
  readonly named: readonly Compiled[];
}

/** A seller's promotions, by the goods they are about: a cart asks only those that may mean something to it. */
export interface PromotionBook {
  /** Those that name these goods, in their scope or in their rule. */
  about(goods: Goods): About;
  /** Those whose scope is everything, but for what they exclude. */
  readonly open: readonly Compiled[];
  readonly all: readonly Compiled[];
  /** Which of them a buyer is meant by. */
  readonly audiences: AudienceIndex;
  byId(promotionId: string): Compiled | undefined;
}

/** Puts promotions into a book. Those of kinds nobody knows are left out. */
export function bookOf(promotions: readonly Promotion[]): PromotionBook {
  const all = promotions
    .filter(({ state }) => state === 'live')
    .sort((left, right) => compareIds(left.id, right.id))
    .flatMap((promotion, place) => compilePromotion(promotion, place) ?? []);
  const scopes = new Map<string, Compiled[]>();
  const names = new Map<string, Compiled[]>();
  for (const one of all) {
    for (const word of wordsOf(one)) note(scopes, word, one);
    for (const skuId of one.named) note(names, skuId, one);
  }
  const ids = new Map(all.map((one) => [one.promotion.id, one]));
  const known = new Map<string, { readonly goods: Goods; readonly about: About }>();
  return {
    all,
    open: all.filter(isOpen),
    audiences: indexAudiences(all),
    byId: (id) => ids.get(id),
    about(goods) {
      const { skuId, category, brand, productLine } = goods;
      // What a SKU is filed under may change while a book stands.
      const before = known.get(skuId);
      if (before && isFiledAlike(before.goods, goods)) return before.about;
      const words = [`s ${skuId}`, `c ${category}`, `b ${brand}`, `l ${productLine}`];
      const found = new Set(words.flatMap((word) => scopes.get(word) ?? []));
      const answer = {
        scope: [...found].filter((one) => one.covers(goods)),
        named: names.get(skuId) ?? [],
      };
      if (known.size >= rememberedGoods) known.clear();
      known.set(skuId, { goods: { skuId, category, brand, productLine }, about: answer });
      return answer;
    },
  };
}

const isFiledAlike = (left: Goods, right: Goods) =>
  left.category === right.category && left.brand === right.brand && left.productLine === right.productLine;

const rememberedGoods = 50_000;

function note(index: Map<string, Compiled[]>, word: string, one: Compiled): void {
  const found = index.get(word);
  if (found) found.push(one);
  else index.set(word, [one]);
}

function isOpen({ promotion: { scope }, namesItsGoods }: Compiled): boolean {
  const { skuIds, categories, brands, productLines } = scope;
  return !namesItsGoods && skuIds.length + categories.length + brands.length + productLines.length === 0;
}

function wordsOf({ promotion: { scope }, namesItsGoods }: Compiled): readonly string[] {
  if (namesItsGoods) return [];
  return [
    ...scope.skuIds.map((id) => `s ${id}`),
    ...scope.categories.map((id) => `c ${id}`),
    ...scope.brands.map((id) => `b ${id}`),
    ...scope.productLines.map((line) => `l ${line}`),
  ];
}

const compareIds = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
