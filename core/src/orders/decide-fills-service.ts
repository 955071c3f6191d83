import { dayOf, groupBy, type Instant, type Tx } from '../platform';
import { caseOf, loadSkus } from '../catalog';
import { loadCredit } from '../credit';
import { accountKey, assessCredit, roomFen } from '../credit/rules';
import { loadParties } from '../partners';
import { allocate, loadShareTerms, loadStock, stockBalancesOf } from '../stock';
import { shareTermsFor } from '../stock/rules';
import { type Fill, fillBackOrders, type FillBalances, type Waiting } from './fill-back-orders';
import { fillInShares, type WaitingShare } from './fill-in-shares';
import { worthFen } from './line-worth';
import type { Order, OrderLine } from './model';
import { blockedLines, lineKey } from './release-check-service';

/** Goods that came in for one line, and for no other as long as it wants them. */
export interface Arrived {
  readonly lineNo: number;
  readonly lotIds: ReadonlySet<string>;
}

const nothingKept = { quantity: 0, byWarehouse: new Map<string, number>() };

/** Decides which waiting lines get what of the goods that came in: credit and region as they are now. */
export async function decideFills(
  tx: Tx,
  orders: readonly Order[],
  linesOf: ReadonlyMap<string, readonly OrderLine[]>,
  skuIds: ReadonlySet<string>,
  at: Instant,
  arrived: Arrived | null = null,
): Promise<readonly Fill[]> {
  const on = dayOf(at);
  const waiting = orders.map((order) => ({
    order,
    lines: (linesOf.get(order.id) ?? []).filter(
      (line) =>
        line.backOrdered > 0 &&
        skuIds.has(line.skuId) &&
        (arrived === null || line.lineNo === arrived.lineNo),
    ),
  }));
  const buyerIds = [...new Set(orders.map(({ buyerId }) => buyerId))];
  const sellerIds = [...new Set(orders.map(({ sellerId }) => sellerId))];
  const credit = await loadCredit(tx, { buyerIds, sellerIds, on, locked: true });
  const blocked = await blockedLines(tx, waiting, at);
  const parties = await loadParties(tx, buyerIds);
  const skus = await loadSkus(tx, [...skuIds]);
  const stock = stockBalancesOf(
    await loadStock(tx, { sellerIds, buyerIds, skuIds: [...skuIds], on, locked: true }),
  );
  const shareTerms = await loadShareTerms(tx, sellerIds);
  const promised = new Map<string, number>();
  const standingOf = ({ buyerId, sellerId }: Pick<Order, 'buyerId' | 'sellerId'>) => {
    const promisedFen = promised.get(accountKey(buyerId, sellerId)) ?? 0;
    return assessCredit(credit, { buyerId, sellerId, amountFen: 0, promisedFen, on });
  };
  const questionOf = (line: Waiting, quantity: number) => {
    const buyer = parties.get(line.buyerId);
    const sku = skus.get(line.skuId);
    if (!buyer || !sku) throw new Error('a back-order of goods or a buyer there is not');
    const { orderId, lineNo, sellerId } = line;
    return { orderId, lineNo, sellerId, buyer, sku, quantity, caseFactor: caseOf(sku).factor };
  };
  const lines = waiting.flatMap(({ order, lines: ofOrder }) => {
    const { answer, locked } = standingOf(order);
    const buyer = parties.get(order.buyerId);
    return ofOrder.map((line): WaitingShare => {
      const from = line.shipped + line.reserved;
      return {
        orderId: order.id,
        lineNo: line.lineNo,
        sellerId: order.sellerId,
        buyerId: order.buyerId,
        skuId: line.skuId,
        backOrdered: line.backOrdered,
        priority: order.priority,
        backOrderedAt: order.backOrderedAt ?? at,
        mayFill: answer !== 'noAccount' && !locked && !blocked.has(lineKey(line)),
        worthFen: (units) => worthFen(line, from, from + units),
        shipped: line.shipped,
        promised: line.reserved,
        ...shareTermsFor(shareTerms, { id: order.buyerId, channel: buyer?.channel ?? '' }),
      };
    });
  });
  const balances: FillBalances = {
    allocate(line, quantity) {
      const want = stock.wantOf(questionOf(line, quantity));
      // An order that was agreed to is not held to its channel's quota a second time.
      const lots = stock.lotsOf(line.sellerId, line.skuId);
      if (!arrived) return allocate(lots, { ...want, channelLeft: null }).picks;
      // Nor are goods that came for it kept back from it.
      const own = lots.filter(({ id }) => arrived.lotIds.has(id));
      return allocate(own, { ...want, channelLeft: null, keepBack: nothingKept }).picks;
    },
    availableFen: (line) => roomFen(standingOf(line)),
    take(line, fill) {
      stock.take(questionOf(line, fill.quantity), fill.picks);
      const key = accountKey(line.buyerId, line.sellerId);
      promised.set(key, (promised.get(key) ?? 0) + fill.heldFen);
    },
  };
  // One seller's lines: by turn, or by shares where the seller has said how.
  if (arrived !== null || shareTerms.length === 0) return fillBackOrders(lines, balances);
  return [...groupBy(lines, ({ skuId }) => skuId)].flatMap(([skuId, ofSku]) => {
    const sku = skus.get(skuId);
    return fillInShares(ofSku, sku ? caseOf(sku).factor : 1, balances);
  });
}
