import { stepsOf } from './wire-path';

it('takes rows for rows, however they are written', () => {
  expect(stepsOf('promotion.rule.tiers[0].offFen')).toEqual(['promotion', 'rule', 'tiers', 0, 'offFen']);
  expect(stepsOf('tiers.12.offFen')).toEqual(['tiers', 12, 'offFen']);
  expect(stepsOf('name')).toEqual(['name']);
});
