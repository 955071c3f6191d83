import { paymentWords } from './words';

const paid = { state: 'paid', paidFen: 100, refundingFen: 0, refundedFen: 0 } as const;

it.each([
  [{ ...paid, state: 'open', paidFen: 0 } as const, '支付中'],
  [{ ...paid, state: 'closed', paidFen: 0 } as const, '已关闭'],
  [paid, '已支付'],
  [{ ...paid, refundingFen: 40 }, '退款中'],
  [{ ...paid, refundingFen: 40, refundedFen: 40 }, '部分退款'],
  [{ ...paid, refundingFen: 100, refundedFen: 40 }, '退款中'],
  [{ ...paid, refundingFen: 100, refundedFen: 100 }, '已退款'],
  [{ ...paid, state: 'mismatched' } as const, '金额不符'],
  [{ ...paid, state: 'mismatched', refundingFen: 100, refundedFen: 100 } as const, '已退款'],
])('says of %j: %s', (payment, text) => {
  expect(paymentWords(payment).text).toBe(text);
});
