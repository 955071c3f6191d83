import type { Order } from './model';
import { PayRefused } from './refusal';

/**
 * Whether there is something to close. Closing again, and closing what was never made, is answered as done.
 * @throws PayRefused ORDERPAID
 */
export function decideClose(order: Pick<Order, 'state'> | undefined): 'close' | 'nothing' {
  if (!order || order.state === 'CLOSED') return 'nothing';
  if (order.state !== 'NOTPAY') throw new PayRefused('ORDERPAID', '该订单已支付');
  return 'close';
}
