import type { Instant } from '../../platform/clock';

/** What a push says of the money of one payment. */
export interface Settlement {
  readonly transactionId: string;
  /** When the buyer, or time, confirmed the receipt; null when nobody has. */
  readonly receivedAt: Instant | null;
  /** When the money was let go; null when it was not. */
  readonly paidOutAt: Instant | null;
}

/**
 * Reads a push about the money of a payment, JSON as the plain mode sends it; null for one about anything else.
 * Source: 发货信息管理 消息推送 trade_manage_order_settlement; times in seconds.
 */
export function readSettlement(body: string): Settlement | null {
  const push = parse(body);
  const transactionId = push['transaction_id'];
  if (push['Event'] !== 'trade_manage_order_settlement' || typeof transactionId !== 'string') return null;
  return {
    transactionId,
    receivedAt: instantOf(push['confirm_receive_time']),
    paidOutAt: instantOf(push['settlement_time']),
  };
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Seconds as a number or in digits; none, and zero, is not yet. */
function instantOf(value: unknown): Instant | null {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1_000 : null;
}
