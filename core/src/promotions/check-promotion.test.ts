import { checkPromotion } from './check-promotion';
import type { Promotion } from './model';
import { aPromotion } from './testing';

const special = aPromotion({ kind: 'specialPrice', rule: { unitPriceE4: 25_000 } });
const scope = special.scope;
const half = { partyId: 'hq', shareBp: 5_000 };

describe('checking a promotion', () => {
  it('finds nothing in a sound one', () => {
    expect(checkPromotion(special)).toEqual([]);
  });

  it.each<readonly [string, Partial<Promotion>, string, string]>([
    ['no name', { name: ' ' }, 'promotions.nameMissing', 'name'],
    ['an end before its start', { endsAt: special.startsAt }, 'promotions.endsBeforeStart', 'endsAt'],
    [
      'hours that end before they begin',
      { hours: { fromMinute: 600, untilMinute: 600 } },
      'promotions.hours',
      'hours',
    ],
    ['hours beyond the day', { hours: { fromMinute: 0, untilMinute: 1_441 } }, 'promotions.hours', 'hours'],
    [
      'a gift that is replaced by nothing',
      { giftShortage: 'substitute' },
      'promotions.giftSubstitutes',
      'giftSubstitutes',
    ],
    [
      'goods named in place of a gift that is owed',
      { giftSubstitutes: ['a'] },
      'promotions.giftSubstitutes',
      'giftSubstitutes',
    ],
    [
      'goods named twice in place of a gift',
      { giftShortage: 'substitute', giftSubstitutes: ['a', 'a'] },
      'promotions.giftSubstitutes',
      'giftSubstitutes',
    ],
    ['a value of a gift that is not paid out', { giftPayE4: 10_000 }, 'promotions.giftPay', 'giftPayE4'],
    ['an eighth day', { weekdays: [8] }, 'promotions.weekdays', 'weekdays'],
    ['a day twice', { weekdays: [1, 1] }, 'promotions.weekdays', 'weekdays'],
    [
      'goods both named and excluded',
      { scope: { ...scope, skuIds: ['a'], excludedSkuIds: ['a'] } },
      'promotions.namedAndExcluded',
      'scope.excludedSkuIds',
    ],
    ['goods twice', { scope: { ...scope, skuIds: ['a', 'a'] } }, 'promotions.scopeList', 'scope'],
    [
      'a scope for a set that names its parts',
      {
        kind: 'bundle',
        rule: { parts: [{ skuId: 'a', quantity: 1 }], priceFen: 1 },
        scope: { ...scope, skuIds: ['a'] },
      },
      'promotions.scopeNotAsked',
      'scope',
    ],
    ['payers that bear half', { payers: [half] }, 'promotions.payersNotWhole', 'payers'],
    ['a payer twice', { payers: [half, half] }, 'promotions.payerTwice', 'payers'],
    ['a cap of none', { caps: { ...special.caps, perDay: 0 } }, 'promotions.cap', 'caps.perDay'],
    ['a budget of nothing', { budgetFen: 0 }, 'promotions.budget', 'budgetFen'],
    ['a priority beyond 99', { priority: 100 }, 'promotions.priority', 'priority'],
    ['a group without a name', { mutexGroups: [''] }, 'promotions.mutexGroups', 'mutexGroups'],
    ['a wrong rule', { rule: { unitPriceE4: -1 } }, 'promotions.outOfRange', 'rule.unitPriceE4'],
    [
      'a wrong rule behind a gate',
      { kind: 'firstOrder', rule: { asks: 'newItem', innerKind: 'specialPrice', innerRule: {} } },
      'promotions.fieldMissing',
      'rule.innerRule.unitPriceE4',
    ],
  ])('finds %s', (_, given, code, field) => {
    expect(checkPromotion({ ...special, ...given })).toContainEqual({ code, field });
  });
});
