import { groupBy, type Instant, type Platform } from '../platform';
import { loadFreeLots } from '../stock';
import { decideFills } from './decide-fills-service';
import { fulfilStore } from './fulfil-store';
import { writeFills } from './write-fills-service';

/** Lines given goods in one transaction. */
const filledTogether = 500;

/** Gives goods that have come in to the orders that wait for them. */
export function fillService({ database, newId, outbox }: Platform) {
  /** Gives a seller's arrived goods to the lines that wait for them, in one transaction. Answers how many. */
  const fillSeller = (sellerId: string, skuIds: readonly string[], at: Instant) =>
    database.transaction(async (tx) => {
      const store = fulfilStore(tx);
      const queued = await store.waitingFor(sellerId, skuIds, filledTogether);
      const orders = await store.ordersLocked([...new Set(queued.map(({ orderId }) => orderId))]);
      const open = orders.filter(
        ({ state, backOrderedAt }) => backOrderedAt !== null && (state === 'approved' || state === 'picking'),
      );
      const lines = groupBy(await store.linesOf(open.map(({ id }) => id)), ({ orderId }) => orderId);
      const fills = await decideFills(tx, open, lines, new Set(skuIds), at);
      await writeFills(tx, newId, open, lines, fills, at);
      return fills.length;
    });

  return {
    /** Gives what has come in to the lines that wait. Answers how many lines got something. */
    async fillArrived(at: Instant): Promise<number> {
      const wanted = await database.read(async (tx) => {
        const awaited = await fulfilStore(tx).awaited();
        const sellerIds = [...new Set(awaited.map(({ sellerId }) => sellerId))];
        const skuIds = [...new Set(awaited.map(({ skuId }) => skuId))];
        const lots = awaited.length > 0 ? await loadFreeLots(tx, sellerIds, skuIds, false) : [];
        const there = new Set(lots.map(({ ownerId, skuId }) => `${ownerId} ${skuId}`));
        return groupBy(
          awaited.filter(({ sellerId, skuId }) => there.has(`${sellerId} ${skuId}`)),
          ({ sellerId }) => sellerId,
        );
      });
      let count = 0;
      for (const [sellerId, goods] of wanted) {
        count += await fillSeller(
          sellerId,
          goods.map(({ skuId }) => skuId),
          at,
        );
      }
      if (count > 0) outbox.poke();
      return count;
    },
  };
}
