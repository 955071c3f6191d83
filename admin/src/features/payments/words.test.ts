import type { Payment } from './queries';
import { isToGiveBack } from './words';

const aPayment = (part: Partial<Payment>) =>
  ({ state: 'mismatched', paidFen: 100, refundingFen: 0, ...part }) as Payment;

it('gives back what came in another amount, once', () => {
  expect(isToGiveBack(aPayment({}))).toBe(true);
  expect(isToGiveBack(aPayment({ refundingFen: 100 }))).toBe(false);
  expect(isToGiveBack(aPayment({ state: 'paid' }))).toBe(false);
});
