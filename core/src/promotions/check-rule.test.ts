import fc from 'fast-check';
import { checkRule } from './check-rule';
import { kinds } from './kinds/all-kinds';
import { anyRule } from './kinds/testing';

const off = (given: object) => ({
  tiers: [{ fromFen: 10_000, offFen: 1_000 }],
  isPerMultiple: false,
  ...given,
});

describe('checking a rule', () => {
  it.each([
    ['a kind nobody knows', 'nobody', {}, 'promotions.unknownKind', null],
    [
      'a field too many',
      'specialPrice',
      { unitPriceE4: 1, color: 'red' },
      'promotions.unknownField',
      'color',
    ],
    ['a field too few', 'specialPrice', {}, 'promotions.fieldMissing', 'unitPriceE4'],
    ['text for a number', 'specialPrice', { unitPriceE4: '1' }, 'promotions.wrongType', 'unitPriceE4'],
    ['a broken number', 'specialPrice', { unitPriceE4: 1.5 }, 'promotions.wrongType', 'unitPriceE4'],
    ['a number below its range', 'specialPrice', { unitPriceE4: -1 }, 'promotions.outOfRange', 'unitPriceE4'],
    ['a choice nobody offered', 'discount', { mode: 'half' }, 'promotions.unknownChoice', 'mode'],
    [
      'a field of the other choice',
      'discount',
      { mode: 'percent', offBp: 1, offE4: 1 },
      'promotions.fieldNotAsked',
      'offE4',
    ],
    ['no rows', 'thresholdOff', off({ tiers: [] }), 'promotions.rowCount', 'tiers'],
    [
      'a row of the wrong sort',
      'thresholdOff',
      off({ tiers: [{ fromFen: 1, offFen: true }] }),
      'promotions.wrongType',
      'tiers.0.offFen',
    ],
    [
      'steps that fall',
      'thresholdOff',
      off({
        tiers: [
          { fromFen: 200, offFen: 20 },
          { fromFen: 100, offFen: 30 },
        ],
      }),
      'promotions.tiersNotRising',
      null,
    ],
    [
      'more off than asked',
      'thresholdOff',
      off({ tiers: [{ fromFen: 1, offFen: 2 }] }),
      'promotions.offAboveThreshold',
      null,
    ],
    ['a unit without quantities', 'thresholdOff', off({ unit: '箱' }), 'promotions.stepNotCounted', null],
    [
      'an inner rule that is wrong',
      'firstOrder',
      { asks: 'firstOrder', innerKind: 'specialPrice', innerRule: { unitPriceE4: true } },
      'promotions.wrongType',
      'innerRule.unitPriceE4',
    ],
    [
      'a gate within a gate',
      'firstOrder',
      { asks: 'firstOrder', innerKind: 'firstOrder', innerRule: {} },
      'promotions.unknownKind',
      'innerKind',
    ],
    [
      'a set with a part twice',
      'bundle',
      {
        parts: [
          { skuId: 'a', quantity: 1 },
          { skuId: 'a', quantity: 2 },
        ],
        priceFen: 1,
      },
      'promotions.partTwice',
      null,
    ],
    [
      'all of a group for free',
      'buyGet',
      { buyQuantity: 1, getQuantity: 1, unit: '', mode: 'within', counting: 'step' },
      'promotions.givesAll',
      null,
    ],
  ] as const)('finds %s', (_, kind, rule, code, field) => {
    expect(checkRule(kind, rule)).toContainEqual({ code, field });
  });

  it.each(kinds.map((kind) => [kind.title, kind] as const))(
    '%s: what passes is a rule still once it is written down',
    (_, kind) => {
      fc.assert(
        fc.property(anyRule(kind), (rule) => {
          expect(checkRule(kind.name, JSON.parse(JSON.stringify(rule)))).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('finds something in whatever is not a rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.dictionary(fc.string(), fc.jsonValue()), (kind, rule) => {
        expect(checkRule(kind.name, rule as never).length).toBeGreaterThan(0);
      }),
    );
  });
});
