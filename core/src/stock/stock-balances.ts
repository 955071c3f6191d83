import { groupBy, keyBy } from '../platform/collect';
import { sum } from '../platform/money';
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

const goodsKey = (ownerId: string, skuId: string) => `${ownerId} ${skuId}`;
const quotaKey = ({
  sellerId,
  skuId,
  channel,
  startsOn,
}: Omit<ChannelQuota, 'endsOn' | 'quantity' | 'used'>) => `${sellerId} ${skuId} ${channel} ${startsOn}`;

/** Balances that begin with the facts and run down as lines take from them. */
export function stockBalancesOf(facts: StockFacts): StockBalances {
  const lots = keyBy(facts.lots, (lot) => lot.id);
  const idsByGoods = groupBy(facts.lots, (lot) => goodsKey(lot.ownerId, lot.skuId));
  const quotas = keyBy(facts.quotas, quotaKey);
  const current = () => ({ ...facts, quotas: [...quotas.values()] });
  return {
    lotsOf: (sellerId, skuId) =>
      (idsByGoods.get(goodsKey(sellerId, skuId)) ?? []).map(({ id }) => lots.get(id) as Lot),
    wantOf: (question) => wantOf(current(), question),
    take({ orderId, lineNo, sellerId, buyer, sku }, picks) {
      for (const { lotId, quantity } of picks) {
        const lot = lots.get(lotId);
        if (lot) lots.set(lotId, { ...lot, reserved: lot.reserved + quantity });
      }
      const quantity = sum(picks.map((pick) => pick.quantity));
      const quota = quotaOf([...quotas.values()], sellerId, sku.id, buyer.channel);
      if (!quota || quantity === 0) return null;
      quotas.set(quotaKey(quota), { ...quota, used: quota.used + quantity });
      const { skuId, channel, startsOn } = quota;
      return { orderId, lineNo, sellerId, skuId, channel, startsOn, quantity };
    },
  };
}
