import { couponRow, toggled } from './coupon-choice';
import { aPromotion } from './testing';

it('begins a choice with the coupon that was ticked, adds others and takes them away again', () => {
  expect(toggled(undefined, 'C1')).toEqual(['C1']);
  expect(toggled([], 'C1')).toEqual(['C1']);
  expect(toggled(['C1'], 'C2')).toEqual(['C1', 'C2']);
  expect(toggled(['C1', 'C2'], 'C1')).toEqual(['C2']);
});

it('takes no more coupons than an order does', () => {
  const ten = Array.from({ length: 10 }, (_, at) => `C${at}`);

  expect(toggled(ten, 'C10')).toEqual(ten);
  expect(toggled(ten, 'C3')).toHaveLength(9);
});

it('says which coupons were used and adds up what they saved', () => {
  const coupons = [
    aPromotion({ label: '满¥100减¥5券', savedFen: 500 }),
    aPromotion({ label: '无门槛减¥1券', savedFen: 100 }),
  ];

  expect(couponRow(undefined, coupons, 3)).toEqual({
    words: '已用 满¥100减¥5券、无门槛减¥1券',
    savedFen: 600,
  });
});

it.each([
  [undefined, undefined, '查看我的优惠券'],
  [undefined, 0, '没有可用的券，去领取'],
  [undefined, 2, '有 2 张，暂不满足条件'],
  [[], 2, '不使用优惠券'],
  [['C1'], 2, '所选的券未达到条件'],
])('says why none is used: choice %j of %s', (choice, openCount, words) => {
  expect(couponRow(choice, [], openCount)).toEqual({ words, savedFen: null });
});
