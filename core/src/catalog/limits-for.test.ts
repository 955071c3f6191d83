import fc from 'fast-check';
import { checkRule } from './check-rule';
import { limitsFor } from './limits-for';
import { anOrderingRule, aPriceBuyer, aSku, rulesOf } from './testing';

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });

const anyRule = fc
  .record({
    buyerId: orNull(fc.constantFrom('buyer', 'other')),
    priceListId: orNull(fc.constantFrom('list', 'other')),
    level: orNull(fc.constantFrom(1, 2)),
    regionPrefix: orNull(fc.constantFrom('33', '3301', '31')),
    category: orNull(fc.constantFrom('茶饮料', '水')),
    skuId: orNull(fc.constantFrom('sku', 'other')),
    minimumQuantity: orNull(fc.nat(50)),
    multipleQuantity: orNull(fc.nat(12)),
    maximumQuantity: orNull(fc.nat(100)),
  })
  .map((given) => anOrderingRule(given));

const question = {
  sellerId: 'seller',
  buyer: aPriceBuyer(),
  sku: aSku({ minimumQuantity: 7, multipleQuantity: 3, maximumQuantity: 70 }),
  priceListId: 'list',
  on: '2026-01-01',
};

describe('the limits of a line', () => {
  it('are the same whatever order the rules come in', () => {
    const shuffled = fc
      .array(anyRule, { maxLength: 8 })
      .chain((rules) =>
        fc.tuple(
          fc.constant(rules),
          fc.shuffledSubarray(rules, { minLength: rules.length, maxLength: rules.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([rules, again]) => {
        expect(limitsFor(rulesOf(again), question)).toEqual(limitsFor(rulesOf(rules), question));
      }),
    );
  });

  it('resolve each by itself: a rule that says nothing of a field leaves it as it was', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyRule, (rules, more) => {
        const before = limitsFor(rulesOf(rules), question);
        const after = limitsFor(rulesOf([...rules, { ...more, minimumQuantity: null }]), question);

        expect(after.minimumQuantity).toBe(before.minimumQuantity);
        expect(after.from.minimum).toEqual(before.from.minimum);
      }),
    );
  });

  it('come from the rule they name, or are the SKU’s own', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), (rules) => {
        const { from, minimumQuantity } = limitsFor(rulesOf(rules), question);
        const named = rules.find(({ id }) => id === from.minimum.ruleId);

        expect(minimumQuantity).toBe(named ? named.minimumQuantity : 7);
        if (!named) expect(from.minimum).toEqual({ scope: 'sku', ruleId: null });
      }),
    );
  });
});

describe('a rule of ordering', () => {
  it.each([
    ['ruleEmpty', {}],
    ['ruleMixed', { buyerId: 'buyer', channel: 'modern', minimumQuantity: 1 }],
    ['ruleMixed', { category: '水', skuId: 'sku', minimumQuantity: 1 }],
    ['ruleMixed', { category: '水', orderAmountFen: 1 }],
    ['ruleTooWide', { multipleQuantity: 12 }],
    ['datesWrong', { skuId: 'sku', minimumQuantity: 1, endsOn: '2025-01-01' }],
    ['quantityRange', { skuId: 'sku', minimumQuantity: 2, maximumQuantity: 1 }],
    [null, { skuId: 'sku', minimumQuantity: 2, maximumQuantity: 0 }],
    [null, { orderAmountFen: 50_000 }],
    [null, { buyerId: 'buyer', minimumQuantity: 12, orderCases: 3 }],
  ])('is %s with %j', (fault, given) => {
    expect(checkRule(anOrderingRule(given))).toBe(fault);
  });
});
