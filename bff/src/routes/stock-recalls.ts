import type { Core, LotDelivery, Recall, RecallHoldings } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { stockNames } from './stock-names';
import { at, atOrNull } from './wire';

type RecallHandlers = Pick<
  HandlersOf<'stock'>,
  'recalls' | 'recall' | 'openRecall' | 'noteRecall' | 'closeRecall'
>;

/** HQ's recall desk. What has the goods stock knows, who was sent some orders know: here the two meet. */
export const recallHandlers = ({ stock, orders, partners, catalog }: Core): RecallHandlers => {
  const view = async (holdings: RecallHoldings) => {
    const { recall, lots, inTransit, steps, destroyed } = holdings;
    const deliveries = await orders.deliveriesOfLots(holdings.lotIds);
    const parties = await partners.parties([...partiesOf(holdings, deliveries)]);
    const names = await stockNames({ stock, catalog }, [
      recall,
      ...lots,
      ...inTransit.map(({ toWarehouseId }) => ({ warehouseId: toWarehouseId })),
    ]);
    const nameOf = (id: string) => parties.get(id)?.name ?? '';
    return {
      ...viewRecall(recall, names.sku(recall.skuId)),
      remaining: lots.reduce((total, { onHand }) => total + onHand, 0),
      promised: lots.reduce((total, { reserved }) => total + reserved, 0),
      destroyed,
      lots: lots
        .filter(({ onHand }) => onHand > 0)
        .map(({ id: lotId, ownerId, warehouseId, lotNo, quality, onHand, reserved }) => ({
          lotId,
          ownerId,
          ownerName: nameOf(ownerId),
          warehouseId,
          warehouseName: names.warehouse(warehouseId),
          lotNo,
          quality,
          onHand,
          reserved,
        })),
      inTransit: inTransit.map(({ ownerId, toWarehouseId, lotNo, quantity }) => ({
        ownerId,
        ownerName: nameOf(ownerId),
        toWarehouseId,
        toWarehouseName: names.warehouse(toWarehouseId),
        lotNo,
        quantity,
      })),
      deliveries: deliveries.map(({ sellerId, buyerId, lotNo, shipped, accepted, orderCount }) => ({
        sellerId,
        sellerName: nameOf(sellerId),
        buyerId,
        buyerName: nameOf(buyerId),
        lotNo,
        shipped,
        accepted,
        orderCount,
      })),
      steps: steps.map(({ note, actorName, at: doneAt }) => ({ note, actorName, at: at(doneAt) })),
    };
  };

  return {
    recalls: async (query) => {
      const { items, nextCursor } = await stock.recalls(query);
      const names = await stockNames({ stock, catalog }, items);
      return { items: items.map((recall) => viewRecall(recall, names.sku(recall.skuId))), nextCursor };
    },
    recall: async ({ recallId }) => view(await stock.recall(recallId)),
    openRecall: async (input, caller) => view(await stock.openRecall(caller, input)),
    noteRecall: async (input, caller) => view(await stock.noteRecall(caller, input)),
    closeRecall: async (input, caller) => view(await stock.closeRecall(caller, input)),
  };
};

function partiesOf({ lots, inTransit }: RecallHoldings, deliveries: readonly LotDelivery[]): Set<string> {
  return new Set([
    ...lots.map(({ ownerId }) => ownerId),
    ...inTransit.map(({ ownerId }) => ownerId),
    ...deliveries.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]),
  ]);
}

const viewRecall = (recall: Recall, skuName: string) => ({
  recallId: recall.id,
  skuId: recall.skuId,
  skuName,
  lotNo: recall.lotNo === '' ? null : recall.lotNo,
  reason: recall.reason,
  state: recall.state,
  lotCount: recall.lotCount,
  stopped: recall.stopped,
  openedBy: recall.openedBy,
  openedAt: at(recall.openedAt),
  closedBy: recall.closedBy,
  closedAt: atOrNull(recall.closedAt),
  released: recall.released,
});
