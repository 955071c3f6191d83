import { faultsOf, inputFaultsOf } from './faults';

it('finds the field of each fault, in rows and in a rule within the rule', () => {
  expect(
    faultsOf('promotions.outOfRange tiers.0.offFen; promotions.fieldMissing innerRule.tiers.2.skuId'),
  ).toEqual([
    { at: ['rule', 'tiers', 0, 'offFen'], text: '超出允许的范围' },
    { at: ['rule', 'innerRule', 'tiers', 2, 'skuId'], text: '请填写这一项' },
  ]);
});

it('knows what stands beside the rule, under the names of the form', () => {
  expect(
    faultsOf('promotions.windowWrong endsAt; promotions.hoursWrong hours; promotions.payersWrong payers'),
  ).toEqual([
    { at: ['endsAt'], text: '结束时间要晚于开始时间' },
    { at: ['untilMinute'], text: '每天的结束时间要晚于开始时间' },
    { at: ['payers'], text: '费用承担合计必须是 100%' },
  ]);
});

it('keeps what is wrong with the rule as a whole, and codes it has no words for', () => {
  expect(faultsOf('promotions.givesAll rule; promotions.news')).toEqual([
    { at: null, text: '内赠数量要小于一组的数量' },
    { at: null, text: 'promotions.news' },
  ]);
});

it('finds the field of what the wire would not take', () => {
  expect(inputFaultsOf([{ path: 'promotion.payers.0.shareBp', message: '不能小于 1' }])).toEqual([
    { at: ['payers', 0, 'share'], text: '不能小于 1' },
  ]);
  expect(inputFaultsOf([{ path: 'promotion.rule.tiers[1].offFen', message: '必填' }])).toEqual([
    { at: ['rule', 'tiers', 1, 'offFen'], text: '必填' },
  ]);
});

it('has nothing to say about an empty detail', () => {
  expect(faultsOf('')).toEqual([]);
});
