import type { Order, OrderRequest } from './model';
import { PayRefused } from './refusal';

const minimumMs = 60_000;
const maximumMs = 15 * 24 * 3_600_000;
const usualMs = 7 * 24 * 3_600_000;

/** The last instant to pay: seven days unless told, never under a minute, never over fifteen days. */
export function payBefore(expiresAt: number | null, at: number): number {
  const askedMs = expiresAt === null ? usualMs : expiresAt - at;
  return at + Math.min(Math.max(askedMs, minimumMs), maximumMs);
}

/**
 * Whether a request makes a new order or repeats one; a repetition must be equal in everything, trade type included.
 * @throws PayRefused ORDERPAID, ORDER_CLOSED, OUT_TRADE_NO_USED
 */
export function decideCreate(
  existing: Pick<Order, 'state' | 'fingerprint'> | undefined,
  asked: Pick<OrderRequest, 'fingerprint'>,
): 'new' | 'same' {
  if (!existing) return 'new';
  if (existing.state === 'CLOSED') throw new PayRefused('ORDER_CLOSED', '该订单已关闭');
  if (existing.state !== 'NOTPAY') throw new PayRefused('ORDERPAID', '该订单已支付');
  if (existing.fingerprint !== asked.fingerprint) {
    throw new PayRefused('OUT_TRADE_NO_USED', '商户订单号重复');
  }
  return 'same';
}
