import { markOf } from './deal-marks';

it('marks what gives goods, takes money off and is a coupon apart', () => {
  expect([markOf('buyGet'), markOf('thresholdOff'), markOf('coupon')]).toEqual(['赠', '减', '券']);
});

it('marks a kind nobody has told it of as something that pays', () => {
  expect(markOf('kindOfTomorrow')).toBe('惠');
  expect(markOf('')).toBe('惠');
});
