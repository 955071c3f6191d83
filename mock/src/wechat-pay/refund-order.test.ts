import fc from 'fast-check';
import { feeBackOf, feeOf } from './fees';
import type { Order, Refund, RefundRequest } from './model';
import { type RefundFacts, decideRefund, refundedFen } from './refund-order';

const anOrder = (more: Partial<Order> = {}): Order => ({
  appid: 'wx1',
  mchid: '1900000001',
  outTradeNo: 'order1',
  description: '水',
  notifyUrl: 'https://shop.example.com/',
  totalFen: 1_000,
  tradeType: 'NATIVE',
  attach: null,
  openid: null,
  payBefore: 1,
  fingerprint: '',
  createdAt: 0,
  prepay: { prepayId: 'wx', opensUntil: 1, validUntil: 1 },
  state: 'SUCCESS',
  transactionId: '42',
  paidAt: 0,
  payerOpenid: 'o1',
  closedAt: null,
  ...more,
});

const aRefund = (more: Partial<Refund> = {}): Refund => ({
  mchid: '1900000001',
  outTradeNo: 'order1',
  transactionId: '42',
  outRefundNo: 'refund1',
  refundId: '50',
  reason: null,
  notifyUrl: null,
  refundFen: 100,
  totalFen: 1_000,
  feeBackFen: 1,
  createdAt: 0,
  status: 'SUCCESS',
  history: [],
  pending: null,
  succeededAt: 0,
  ...more,
});

const asked = (more: Partial<RefundRequest> = {}): RefundRequest => ({
  mchid: '1900000001',
  outTradeNo: 'order1',
  transactionId: null,
  outRefundNo: 'refund2',
  reason: null,
  notifyUrl: null,
  refundFen: 100,
  totalFen: 1_000,
  ...more,
});

const facts: RefundFacts = { at: 3_600_000, spacingMs: 60_000, availableFen: 1_000_000 };

const decide = (
  found: { order?: Order | undefined; existing?: Refund; earlier?: Refund[] },
  request: RefundRequest = asked(),
  more: Partial<RefundFacts> = {},
) =>
  decideRefund(
    {
      order: 'order' in found ? found.order : anOrder(),
      existing: found.existing,
      earlier: found.earlier ?? [],
    },
    request,
    { ...facts, ...more },
  );

const fifty = Array.from({ length: 50 }, (_, index) => aRefund({ outRefundNo: `r${index}`, refundFen: 1 }));

it.each<[what: string, code: string, run: () => unknown]>([
  ['an unknown order', 'RESOURCE_NOT_EXISTS', () => decide({ order: undefined })],
  ['an unpaid order', 'RESOURCE_NOT_EXISTS', () => decide({ order: anOrder({ transactionId: null }) })],
  ['two numbers of two orders', 'INVALID_REQUEST', () => decide({}, asked({ transactionId: '43' }))],
  ['another total', 'INVALID_REQUEST', () => decide({}, asked({ totalFen: 999 }))],
  ['more than was paid', 'INVALID_REQUEST', () => decide({}, asked({ refundFen: 1_001 }))],
  [
    'more than is left',
    'INVALID_REQUEST',
    () => decide({ earlier: [aRefund({ refundFen: 901 })] }, asked({ refundFen: 100 })),
  ],
  [
    'anything when all went back',
    'INVALID_REQUEST',
    () => decide({ earlier: [aRefund({ refundFen: 1_000 })] }, asked({ refundFen: 1 })),
  ],
  ['a fifty-first part', 'INVALID_REQUEST', () => decide({ earlier: fifty }, asked({ refundFen: 1 }))],
  ['a payment over a year old', 'INVALID_REQUEST', () => decide({}, asked(), { at: 366 * 86_400_000 })],
  [
    'a second part within the minute',
    'FREQUENCY_LIMITED',
    () => decide({ earlier: [aRefund({ createdAt: facts.at - 59_999 })] }),
  ],
  ['what the balance cannot pay', 'NOT_ENOUGH', () => decide({}, asked(), { availableFen: 98 })],
  [
    'the same number with another amount',
    'INVALID_REQUEST',
    () => decide({ existing: aRefund() }, asked({ refundFen: 101 })),
  ],
  [
    'the same number for another order',
    'INVALID_REQUEST',
    () => decide({ existing: aRefund() }, asked({ outTradeNo: 'order2' })),
  ],
])('refuses %s', (_what, code, run) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});

it.each<[what: string, run: () => unknown]>([
  ['what is left to the fen', () => decide({ earlier: [aRefund({ refundFen: 900 })] })],
  [
    'what came back to the merchant',
    () => decide({ earlier: [aRefund({ refundFen: 950, status: 'CLOSED' })] }),
  ],
  ['what the balance pays together with the fee', () => decide({}, asked(), { availableFen: 99 })],
  ['a second part after a minute', () => decide({ earlier: [aRefund({ createdAt: facts.at - 60_000 })] })],
  ['a fiftieth part', () => decide({ earlier: fifty.slice(1) }, asked({ refundFen: 1 }))],
])('accepts %s', (_what, run) => {
  expect(run()).toMatchObject({ kind: 'accept' });
});

it('finds a refund again by its number, whatever the balance and the minute say', () => {
  const existing = aRefund({ createdAt: facts.at });

  const decision = decide({ existing, earlier: [existing] }, asked(), { availableFen: 0 });

  expect(decision).toEqual({ kind: 'same', refund: existing });
});

it('never gives back more than was paid, and the whole fee with the whole payment', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), parts, (totalFen, wishes) => {
      const order = anOrder({ totalFen });
      const earlier: Refund[] = [];
      let at = facts.at;
      for (const refundFen of wishes) {
        at += 60_000;
        try {
          const decision = decide({ order, earlier }, asked({ refundFen, totalFen }), { at });
          if (decision.kind === 'accept') {
            earlier.push(aRefund({ refundFen, feeBackFen: decision.feeBackFen, createdAt: at }));
          }
        } catch {
          const left = totalFen - refundedFen(earlier);
          expect(refundFen > left || earlier.length >= 50).toBe(true);
        }
      }
      const feeBackFen = earlier.reduce((sum, refund) => sum + refund.feeBackFen, 0);
      expect(refundedFen(earlier)).toBeLessThanOrEqual(totalFen);
      expect(feeBackFen).toBe(feeOf(refundedFen(earlier)));
    }),
  );
});

it.each([
  [990, 6],
  [1, 0],
  [83, 0],
  [84, 1],
  [100_000, 600],
])('takes of %i fen a fee of %i', (amountFen, feeFen) => {
  expect(feeOf(amountFen)).toBe(feeFen);
});

it('gives the fee back in parts that add up', () => {
  expect([feeBackOf(0, 330), feeBackOf(330, 330), feeBackOf(660, 330)]).toEqual([2, 2, 2]);
});
