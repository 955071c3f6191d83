import type { Client } from '@tongpan/bff';
import { accrueRebates, dayMs, type RebatePart, type Tx } from '@tongpan/core';
import type { Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';

/** Deals of the distributor D1 that pay later, and what their tests do again and again. */
export function rebatesOf(shop: () => Shop, seller: () => Client) {
  const said = () => ({ commandId: shop().newId() });
  const onlyFor = (buyerId: string): PromotionInput['audience'] => ({
    levels: [],
    regionPrefixes: [],
    channels: [],
    groupIds: [],
    buyerIds: [buyerId],
    excludedBuyerIds: [],
  });
  const publish = async (given: Partial<PromotionInput>) => {
    const promotionId = shop().newId();
    await seller().promotions.put({
      ...said(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', { promotionId, ...given }),
    });
    await seller().promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
    return promotionId;
  };
  const percentFrom = (fromFen: number, rebateBp: number) => ({
    pays: 'percent',
    mode: 'whole',
    tiers: [{ fromFen, rebateBp }],
  });
  const cumulativeFor = (buyerId: string, given: Partial<PromotionInput> = {}) =>
    publish({
      kind: 'cumulative',
      name: '季度返利',
      audience: onlyFor(buyerId),
      rule: percentFrom(10_000, 500),
      ...given,
    });
  const customer = async (id: string) => {
    await shop().addStore({ id, limitFen: 10_000_000 });
    return shop().as(id.toLowerCase());
  };
  const place = async (store: Client, quantity = 50) => {
    const orderId = shop().newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'WATER', quantity }] });
    return orderId;
  };
  /** Orders water at ¥2 a bottle and signs for it, but for what was short. */
  const sign = async (store: Client, quantity: number, short = 0) => {
    const orderId = await place(store, quantity);
    const shipmentId = shop().newId();
    await seller().orders.ship({ orderId, shipmentId });
    const differences = short === 0 ? [] : [{ shipmentLineNo: 1, short }];
    await store.orders.sign({ orderId, shipmentId, ...said(), differences });
    return orderId;
  };
  const settleUntil = (daysFromNow: number) =>
    accrueRebates(shop().core, shop().core.clock.now() + daysFromNow * dayMs);
  const balanceOf = async (store: Client) => (await store.rebates.balances({})).items[0];
  const adjust = (buyerId: string, amountFen: number) =>
    seller().rebates.adjust({ ...said(), buyerId, amountFen, reason: '补差' });
  const inTransaction = <Answer>(work: (tx: Tx) => Promise<Answer>) => shop().core.database.transaction(work);
  const partOf = (buyerId: string, orderId: string, amountFen: number): RebatePart => ({
    sellerId: 'D1',
    buyerId,
    orderId,
    amountFen,
    actorId: 'U-d1',
    at: shop().core.clock.now(),
  });
  return {
    said,
    onlyFor,
    publish,
    percentFrom,
    cumulativeFor,
    customer,
    place,
    sign,
    settleUntil,
    balanceOf,
    adjust,
    inTransaction,
    partOf,
  };
}
