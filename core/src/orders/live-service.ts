import { loadCredit } from '../credit';
import { addAmounts, addDays, type Day, startOfDay, together, type Tx } from '../platform';
import { loadEntityMembers } from '../partners';
import { loadLivePromotions, type Promotion, type PromotionsWanted } from '../promotions';
import { asksHistory, goodsOf, relevantTo } from '../promotions/rules';
import { loadLiveStock, loadSharing, readBorrowers, sharingOf } from '../stock';
import { loadPurchasePrices } from './borrow-service';
import { decisionStore } from './decision-store';
import { entityKey, type LiveFacts, type OrderRequest, takenKey } from './facts';
import { cartBuyerOf, countedOf } from './promotion-cart';
import type { StandingBook } from './standing-service';

export interface LiveWanted {
  readonly on: Day;
  /** Locks credit and lots, in that order and each in id order, because effects follow. */
  readonly locked: boolean;
  /** An order that is looked at again: what it took before does not count against it. */
  readonly againOrderId?: string | undefined;
  /** Promotions as they were when that order was placed. */
  readonly originals?: readonly Promotion[] | undefined;
}

const distinct = (values: readonly string[]) => [...new Set(values)];
/** So long back the absorption test looks. */
const takenDays = 30;

/**
 * Reads what orders take from: credit, lots and how fresh their buyers were served, in one round trip, and
 * what only some ask for. `alongside` is asked first, in the same one.
 */
export async function loadLive<Also>(
  tx: Tx,
  book: StandingBook,
  requests: readonly OrderRequest[],
  { on, locked, againOrderId }: LiveWanted,
  alongside: () => Promise<Also>,
): Promise<{ readonly live: LiveFacts; readonly also: Also }> {
  const trades = requests.map((request) => book.tradeOf(request));
  const buyerIds = distinct(trades.map(({ buyerId }) => buyerId));
  const { sellerIds } = book;
  const promoted = requests.flatMap((request) => promotionsWanted(book, request));
  const [also, credit, stock, promotions] = await together([
    alongside(),
    loadCredit(tx, { buyerIds, sellerIds, on, locked }),
    loadLiveStock(tx, trades, { on, locked }),
    loadLivePromotions(tx, promoted, locked),
  ]);
  // Only where somebody has said what an area absorbs is there anything to hold it against.
  const bounded = requests.filter((request) => book.territoryOf(request).capacities.length > 0);
  const taken =
    bounded.length > 0
      ? await loadTaken(tx, distinct(bounded.map(({ buyer }) => buyer.id)), on, againOrderId)
      : new Map<string, number>();
  const skuIds = distinct(trades.flatMap((trade) => trade.skuIds));
  const ordered = await loadOrdered(tx, promoted, againOrderId);
  const lent = await loadLent(tx, sellerIds, skuIds, on);
  return { also, live: { taken, credit, stock, promotions, ordered, ...lent } };
}

/** What an order asks promotions about; nothing when its seller has none, or it keeps what it was given. */
function promotionsWanted(book: StandingBook, request: OrderRequest): readonly Wanted[] {
  const { skus, pricing } = book;
  const promotions = book.promotionsOf(request);
  if (request.promotions === null || promotions.all.length === 0) return [];
  const counted = countedOf(request, request.promotions);
  const goods = request.lines.flatMap(({ skuId }) => skus.get(skuId) ?? []).map(goodsOf);
  const relevant = relevantTo(promotions, goods, cartBuyerOf(pricing, request), counted.at);
  return relevant.length > 0 ? [{ relevant, counted, sellerId: request.seller.id }] : [];
}

interface Wanted extends PromotionsWanted {
  readonly sellerId: string;
}

/** What legal entities ordered before, where a promotion asks. */
async function loadOrdered(
  tx: Tx,
  promoted: readonly Wanted[],
  againOrderId: string | undefined,
): Promise<LiveFacts['ordered']> {
  const asking = promoted.filter(({ relevant }) => asksHistory(relevant));
  if (asking.length === 0) return new Map();
  const ids = await loadEntityMembers(tx, new Set(asking.map(({ counted }) => counted.entityId)));
  const rows = await decisionStore(tx).orderedBefore(
    distinct(asking.map(({ sellerId }) => sellerId)),
    [...ids.keys()],
    againOrderId ?? '',
  );
  const ordered = new Map<string, Set<string>>();
  for (const { sellerId, buyerId, skuId } of rows) {
    const key = entityKey(sellerId, ids.get(buyerId) as string);
    const known = ordered.get(key);
    if (known) known.add(skuId);
    else ordered.set(key, new Set([skuId]));
  }
  return ordered;
}

/** What others share with the sellers that have an agreement. */
async function loadLent(
  tx: Tx,
  sellerIds: readonly string[],
  skuIds: readonly string[],
  on: Day,
): Promise<Pick<LiveFacts, 'sharing' | 'lenderLots'>> {
  const borrowerIds = await readBorrowers(tx, sellerIds);
  if (borrowerIds.length === 0) return { sharing: new Map(), lenderLots: [] };
  const shared = await loadSharing(tx, { borrowerIds, skuIds, on });
  const priceOf = await loadPurchasePrices(tx, borrowerIds, skuIds, on);
  return {
    sharing: new Map(borrowerIds.map((id) => [id, sharingOf(shared, id, (skuId) => priceOf(id, skuId))])),
    lenderLots: shared.lots,
  };
}

async function loadTaken(
  tx: Tx,
  buyerIds: readonly string[],
  on: Day,
  againOrderId: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const [from, until] = [startOfDay(addDays(on, -takenDays)), startOfDay(addDays(on, 1))];
  const rows = await decisionStore(tx).taken(buyerIds, from, until, againOrderId ?? '');
  return addAmounts(
    rows.map(({ buyerId, regionCode, productLine, quantity }) => [
      takenKey(buyerId, regionCode, productLine),
      Number(quantity),
    ]),
  );
}
