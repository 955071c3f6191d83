import { loadAddresses } from '../partners';
import type { Consumer, Platform } from '../platform';
import { loadGrabTimings } from '../promotions';
import { assessInShadow } from '../risk';
import { loadWarehouses, takeInMany } from '../stock';
import { addKnownPoints } from '../territory';
import { borrowConsumers } from './borrow-service';
import type { OrderPlaced, OrderSigned } from './events';
import { orderStore } from './store';

/** What happens because of orders, after them and in transactions of its own. */
export function orderConsumers({ newId }: Pick<Platform, 'newId'>): readonly Consumer[] {
  return [
    ...borrowConsumers({ newId }),
    {
      name: 'risk.shadow',
      events: ['order.placed'],
      async handle(tx, event) {
        const placed = event.payload as OrderPlaced;
        const { orderId, sellerId, buyerId, addressId, payableFen, quantities, placedAt } = placed;
        const facts = { orderId, sellerId, buyerId, addressId, payableFen, quantities, placedAt };
        const grabs = placed.isFlash ? await loadGrabTimings(tx, orderId) : [];
        await assessInShadow(tx, facts, placed.approvalLimitFen, grabs);
      },
    },
    {
      // Where goods were taken is where the border is measured from the next time.
      name: 'territory.knownPoints',
      events: ['order.signed'],
      async handle(tx, event) {
        const { orderId } = event.payload as OrderSigned;
        const [order] = await orderStore(tx).orders([orderId]);
        const address = order && (await loadAddresses(tx, [order.addressId], [])).get(order.addressId);
        if (!address || address.geocode !== 'exact') return;
        const { id, regionCode, townCode, latitudeE6, longitudeE6 } = address;
        if (latitudeE6 === null || longitudeE6 === null) return;
        await addKnownPoints(tx, [{ id, regionCode, townCode, latitudeE6, longitudeE6 }]);
      },
    },
    {
      // A distributor's purchase becomes its stock: two sellers, two transactions, joined by the outbox.
      name: 'stock.arrival',
      events: ['order.signed'],
      async handle(tx, event) {
        const signed = event.payload as OrderSigned;
        const [warehouse] = await loadWarehouses(tx, [signed.buyerId]);
        if (!warehouse) return;
        const arrivals = signed.accepted.map((lot) => ({
          ...lot,
          ownerId: signed.buyerId,
          warehouseId: warehouse.id,
          quality: 'available' as const,
        }));
        await takeInMany(tx, newId, arrivals, {
          kind: 'receive',
          documentKind: 'signing',
          documentId: signed.shipmentId,
          actorId: 'system',
          at: event.at,
        });
      },
    },
  ];
}
