import { accountKey } from '../credit/rules';
import type { Lot, QuotaUse, StockBalances, StockQuestion } from '../stock';
import { groupBy } from '../platform/collect';
import type { Coupon, LivePromotions, PromotionCount, PromotionTake } from '../promotions';
import { countingsOf } from '../promotions/rules';
import { stockLeftOf } from '../stock/rules';
import type { Territory } from '../territory';
import type { DecidedLine, Decision, PricedLine } from './decision';
import { type Facts, type OrderRequest, takenKey } from './facts';
import { receiptOn } from './receipt-day';

/** What is left for the next order of a batch after the ones before it. */
export interface Balances extends Pick<StockBalances, 'lotsOf' | 'wantOf'> {
  /** Grants, with what earlier orders use of permits. */
  territory(): Territory;
  /** What a buyer took of a product line in a district, in 30 days and in this batch. */
  takenOf(key: string): number;
  /** What earlier orders of the batch hold of an account. */
  promisedFenOf(buyerId: string, sellerId: string): number;
  /** What is used up of a promotion's cap or budget, by count. */
  countOf(countId: string): UsedUp | undefined;
  /** The coupons a buyer may still use. */
  couponsOf(buyerId: string): readonly Coupon[];
  /** Runs down by what an order takes, and answers what it uses of channel quotas. */
  take(decision: Decision): readonly QuotaUse[];
}

/** What a line asks stock. */
export const stockQuestion = (
  request: OrderRequest,
  line: Pick<PricedLine, 'lineNo' | 'sku' | 'quantity' | 'caseFactor'>,
): StockQuestion => ({
  orderId: request.orderId,
  lineNo: line.lineNo,
  sellerId: request.seller.id,
  buyer: request.buyer,
  sku: line.sku,
  quantity: line.quantity,
  caseFactor: line.caseFactor,
  receiptOn: receiptOn(request),
});

/** What the orders of a batch leave each other; each order asks by its own facts. */
export interface BatchBalances {
  of(facts: Facts): Balances;
}

type UsedUp = Pick<PromotionCount, 'used' | 'costFen'>;
const noCoupons: readonly Coupon[] = [];

/** Balances of one order by itself. */
export const balancesOf = (facts: Facts): Balances =>
  batchBalancesOf({
    taken: facts.taken,
    lots: facts.stock.lots,
    lenderLots: facts.pool.lenderLots,
    promotions: facts.promotions.live,
  }).of(facts);

/** Balances that begin with what is there and run down as orders take from them. */
export function batchBalancesOf({
  taken: takenBefore,
  lots,
  lenderLots,
  promotions,
}: {
  readonly taken: ReadonlyMap<string, number>;
  readonly lots: readonly Lot[];
  readonly lenderLots: readonly Lot[];
  readonly promotions: LivePromotions;
}): BatchBalances {
  const left = stockLeftOf(lots);
  const lent = groupBy(lenderLots, ({ ownerId, skuId }) => `${ownerId} ${skuId}`);
  const permits = new Map<string, number>();
  const taken = new Map(takenBefore);
  const promised = new Map<string, number>();
  const usedUp = new Map<string, UsedUp>(promotions.counts);
  const usedCoupons = new Set<string>();
  const usePromotions = (takes: readonly PromotionTake[]) => {
    for (const { countId, times, costFen } of takes.flatMap(countingsOf)) {
      const before = usedUp.get(countId);
      usedUp.set(countId, {
        used: (before?.used ?? 0) + times,
        costFen: (before?.costFen ?? 0) + costFen,
      });
    }
    for (const { applied } of takes) if (applied.couponId !== null) usedCoupons.add(applied.couponId);
  };
  const asUsed = (territory: Territory): Territory => {
    if (permits.size === 0) return territory;
    const grants = territory.grants.map((grant) => {
      const used = permits.get(grant.id);
      return used === undefined ? grant : { ...grant, usedQuantity: grant.usedQuantity + used };
    });
    return { ...territory, grants };
  };
  return {
    of(facts) {
      const stock = left.of(facts.stock);
      return {
        // A party's own lots come first: a lender that also sells in this batch is counted once.
        lotsOf(ownerId, skuId) {
          const own = stock.lotsOf(ownerId, skuId);
          return own.length > 0 ? own : (lent.get(`${ownerId} ${skuId}`) ?? own);
        },
        wantOf: (question) => stock.wantOf(question),
        territory: () => asUsed(facts.territory),
        takenOf: (key) => taken.get(key) ?? 0,
        promisedFenOf: (buyerId, sellerId) => promised.get(accountKey(buyerId, sellerId)) ?? 0,
        countOf: (countId) => usedUp.get(countId),
        couponsOf(buyerId) {
          const all = promotions.coupons.get(buyerId) ?? noCoupons;
          return usedCoupons.size === 0 ? all : all.filter(({ id }) => !usedCoupons.has(id));
        },
        take(decision) {
          const { request, lines, heldFen, verdict, reservations } = decision;
          const { buyer, seller } = request;
          if (verdict === 'rejected') return [];
          usePromotions(decision.promotionTakes);
          const key = accountKey(buyer.id, seller.id);
          promised.set(key, (promised.get(key) ?? 0) + heldFen);
          for (const { passage, quantity, cancelled } of lines) {
            const area = takenKey(buyer.id, passage.regionCode, passage.productLine);
            taken.set(area, (taken.get(area) ?? 0) + quantity - cancelled);
          }
          for (const { grantId, quantity } of verdict === 'approved' ? permitUses(decision) : []) {
            permits.set(grantId, (permits.get(grantId) ?? 0) + quantity);
          }
          if (reservations.length === 0) return [];
          return lines.flatMap((line) => stock.take(stockQuestion(request, line), line.picks) ?? []);
        },
      };
    },
  };
}

/** What the lines of a decision send under temporary permits. */
export function permitUses({ request, lines }: Pick<Decision, 'request' | 'lines'>) {
  return lines.flatMap((line) => {
    const grantId = permitOf(line);
    const quantity = line.quantity - line.cancelled;
    return grantId !== null && quantity > 0
      ? [{ grantId, orderId: request.orderId, lineNo: line.lineNo, quantity }]
      : [];
  });
}

function permitOf({ answer }: DecidedLine): string | null {
  if (answer.answer !== 'review') return null;
  return [answer, ...answer.also].find(({ reason }) => reason === 'permit')?.grantId ?? null;
}
