import type { Order } from './model';

/** What happens when a person presses 支付: it is paid, was paid before, or cannot be paid and why. */
export type PayDecision =
  | { readonly kind: 'pay' }
  | { readonly kind: 'paidBefore' }
  | { readonly kind: 'refused'; readonly reason: string };

const refused = (reason: string): PayDecision => ({ kind: 'refused', reason });

/** Decides a payment at the cashier. Only the person an order was made for pays it. */
export function decidePay(
  order: Pick<Order, 'state' | 'openid' | 'payBefore' | 'prepay'>,
  openid: string,
  at: number,
): PayDecision {
  if (order.state === 'CLOSED') return refused('订单已关闭');
  if (order.state !== 'NOTPAY') return { kind: 'paidBefore' };
  if (at > order.payBefore) return refused('订单已过期');
  if (at > order.prepay.validUntil) return refused('支付会话已失效，请重新下单');
  if (order.openid !== null && order.openid !== openid) return refused('下单用户与支付用户不一致');
  return { kind: 'pay' };
}
