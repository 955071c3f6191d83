import { feeBackOf } from './fees';
import type { Order, Refund, RefundRequest } from './model';
import { PayRefused } from './refusal';

const yearMs = 365 * 24 * 3_600_000;
const maximumRefunds = 50;

export interface RefundFacts {
  readonly at: number;
  /** The least time between two refunds of one payment. */
  readonly spacingMs: number;
  /** What the merchant's balance can pay. */
  readonly availableFen: number;
}

export type RefundDecision =
  | {
      readonly kind: 'accept';
      readonly order: Order;
      readonly transactionId: string;
      readonly feeBackFen: number;
    }
  | { readonly kind: 'same'; readonly refund: Refund };

const invalid = (message: string) => new PayRefused('INVALID_REQUEST', message);
/** Refunds that came back to the merchant leave their amount to be refunded again. */
const counts = ({ status }: Pick<Refund, 'status'>) => status !== 'CLOSED';

/** What a payment still has to give back. */
export const refundedFen = (refunds: readonly Pick<Refund, 'status' | 'refundFen'>[]) =>
  refunds.filter(counts).reduce((sum, { refundFen }) => sum + refundFen, 0);

function repeats(existing: Refund, asked: RefundRequest): boolean {
  return (
    (asked.outTradeNo === null || asked.outTradeNo === existing.outTradeNo) &&
    (asked.transactionId === null || asked.transactionId === existing.transactionId) &&
    asked.refundFen === existing.refundFen &&
    asked.totalFen === existing.totalFen
  );
}

/** The paid order both numbers speak of. */
function paidOrder(order: Order | undefined, asked: RefundRequest): { order: Order; transactionId: string } {
  if (!order?.transactionId) throw new PayRefused('RESOURCE_NOT_EXISTS', '订单不存在或未支付');
  const { transactionId, outTradeNo } = asked;
  const isOne =
    (transactionId === null || transactionId === order.transactionId) &&
    (outTradeNo === null || outTradeNo === order.outTradeNo);
  if (!isOne) throw invalid('商户订单号与微信支付订单号不是同一笔订单');
  return { order, transactionId: order.transactionId };
}

/**
 * Decides a refund: repeated under its number, or accepted within what is left of the payment.
 * @throws PayRefused INVALID_REQUEST, RESOURCE_NOT_EXISTS, FREQUENCY_LIMITED, NOT_ENOUGH
 */
export function decideRefund(
  found: { order: Order | undefined; existing: Refund | undefined; earlier: readonly Refund[] },
  asked: RefundRequest,
  { at, spacingMs, availableFen }: RefundFacts,
): RefundDecision {
  const { existing, earlier } = found;
  if (existing) {
    if (repeats(existing, asked)) return { kind: 'same', refund: existing };
    throw invalid('商户退款单号已使用，且订单号或金额与之前的请求不一致');
  }
  const { order, transactionId } = paidOrder(found.order, asked);
  if (asked.totalFen !== order.totalFen) throw invalid('订单金额与支付时不一致');
  if (at - (order.paidAt ?? at) > yearMs) throw invalid('订单已超过可退款的最大期限');
  const beforeFen = refundedFen(earlier);
  if (beforeFen >= order.totalFen) throw invalid('订单已全额退款');
  if (beforeFen + asked.refundFen > order.totalFen) throw invalid('退款金额大于剩余可退金额');
  if (earlier.filter(counts).length >= maximumRefunds) throw invalid('部分退款次数超过50次');
  const last = Math.max(...earlier.map(({ createdAt }) => createdAt));
  if (at - last < spacingMs) throw new PayRefused('FREQUENCY_LIMITED', '同一笔订单两次退款需间隔1分钟');
  const feeBackFen = feeBackOf(beforeFen, asked.refundFen);
  if (availableFen < asked.refundFen - feeBackFen)
    throw new PayRefused('NOT_ENOUGH', '基本账户余额不足，请充值后重新发起');
  return { kind: 'accept', order, transactionId, feeBackFen };
}
