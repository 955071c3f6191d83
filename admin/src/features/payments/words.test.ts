import type { Payment } from './queries';
import { isToGiveBack, mayGoBack } from './words';

const aPayment = (part: Partial<Payment>) =>
  ({ state: 'mismatched', paidFen: 100, refundingFen: 0, ...part }) as Payment;

it('gives back what came in another amount, once', () => {
  expect(isToGiveBack(aPayment({}))).toBe(true);
  expect(isToGiveBack(aPayment({ refundingFen: 100 }))).toBe(false);
  expect(isToGiveBack(aPayment({ state: 'paid' }))).toBe(false);
});

it('sends back what paid bills or topped up, and leaves orders alone', () => {
  const paid = { state: 'paid' as const, refundingFen: 40 };

  expect(mayGoBack(aPayment({ ...paid, purpose: 'bills' }))).toBe(true);
  expect(mayGoBack(aPayment({ ...paid, purpose: 'topUp' }))).toBe(true);
  expect(mayGoBack(aPayment({ ...paid, purpose: 'order' }))).toBe(false);
  expect(mayGoBack(aPayment({ ...paid, purpose: 'bills', refundingFen: 100 }))).toBe(false);
});
