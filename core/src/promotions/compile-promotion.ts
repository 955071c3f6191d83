import type { Ask, BenefitKind, GateKind, LaterKind, PriceKind } from './kind';
import { kindOf } from './kinds/all-kinds';
import type { Lane, Promotion, PromotionRule, Scope } from './model';

/** A promotion made ready to be asked many times. */
export interface Compiled {
  readonly promotion: Promotion;
  /** Its place in its book. */
  readonly place: number;
  readonly lane: Lane;
  readonly kind: PriceKind<PromotionRule> | BenefitKind<PromotionRule> | LaterKind<PromotionRule>;
  /** Of `kind`: the inner rule where another kind asks something more. */
  readonly rule: PromotionRule;
  /** What it is asked once what its gate demands is there; null when it is not for this order. */
  admit(ask: Ask): Ask | null;
  /** False once a cap or a budget has to be looked up. */
  readonly isUnlimited: boolean;
  /** SKUs it looks for in the cart, in its scope or not. */
  readonly named: ReadonlySet<string>;
  /** True when it counts only what it names. */
  readonly namesItsGoods: boolean;
  /** Whether goods lie in its scope. */
  covers(goods: Goods): boolean;
  /** Whether one unit more can cost less under it. */
  readonly hasCliffs: boolean;
}

/** What a scope tells goods by. */
export interface Goods {
  readonly skuId: string;
  readonly category: string;
  readonly brand: string;
  readonly productLine: string;
}

/** Makes a promotion ready; null for a kind nobody knows any more, which then gives nothing. */
export function compilePromotion(promotion: Promotion, place = 0): Compiled | null {
  const own = kindOf(promotion.kind);
  if (!own) return null;
  const inner = own.lane === 'asInner' ? innerOf(own, promotion.rule) : { kind: own, rule: promotion.rule };
  if (!inner) return null;
  const { caps, budgetFen } = promotion;
  return {
    promotion,
    place,
    lane: inner.kind.lane,
    kind: inner.kind,
    rule: inner.rule,
    admit: own.lane === 'asInner' ? (ask) => own.admit(promotion.rule, ask) : (ask) => ask,
    isUnlimited: budgetFen === null && Object.values(caps).every((cap) => cap === null),
    named: new Set(inner.kind.cartSkuIdsOf?.(inner.rule) ?? []),
    namesItsGoods: inner.kind.namesItsGoods === true,
    covers: inner.kind.namesItsGoods === true ? () => false : coverOf(promotion.scope),
    hasCliffs: inner.kind.hasCliffs(inner.rule) || own.hasCliffs(promotion.rule),
  };
}

function innerOf(gate: GateKind<PromotionRule>, rule: PromotionRule) {
  const { kind: name, rule: innerRule } = gate.inner(rule);
  const kind = kindOf(name);
  return kind && kind.lane !== 'asInner' ? { kind, rule: innerRule } : null;
}

function coverOf(scope: Scope): (goods: Goods) => boolean {
  const skuIds = new Set(scope.skuIds);
  const categories = new Set(scope.categories);
  const brands = new Set(scope.brands);
  const productLines = new Set(scope.productLines);
  const excluded = new Set(scope.excludedSkuIds);
  const isOpen = skuIds.size + categories.size + brands.size + productLines.size === 0;
  return (goods) =>
    !excluded.has(goods.skuId) &&
    (isOpen ||
      skuIds.has(goods.skuId) ||
      categories.has(goods.category) ||
      brands.has(goods.brand) ||
      productLines.has(goods.productLine));
}
