import type { RivalOrder } from './rival-model';

/**
 * The rows of orders as SQL text. Everything in them is a number or has passed the schema of the API, which takes
 * letters, digits and dashes only, so nothing needs quoting.
 */
export const insertOrders = (orders: readonly RivalOrder[]) =>
  `INSERT INTO orders VALUES ${orders
    .map(
      ({ id, buyerId, sellerId, payableFen, placedAt }) =>
        `('${id}','${buyerId}','${sellerId}','approved',${payableFen},${placedAt})`,
    )
    .join(',')}`;

export function insertLines(orders: readonly RivalOrder[]): string {
  const rows: string[] = [];
  for (const { id, lines } of orders) {
    for (let at = 0; at < lines.length; at += 1) {
      const { skuId, quantity, unitPriceE4, amountFen } = lines[at] as RivalOrder['lines'][number];
      rows.push(`('${id}',${at + 1},'${skuId}',${quantity},${unitPriceE4},${amountFen})`);
    }
  }
  return `INSERT INTO orderLine VALUES ${rows.join(',')}`;
}

export const insertAudit = (orders: readonly RivalOrder[]) =>
  `INSERT INTO audit (orderId,kind,actorId,at) VALUES ${orders
    .map(({ id, buyerId, placedAt }) => `('${id}','placed','${buyerId}',${placedAt})`)
    .join(',')}`;

export const insertOutbox = (orders: readonly RivalOrder[]) =>
  `INSERT INTO outbox (topic,payload,at) VALUES ${orders
    .map(
      ({ id, buyerId, sellerId, payableFen, placedAt }) =>
        `('order.placed','{"orderId":"${id}","buyerId":"${buyerId}","sellerId":"${sellerId}","payableFen":${payableFen}}',${placedAt})`,
    )
    .join(',')}`;
