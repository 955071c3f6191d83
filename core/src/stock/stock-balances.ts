import { groupBy, inOrder } from '../platform/collect';
import { sum } from '../platform/money';
import { byExpiry } from './allocate';
import type { Lot, Pick } from './model';
import type { ChannelQuota, QuotaUse } from './policy-model';
import type { StockFacts } from './stock-facts';
import { type FullWant, quotaOf, type StockQuestion, wantOf } from './want-of';

/** What of the stock is left for the next line of a batch after the ones before it. */
export interface StockBalances {
  lotsOf(sellerId: string, skuId: string): readonly Lot[];
  wantOf(question: StockQuestion): FullWant;
  /** Takes the lots a line was promised out of what is left, and answers what it used of its channel's quota. */
  take(question: StockQuestion, picks: readonly Pick[]): QuotaUse | null;
}

/** The lots of a batch as they run down, and what it uses of quotas; each order asks by its own facts. */
export interface StockLeft {
  of(facts: Omit<StockFacts, 'lots'>): StockBalances;
}

const goodsKey = (ownerId: string, skuId: string) => `${ownerId} ${skuId}`;
const quotaKey = ({
  sellerId,
  skuId,
  channel,
  startsOn,
}: Omit<ChannelQuota, 'endsOn' | 'quantity' | 'used'>) => `${sellerId} ${skuId} ${channel} ${startsOn}`;

const noLots: readonly Lot[] = [];

/** Balances that begin with the facts and run down as lines take from them. */
export const stockBalancesOf = (facts: StockFacts): StockBalances => stockLeftOf(facts.lots).of(facts);

/** What is left of lots, for all orders of a batch. */
export function stockLeftOf(lots: readonly Lot[]): StockLeft {
  const byGoods: Map<string, readonly Lot[]> = groupBy(lots, ({ ownerId, skuId }) =>
    goodsKey(ownerId, skuId),
  );
  // As they are drawn, so that no order of the batch has to sort them.
  for (const [key, ofGoods] of byGoods) byGoods.set(key, inOrder(ofGoods, byExpiry));
  const used = new Map<string, number>();
  const asUsed = (quotas: readonly ChannelQuota[]) =>
    quotas.map((quota) => ({ ...quota, used: quota.used + (used.get(quotaKey(quota)) ?? 0) }));
  return {
    of: (facts) => ({
      lotsOf: (sellerId, skuId) => byGoods.get(goodsKey(sellerId, skuId)) ?? noLots,
      wantOf: (question) =>
        wantOf(used.size === 0 ? facts : { ...facts, quotas: asUsed(facts.quotas) }, question),
      take({ orderId, lineNo, sellerId, buyer, sku }, picks) {
        if (picks.length === 0) return null;
        const key = goodsKey(sellerId, sku.id);
        byGoods.set(
          key,
          (byGoods.get(key) ?? noLots).map((lot) => {
            const quantity = sum(picks.map((pick) => (pick.lotId === lot.id ? pick.quantity : 0)));
            return quantity === 0 ? lot : { ...lot, reserved: lot.reserved + quantity };
          }),
        );
        const quantity = sum(picks.map((pick) => pick.quantity));
        const quota = quotaOf(facts.quotas, sellerId, sku.id, buyer.channel);
        if (!quota || quantity === 0) return null;
        used.set(quotaKey(quota), (used.get(quotaKey(quota)) ?? 0) + quantity);
        const { skuId, channel, startsOn } = quota;
        return { orderId, lineNo, sellerId, skuId, channel, startsOn, quantity };
      },
    }),
  };
}
