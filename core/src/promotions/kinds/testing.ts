import fc from 'fast-check';
import { lineAmountFen } from '../../platform/money';
import type { Cart, CartLine } from '../cart';
import { checkRule } from '../check-rule';
import type { Field, PromotionKind } from '../kind';
import type { Coupon, Promotion, PromotionRule, RuleValue } from '../model';
import { aCart, aCartLine, aMonday, aPromotion, cartFacts } from '../testing';
import { kinds } from './all-kinds';

/** Goods rules and carts of tests speak of. */
export const testSkus = ['a', 'b', 'c', 'd'] as const;

type Row = Record<string, RuleValue>;

const anyNumber = ({ type, min = 0, max = Infinity }: Field, most: number) =>
  fc.integer({ min, max: Math.max(min, Math.min(max, type === 'bp' ? 10_000 : most)) });

function anyValue(field: Field): fc.Arbitrary<RuleValue> {
  switch (field.type) {
    case 'fen':
      return anyNumber(field, 6_000);
    case 'priceE4':
      return anyNumber(field, 50_000);
    case 'bp':
      return anyNumber(field, 10_000);
    case 'quantity':
      return anyNumber(field, 8);
    case 'instant':
      return fc.integer({ min: 0, max: 2_000_000_000_000 });
    case 'flag':
      return fc.boolean();
    case 'unit':
      return fc.constantFrom('瓶', '箱', '');
    case 'sku':
      return fc.constantFrom(...testSkus);
    case 'skus':
      return fc.subarray([...testSkus], { minLength: 1 });
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []).map(({ value }) => value));
    case 'day':
      return fc.constant('2026-06-15');
    case 'rows':
      return fc.array(anyRow(field.rows ?? []), { minLength: 1, maxLength: 3 });
    case 'kind':
    case 'rule':
      return fc.constant(null);
  }
}

const anyRow = (fields: readonly Field[]): fc.Arbitrary<Row> =>
  fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field.name,
        field.isOptional ? fc.option(anyValue(field), { nil: null }) : anyValue(field),
      ]),
    ),
  );

/** Makes most random rows sound: what is not asked is left out, and columns of steps rise. */
function tidy(fields: readonly Field[], row: Row, rule: Row): Row {
  const kept: Row = {};
  const isCounted = rule.unit != null;
  for (const field of fields) {
    const { name, onlyIf } = field;
    const decider = onlyIf && (row[onlyIf.name] ?? rule[onlyIf.name]);
    if (onlyIf && !onlyIf.is.some((value) => value === decider)) continue;
    if (name === 'fromFen' && isCounted) continue;
    if (name === 'fromQuantity' && !isCounted && fields.some((other) => other.name === 'fromFen')) continue;
    const value = row[name] ?? null;
    if (field.type === 'rows') kept[name] = tidyRows(field.rows ?? [], value as readonly Row[], rule);
    else if (value !== null) kept[name] = value;
    else if (name === 'fromFen' || name === 'fromQuantity') kept[name] = 3;
  }
  return kept;
}

function tidyRows(fields: readonly Field[], rows: readonly Row[], rule: Row): readonly Row[] {
  const tidied = rows.map((row) => tidy(fields, row, rule));
  for (const { name, type } of fields) {
    if (type === 'sku') continue;
    const isFalling =
      name === 'unitPriceE4' || (name === 'offBp' && fields.some((one) => one.name === 'upToLifeBp'));
    const column = tidied.flatMap((row) => (typeof row[name] === 'number' ? [row[name]] : []));
    column.sort((left, right) => (isFalling ? right - left : left - right));
    if (column.length === tidied.length) tidied.forEach((row, at) => (row[name] = column[at] as number));
  }
  return tidied;
}

/** A rule of a kind that passes its check. */
export function anyRule(kind: PromotionKind): fc.Arbitrary<PromotionRule> {
  if (kind.lane === 'asInner') {
    return fc
      .tuple(
        fc.constantFrom('firstOrder', 'newItem'),
        fc.constantFrom(...kinds.filter(({ lane }) => lane !== 'asInner')),
      )
      .chain(([asks, inner]) =>
        anyRule(inner).map((innerRule): PromotionRule => ({ asks, innerKind: inner.name, innerRule })),
      );
  }
  return anyRow(kind.fields)
    .map((rule) => tidy(kind.fields, rule, rule))
    .filter((rule) => checkRule(kind.name, rule).length === 0);
}

const goods: Readonly<Record<string, Partial<CartLine>>> = {
  a: { category: 'drinks', unitPriceE4: 30_000, units: unitsOf(12) },
  b: { category: 'drinks', unitPriceE4: 17_300, units: unitsOf(6) },
  c: { category: 'snacks', unitPriceE4: 45_500, units: unitsOf(10) },
  d: { category: 'snacks', unitPriceE4: 9_900, units: [{ unit: '瓶', factor: 1 }] },
};

function unitsOf(factor: number) {
  return [
    { unit: '瓶', factor: 1 },
    { unit: '箱', factor },
  ];
}

/** Unit prices in whole fen, so that a line may be split without a fen being rounded. */
export function lineOf(skuId: string, quantity: number, given: Partial<CartLine> = {}): CartLine {
  const unitPriceE4 = goods[skuId]?.unitPriceE4 ?? 0;
  return aCartLine({
    ...goods[skuId],
    skuId,
    quantity,
    amountFen: lineAmountFen(unitPriceE4, quantity),
    ...given,
  });
}

const anyLine = fc
  .tuple(fc.constantFrom(...testSkus), fc.nat(40), fc.constantFrom(null, null, 800, 3_000))
  .map(([skuId, quantity, lifeLeftBp]) => lineOf(skuId, quantity, { lifeLeftBp }));

/** Lines numbered as they stand. */
export const numbered = (lines: readonly CartLine[]) =>
  lines.map((line, at) => ({ ...line, lineNo: at + 1 }));

/** A few goods, some of them near their end, some twice. */
export const anyCart: fc.Arbitrary<Cart> = fc
  .record({
    lines: fc.array(anyLine, { maxLength: 6 }),
    freightFen: fc.constantFrom(0, 800),
    tokens: fc.nat(5),
  })
  .map(({ lines, freightFen, tokens }) =>
    aCart(numbered(lines), { freightFen, tokens: new Map(ids.map((id) => [id, tokens])) }),
  );

/** The ids promotions of a test have. */
export const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];

const anyCap = fc.constantFrom(null, null, null, 1, 3, 20);

/** A promotion of one of some kinds. */
export const promotionOf = (kindNames: readonly string[]): fc.Arbitrary<Promotion> =>
  fc
    .constantFrom(...kinds.filter(({ name }) => kindNames.includes(name)))
    .chain((kind) =>
      fc.record({
        kind: fc.constant(kind.name),
        rule: anyRule(kind),
        stacking: fc.constantFrom(
          'stack',
          'stack',
          'stack',
          'exclusiveLane',
          'exclusiveLine',
          'exclusiveOrder',
        ),
        mutexGroups: fc.subarray(['g', 'h', 'i']),
        priority: fc.constantFrom(0, 0, 0, 5),
        cap: anyCap,
        budgetFen: fc.constantFrom(null, null, 100, 3_000),
        scope: fc.constantFrom(
          {},
          {},
          { skuIds: ['a'] },
          { categories: ['drinks'] },
          { skuIds: ['b', 'c'] },
          { excludedSkuIds: ['a'] },
        ),
      }),
    )
    .map(({ cap, scope, stacking, ...given }) => {
      const plain = aPromotion(given);
      return {
        ...plain,
        stacking: stacking as Promotion['stacking'],
        caps: { ...plain.caps, perOrder: cap },
        scope: { ...plain.scope, ...scope },
      };
    });

/** The names of all kinds. */
export const allKinds = kinds.map(({ name }) => name);

/** Promotions of some kinds, with all that may stand in each other's way. */
export const promotionsOf = (kindNames: readonly string[], most = ids.length) =>
  fc
    .array(promotionOf(kindNames), { maxLength: most })
    .map((promotions) => promotions.map((promotion, at) => ({ ...promotion, id: `p${at}` })));

/** A coupon of every promotion, one gift without a price, one SKU that is not new. */
export const someFacts = cartFacts({
  coupons: ids.map((promotionId): Coupon => ({
    id: `coupon ${promotionId}`,
    promotionId,
    buyerId: 'store',
    state: 'open',
    claimedAt: 0,
    expiresAt: aMonday + 1,
    orderId: null,
  })),
  giftPriceE4: (skuId) => (skuId === 'd' ? null : 20_000),
  isNewItem: (skuId) => skuId !== 'b',
});
