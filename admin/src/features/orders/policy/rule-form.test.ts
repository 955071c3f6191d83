import type { PolicyRule } from './model';
import { acceptorsFault, formOf, ruleOf } from './rule-form';

const rule: PolicyRule = {
  rule: 'price.floor',
  consequence: 'review',
  hold: 'review',
  owner: 'seller',
  withinHours: 4,
  acceptedBy: [
    { desk: 'seller', role: 'reviewer', upToFen: 123_456 },
    { desk: 'hq', role: 'manager', upToFen: null },
  ],
  mayBe: ['review', 'block', 'notice'],
  mayBeOverruled: true,
};

it('types a rule again as it was, to the fen', () => {
  expect(ruleOf(rule, formOf(rule))).toEqual(rule);
});

it('leaves as it was what is not shown', () => {
  expect(ruleOf(rule, { consequence: 'block' })).toEqual({ ...rule, consequence: 'block' });
});

it.each([
  ['nobody', [], '挂起的订单要有人能放行'],
  [
    'one role of one desk twice',
    [
      { desk: 'hq', role: 'owner', upToYuan: 1 },
      { desk: 'hq', role: 'owner' },
    ],
    '同一方的同一角色只能有一行',
  ],
  [
    'the same role of two desks',
    [
      { desk: 'hq', role: 'owner' },
      { desk: 'seller', role: 'owner' },
    ],
    null,
  ],
] as const)('says what is wrong with %s', (_who, acceptedBy, fault) => {
  expect(acceptorsFault(acceptedBy)).toBe(fault);
});
