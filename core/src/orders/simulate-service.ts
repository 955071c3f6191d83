import { type ListedPrice, loadGroups, loadSkus, readPricing } from '../catalog';
import { choosePrice, priceKey } from '../catalog/rules';
import { loadParties } from '../partners';
import { type Caller, type Day, dayMs, dayOf, groupBy, type Platform, Refused, type Tx } from '../platform';
import {
  type CartLine,
  type PastOrder,
  type Promotion,
  type PromotionDraft,
  readPromotionBooks,
  type Simulation,
} from '../promotions';
import { checkPromotion, giftsOf, sayFaults, simulatePromotion } from '../promotions/rules';
import { loadPurchasePrices } from './borrow-service';
import { decisionStore } from './decision-store';
import { isAskedFor } from './is-asked-for';
import type { Order, OrderLine } from './model';
import { cartBuyerOf, cartLineOf } from './promotion-cart';
import { orderStore } from './store';

export interface SimulateInput {
  readonly promotion: PromotionDraft;
  /** How many days back it looks. */
  readonly days: number;
}

/** So many orders are looked at, the latest ones: enough to judge by, and read within a second or two. */
const mostOrders = 2_000;

/** What a promotion would have cost. */
export function simulateService({ database }: Pick<Platform, 'database'>) {
  return {
    /**
     * Holds a draft against the caller's latest orders, beside the promotions that are live now. Writes nothing.
     * @throws promotions.ruleWrong
     */
    simulatePromotion: (caller: Caller, { promotion: draft, days }: SimulateInput): Promise<Simulation> =>
      database.read(async (tx) => {
        const { partyId: sellerId, at } = caller;
        const promotion: Promotion = { ...draft, sellerId, version: 0, state: 'live' };
        const faults = checkPromotion(promotion);
        if (faults.length > 0) throw new Refused('promotions.ruleWrong', sayFaults(faults));
        const orders = await decisionStore(tx).soldSince(sellerId, at - days * dayMs, mostOrders);
        const lines = await orderStore(tx).lines(orders.map(({ id }) => id));
        const skuIds = [...new Set([...lines.map(({ skuId }) => skuId), ...giftsOf(promotion)])];
        const listed = await standardPrices(tx, sellerId, skuIds, dayOf(at));
        const costOf = await loadPurchasePrices(tx, [sellerId], skuIds, dayOf(at));
        const book = (await readPromotionBooks(tx, [sellerId]))(sellerId);
        return simulatePromotion(promotion, await pastOrders(tx, sellerId, orders, lines), {
          others: book.all.map((one) => one.promotion),
          giftPriceE4: (skuId) => listed.get(skuId)?.unitPriceE4 ?? null,
          floorE4: (skuId) => listed.get(skuId)?.floorPriceE4 ?? null,
          unitCostE4: (skuId) => costOf(sellerId, skuId),
        });
      }),
  };
}

/** Orders as carts: what was asked for, at what the list asked then. */
async function pastOrders(
  tx: Tx,
  sellerId: string,
  orders: readonly Order[],
  lines: readonly OrderLine[],
): Promise<readonly PastOrder[]> {
  const buyerIds = [...new Set(orders.map(({ buyerId }) => buyerId))];
  const parties = await loadParties(tx, [sellerId, ...buyerIds]);
  const groups = await loadGroups(tx, { sellerIds: [sellerId], buyerIds });
  const skus = await loadSkus(tx, [...new Set(lines.map(({ skuId }) => skuId))]);
  const byOrder = groupBy(lines, ({ orderId }) => orderId);
  const seller = parties.get(sellerId);
  return orders.flatMap(({ id, buyerId, placedAt }): PastOrder[] => {
    const buyer = parties.get(buyerId);
    if (!buyer || !seller) return [];
    const cartLines = (byOrder.get(id) ?? []).flatMap((line): CartLine[] => {
      const sku = skus.get(line.skuId);
      if (!sku || !isAskedFor(line)) return [];
      const amountFen = line.amountFen + line.discountFen;
      return [cartLineOf(sku, { ...line, amountFen, isClosed: false })];
    });
    const cart = {
      buyer: cartBuyerOf({ groups }, { buyer, seller }),
      at: placedAt,
      lines: cartLines,
      freightFen: 0,
      couponIds: [],
      giftChoices: new Map<string, readonly string[]>(),
      tokens: new Map<string, number>(),
    };
    return [{ orderId: id, cart }];
  });
}

/** What the seller asks of anybody, by SKU. */
async function standardPrices(
  tx: Tx,
  sellerId: string,
  skuIds: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, ListedPrice>> {
  const { prices } = await readPricing(tx, [{ sellerId, buyerId: '', skuIds }]);
  const anybody = { id: '', level: -1, regionCode: '', channel: '' };
  return new Map(
    skuIds.flatMap((skuId) => {
      const price = choosePrice(prices.get(priceKey(sellerId, skuId)) ?? [], anybody, on);
      return price ? [[skuId, price] as const] : [];
    }),
  );
}
