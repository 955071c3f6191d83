import type { Consumer, Platform } from '../../platform';
import { loadOwnLots, takeOut } from '../../stock';
import type { AfterSalesReceived } from './events';
import { handOver } from './hand-over';

/** What happens because of after-sales, after them and in transactions of its own. */
export function afterSalesConsumers({ newId }: Pick<Platform, 'newId'>): readonly Consumer[] {
  return [
    {
      // A distributor's purchase became its stock; what its supplier has received is its stock no more.
      name: 'stock.handedBack',
      events: ['afterSales.received'],
      async handle(tx, event) {
        const { requestId, number, buyerId, units } = event.payload as AfterSalesReceived;
        const leaving = handOver(await loadOwnLots(tx, buyerId, units), units);
        if (leaving.length === 0) return;
        await takeOut(tx, newId, leaving, {
          kind: 'adjust',
          documentKind: 'afterSales',
          documentId: requestId,
          actorId: 'system',
          reason: `退回供货方 ${number}`,
          at: event.at,
        });
      },
    },
  ];
}
