import { type Caller, type Platform, Refused, type Tx } from '../platform';
import { caseOf, loadSkus } from '../catalog';
import { loadParties } from '../partners';
import { demandKey, type LineDemand, type ShareTerms, loadShareTerms, runFairShare } from '../stock';
import { shareTermsFor } from '../stock/rules';
import { browseStore } from './browse-store';
import { fulfilStore } from './fulfil-store';
import type { Order, OrderLine } from './model';
import { orderStore } from './store';

/** Orders of a state that are looked at; more than that one person does not share goods over. */
const ordersTogether = 500;

/** A line that wants goods, and how it stands. */
export interface Demand {
  readonly order: Order;
  readonly line: OrderLine;
}

/** The lines of a seller's held and back-ordered orders that want a SKU, the longest wait first. */
export async function demandOf(tx: Tx, sellerId: string, skuId: string): Promise<readonly Demand[]> {
  const store = orderStore(tx);
  const query = { side: 'seller' as const, partyId: sellerId, after: null, limit: ordersTogether };
  const held = await browseStore(tx).page({ ...query, state: 'held' });
  const waiting = await fulfilStore(tx).waitingFor(sellerId, [skuId], ordersTogether);
  const owing = await store.orders([...new Set(waiting.map(({ orderId }) => orderId))]);
  const orders = new Map([...held, ...owing].map((order) => [order.id, order]));
  const lines = await store.lines([...orders.keys()]);
  return lines
    .flatMap((line): Demand[] => {
      const order = orders.get(line.orderId);
      return order && line.skuId === skuId && line.cancelled < line.quantity ? [{ order, line }] : [];
    })
    .sort(
      (left, right) =>
        left.order.placedAt - right.order.placedAt || (left.order.id < right.order.id ? -1 : 1),
    );
}

export interface FairShareInput {
  readonly skuId: string;
  /** Orders that keep their promises, beside those already approved. */
  readonly protectedOrderIds: readonly string[];
  /** What if: 优先级 of buyers in place of what the seller has set; 1 is served in full before 2. */
  readonly segments: readonly { readonly buyerId: string; readonly segment: number }[];
  readonly weights: readonly { readonly buyerId: string; readonly weight: number }[];
}

export function demandService({ database }: Platform) {
  return {
    /** How the caller's goods of a SKU would be shared over the lines that want them. Promises nothing. @throws catalog.skuUnknown */
    previewFairShare: (caller: Caller, input: FairShareInput) =>
      database.snapshot(async (tx) => {
        const sku = (await loadSkus(tx, [input.skuId])).get(input.skuId);
        if (!sku) throw new Refused('catalog.skuUnknown');
        const found = await demandOf(tx, caller.partyId, input.skuId);
        const parties = await loadParties(tx, [...new Set(found.map(({ order }) => order.buyerId))]);
        const terms = await loadShareTerms(tx, [caller.partyId]);
        const standing = ({ buyerId }: Order) =>
          shareTermsFor(terms, { id: buyerId, channel: parties.get(buyerId)?.channel ?? '' });
        const demands = found.map((demand, at): LineDemand =>
          lineDemand(demand, at, input, standing(demand.order)),
        );
        const asked = { sellerId: caller.partyId, skuId: sku.id, pack: caseOf(sku).factor };
        const plan = await runFairShare(tx, asked, demands);
        const shares = new Map(plan.shares.map((share) => [share.id, share]));
        return {
          sku,
          supply: plan.supply,
          left: plan.left,
          lines: found.map(({ order, line }, at) => ({
            ...(demands[at] as LineDemand),
            orderNumber: order.number,
            buyerId: order.buyerId,
            buyerName: parties.get(order.buyerId)?.name ?? '',
            quantity: shares.get(demandKey(line))?.quantity ?? 0,
            toGive: shares.get(demandKey(line))?.toGive ?? 0,
          })),
        };
      }),
  };
}

/** Who waits longer gets what packs leave over; an approved order's promises are its own. */
function lineDemand(
  { order, line }: Demand,
  at: number,
  input: FairShareInput,
  stands: Pick<ShareTerms, 'segment' | 'weight'>,
): LineDemand {
  const { buyerId, id: orderId, state } = order;
  const named = <Row extends { readonly buyerId: string }>(rows: readonly Row[]) =>
    rows.find((row) => row.buyerId === buyerId);
  return {
    orderId,
    lineNo: line.lineNo,
    wanted: line.quantity - line.cancelled,
    shipped: line.shipped,
    promised: line.reserved,
    isProtected: state !== 'held' || input.protectedOrderIds.includes(orderId),
    segment: named(input.segments)?.segment ?? stands.segment,
    weight: named(input.weights)?.weight ?? stands.weight,
    priority: at,
  };
}
