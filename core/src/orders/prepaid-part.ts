import type { PrepaidPart } from '../credit';
import type { Decision } from './decision';

/** What a decided order holds of its buyer's prepaid balance; nothing under other terms. */
export function prepaidPart(
  { credit: { account }, prepaidFen, request }: Pick<Decision, 'credit' | 'prepaidFen' | 'request'>,
  actorId: string,
): PrepaidPart[] {
  if (!account || prepaidFen === 0) return [];
  return [{ account, orderId: request.orderId, amountFen: prepaidFen, actorId, at: request.at }];
}
