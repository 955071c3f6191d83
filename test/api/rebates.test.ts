import type { Client } from '@tongpan/bff';
import {
  accrueRebates,
  captureRebate,
  dayMs,
  expireRebates,
  fitRebate,
  holdRebate,
  lockDuePromotion,
  rebateFree,
  rebateOfOrders,
  type RebatePart,
  releaseRebate,
  restoreRebate,
  settlePromotion,
  type Signed,
  statementsExecuted,
  type Tx,
} from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';
import { pictureOf, uploadBytes, uploadPhoto } from './upload-photo';

afterAll(removePlaces);

forEachEngine('rebates', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const onlyFor = (buyerId: string): PromotionInput['audience'] => ({
    levels: [],
    regionPrefixes: [],
    channels: [],
    groupIds: [],
    buyerIds: [buyerId],
    excludedBuyerIds: [],
  });
  const publish = async (given: Partial<PromotionInput>) => {
    const promotionId = shop.newId();
    await seller.promotions.put({
      ...said(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', { promotionId, ...given }),
    });
    await seller.promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
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
    await shop.addStore({ id, limitFen: 10_000_000 });
    return shop.as(id.toLowerCase());
  };
  const place = async (store: Client, quantity = 50) => {
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'WATER', quantity }] });
    return orderId;
  };
  /** Orders water at ¥2 a bottle and signs for it, but for what was short. */
  const sign = async (store: Client, quantity: number, short = 0) => {
    const orderId = await place(store, quantity);
    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId, shipmentId });
    const differences = short === 0 ? [] : [{ shipmentLineNo: 1, short }];
    await store.orders.sign({ orderId, shipmentId, ...said(), differences });
    return orderId;
  };
  const settleUntil = (daysFromNow: number) =>
    accrueRebates(shop.core, shop.core.clock.now() + daysFromNow * dayMs);
  const balanceOf = async (store: Client) => (await store.rebates.balances({})).items[0];
  const adjust = (buyerId: string, amountFen: number) =>
    seller.rebates.adjust({ ...said(), buyerId, amountFen, reason: '补差' });
  const inTransaction = <Answer>(work: (tx: Tx) => Promise<Answer>) => shop.core.database.transaction(work);
  const partOf = (buyerId: string, orderId: string, amountFen: number): RebatePart => ({
    sellerId: 'D1',
    buyerId,
    orderId,
    amountFen,
    actorId: 'U-d1',
    at: shop.core.clock.now(),
  });

  it('are taken back for what after-sales took back, and below the threshold all of them', async () => {
    const store = await customer('RBACK');
    await cumulativeFor('RBACK');
    const orderId = await sign(store, 60);
    await settleUntil(1);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 600 });
    const giveBack = async (quantity: number) => {
      const [line] = (await store.afterSales.form({ orderId })).lines;
      const { shipmentId = '', shipmentLineNo = 0 } = line ?? {};
      const { afterSalesId } = await store.afterSales.request({
        ...said(),
        ...{
          afterSalesId: shop.newId(),
          orderId,
          kind: 'refundOnly',
          reason: 'damaged',
          photos: [await uploadPhoto(store, shop.newId(), 'afterSales')],
        },
        lines: [{ shipmentId, shipmentLineNo, quantity }],
      });
      await seller.afterSales.approve({ ...said(), afterSalesId });
    };

    await giveBack(5);
    await settleUntil(2);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 550 });
    await giveBack(10);
    await settleUntil(3);

    // 45 bottles are ¥90, and the rebate begins at ¥100.
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 0 });
  });

  it('are earned by what was signed for, and a repeat pays nothing twice', async () => {
    const store = await customer('R1');
    await cumulativeFor('R1');
    await sign(store, 60, 2);

    await settleUntil(1);
    await settleUntil(1);

    const earnedFen = (58 * 200 * 500) / 10_000;
    const balance = await balanceOf(store);
    expect(balance).toMatchObject({ sellerId: 'D1', balanceFen: earnedFen, freeFen: earnedFen, heldFen: 0 });
    expect(balance?.expiries).toEqual([
      { expiresAt: '2027-11-30T16:00:00.000Z', leftFen: earnedFen, heldFen: 0 },
    ]);
    const { items } = await store.rebates.entries({ accountId: balance?.accountId ?? '' });
    expect(items.map(({ action, balanceFen, reason }) => [action, balanceFen, reason])).toEqual([
      ['earn', earnedFen, '季度返利'],
    ]);
  });

  it('are settled to date: what was settled before is taken off', async () => {
    const store = await customer('R2');
    await cumulativeFor('R2');
    await sign(store, 50);
    await settleUntil(1);
    await sign(store, 50);

    await settleUntil(2);

    expect(await balanceOf(store)).toMatchObject({ balanceFen: (100 * 200 * 500) / 10_000 });
    const deltas = await shop.rows<{ deltaFen: number }>(
      "SELECT deltaFen FROM rebateSettlement WHERE buyerId = 'R2' ORDER BY id",
    );
    expect(deltas).toEqual([{ deltaFen: 500 }, { deltaFen: 500 }]);
  });

  it('tell a buyer how far it is, and the seller what they have cost', async () => {
    const store = await customer('R15');
    const rule = {
      pays: 'percent',
      mode: 'whole',
      tiers: [
        { fromFen: 10_000, rebateBp: 500 },
        { fromFen: 30_000, rebateBp: 800 },
      ],
    };
    const promotionId = await cumulativeFor('R15', { rule });
    await sign(store, 50);
    const mine = async () =>
      (await store.rebates.progress({ supplierId: 'D1' })).items.find(
        (one) => one.promotionId === promotionId,
      );

    expect(await mine()).toMatchObject({
      kind: 'cumulative',
      quantity: 50,
      amountFen: 10_000,
      entitledFen: 500,
      settledFen: 0,
      next: '再进¥200.00，返8%',
    });
    await settleUntil(1);
    expect(await mine()).toMatchObject({ entitledFen: 500, settledFen: 500 });
    expect((await seller.promotions.get({ promotionId })).promotion).toMatchObject({ used: 1, costFen: 500 });
    const others = await (await customer('R16')).rebates.progress({});
    expect(others.items.map((one) => one.promotionId)).not.toContain(promotionId);
  });

  it('wait for the tier, and are nobody else’s', async () => {
    const store = await customer('R3');
    await cumulativeFor('R3', { rule: percentFrom(20_000, 500) });
    await sign(store, 50);

    await settleUntil(1);

    expect(await balanceOf(store)).toBeUndefined();
  });

  it('take no more than the budget', async () => {
    const store = await customer('R4');
    await cumulativeFor('R4', { budgetFen: 120 });
    await sign(store, 50);

    await settleUntil(1);
    await settleUntil(2);

    expect(await balanceOf(store)).toMatchObject({ balanceFen: 120 });
  });

  it('lose nothing by a change of the rule, and by a stop', async () => {
    const store = await customer('R5');
    const promotionId = await cumulativeFor('R5');
    await sign(store, 50);
    await settleUntil(1);
    await seller.promotions.put({
      ...said(),
      expectedVersion: 2,
      promotion: aPromotionOf('D1', {
        promotionId,
        kind: 'cumulative',
        audience: onlyFor('R5'),
        rule: percentFrom(10_000, 100),
      }),
    });
    await settleUntil(2);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 500, owedFen: 0 });

    await seller.promotions.stop({ ...said(), promotionId, expectedVersion: 3 });
    await sign(store, 500);
    await settleUntil(3);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 500, owedFen: 0 });
  });

  it('are taken back when goods came back: from what is free, the rest from the next earnings', async () => {
    const store = await customer('R6');
    const promotionId = await cumulativeFor('R6');
    await sign(store, 50);
    await settleUntil(1);
    const orderId = await place(store);
    await inTransaction((tx) => holdRebate(tx, shop.newId, [partOf('R6', orderId, 300)]));
    const buyer = {
      id: 'R6',
      level: 3,
      regionCode: '330106',
      channel: 'traditional',
      groupIds: new Set<string>(),
    };
    const settle = (signed: Signed, period: string) =>
      inTransaction(async (tx) => {
        const due = await lockDuePromotion(tx, promotionId);
        if (!due) throw new Error('the promotion is gone');
        const at = shop.core.clock.now();
        return settlePromotion(tx, shop.newId, due, { signed: [signed], period, actorId: 'system', at });
      });

    await settle({ buyer, goods: [] }, 'returned');
    await settle({ buyer, goods: [] }, 'returned');

    expect(await balanceOf(store)).toMatchObject({ balanceFen: 300, heldFen: 300, freeFen: 0, owedFen: 300 });
    await inTransaction((tx) => releaseRebate(tx, shop.newId, [partOf('R6', orderId, 100)]));
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 200, heldFen: 200, owedFen: 200 });
    await settleUntil(2);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 500, heldFen: 200, freeFen: 300, owedFen: 0 });
  });

  it('are paid for a display when its photos are approved', async () => {
    const store = await customer('R7');
    const promotionId = await publish({
      kind: 'displayDeal',
      name: '端架陈列',
      audience: onlyFor('R7'),
      rule: { rewardFen: 20_000, proofCount: 2 },
    });
    /** Each time uploaded anew, as somebody would who wants a picture to count twice. */
    const upload = async (picture: string) => {
      const photoId = shop.newId();
      await uploadBytes(store, photoId, 'display', await pictureOf(picture));
      return photoId;
    };
    const handIn = async (...pictures: string[]) =>
      store.rebates.handInDisplay({
        ...said(),
        promotionId,
        photos: await Promise.all(pictures.map(upload)),
        note: '门口端架',
      });
    const decide = (claimId: string, approve: boolean, reason = '') =>
      seller.rebates.decideDisplay({ ...said(), claimId, approve, reason });

    const first = await handIn('IMG-1', 'IMG-2');
    expect(first).toMatchObject({ state: 'open', promotionName: '端架陈列', sellerName: expect.any(String) });
    expect(await codeOf(handIn('IMG-3'))).toBe('rebates.claimOpen');
    expect(await seller.rebates.totals({})).toMatchObject({ openClaims: 1 });
    expect(await decide(first.claimId, false, '照片看不清')).toMatchObject({
      state: 'refused',
      reason: '照片看不清',
    });
    expect(await balanceOf(store)).toBeUndefined();
    expect(await codeOf(decide(first.claimId, true))).toBe('rebates.claimDecided');

    const second = await handIn('IMG-1');
    await decide(second.claimId, true);
    expect(await balanceOf(store)).toBeUndefined();
    expect(await codeOf(handIn('IMG-1'))).toBe('rebates.photoUsed');
    expect(await codeOf(handIn('IMG-4', 'IMG-4'))).toBe('rebates.photoUsed');

    const third = await handIn('IMG-2');
    await decide(third.claimId, true);
    await settleUntil(1);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 20_000 });
    const { items } = await store.rebates.displays({});
    expect(items.map(({ state }) => state)).toEqual(['approved', 'approved', 'refused']);
  });

  it('ask a reason of who refuses photos', async () => {
    const refused = seller.rebates.decideDisplay({ ...said(), claimId: 'NOTHING', approve: false });

    expect(await codeOf(refused)).toBe('request.invalid');
  });

  it('are known to no other seller’s deal', async () => {
    const store = await customer('R8');
    const others = await publish({
      kind: 'displayDeal',
      audience: onlyFor('R7'),
      rule: { rewardFen: 100, proofCount: 1 },
    });
    const photo = await uploadPhoto(store, shop.newId(), 'display');
    const handIn = (promotionId: string) =>
      store.rebates.handInDisplay({ ...said(), promotionId, photos: [photo] });

    expect(await codeOf(handIn(others))).toBe('rebates.dealUnknown');
    expect(await codeOf(handIn('NO-SUCH-DEAL'))).toBe('rebates.dealUnknown');
  });

  it('are set right by hand with a reason, and never below what is free', async () => {
    const store = await customer('R9');
    const command = { ...said(), buyerId: 'R9', amountFen: 1_000, reason: '补差' };
    await seller.rebates.adjust(command);
    await seller.rebates.adjust(command);

    expect(await adjust('R9', -400)).toMatchObject({ balanceFen: 600, buyerId: 'R9' });
    expect(await codeOf(adjust('R9', -601))).toBe('rebates.short');
    expect(await codeOf(adjust('HQ', 1))).toBe('rebates.buyerUnknown');
    const account = await balanceOf(store);
    const period = { startsOn: '2026-11-01', untilOn: '2026-11-30' };
    expect(await store.rebates.statement({ accountId: account?.accountId ?? '', ...period })).toEqual({
      ...period,
      openingFen: 0,
      earnedFen: 0,
      spentFen: 0,
      reversedFen: 0,
      adjustedFen: 600,
      expiredFen: 0,
      closingFen: 600,
    });
  });

  it('are held for orders, spent, and given back', async () => {
    const store = await customer('R10');
    await adjust('R10', 1_000);
    const [one, other] = [await place(store), await place(store)];

    await inTransaction((tx) =>
      holdRebate(tx, shop.newId, [partOf('R10', one, 600), partOf('R10', other, 400)]),
    );
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 1_000, heldFen: 1_000, freeFen: 0 });
    await inTransaction((tx) => captureRebate(tx, shop.newId, [partOf('R10', one, 500)]));
    await inTransaction((tx) =>
      fitRebate(tx, shop.newId, [
        { ...partOf('R10', one, 0), standsForFen: 40 },
        { ...partOf('R10', other, 0), standsForFen: 900 },
      ]),
    );

    expect(await inTransaction((tx) => rebateOfOrders(tx, [one, other]))).toEqual(
      new Map([
        [one, { heldFen: 40, spentFen: 500 }],
        [other, { heldFen: 400, spentFen: 0 }],
      ]),
    );
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 500, heldFen: 440, freeFen: 60 });
    await inTransaction((tx) => restoreRebate(tx, shop.newId, [partOf('R10', one, 200)]));
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 700, heldFen: 440, freeFen: 260 });
    const restoreTooMuch = inTransaction((tx) => restoreRebate(tx, shop.newId, [partOf('R10', one, 301)]));
    await expect(restoreTooMuch).rejects.toMatchObject({ code: 'rebates.short' });
  });

  it('go to as many orders at once as there is balance for', async () => {
    const store = await customer('R11');
    await adjust('R11', 1_000);
    const orderIds: string[] = [];
    for (let count = 0; count < 12; count += 1) orderIds.push(await place(store));

    const answers = await Promise.allSettled(
      orderIds.map((orderId) =>
        inTransaction((tx) => holdRebate(tx, shop.newId, [partOf('R11', orderId, 150)])),
      ),
    );

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 1_000, heldFen: 900, freeFen: 100 });
  });

  it('are held for many orders of several buyers in as many statements as for one', async () => {
    const stores = [await customer('R17'), await customer('R18')];
    const parts: RebatePart[] = [];
    for (const [index, store] of stores.entries()) {
      const buyerId = `R${17 + index}`;
      await adjust(buyerId, 1_000);
      for (let count = 0; count < 5; count += 1) parts.push(partOf(buyerId, await place(store), 150));
    }
    const statementsFor = async (some: readonly RebatePart[]) => {
      const before = statementsExecuted();
      await inTransaction((tx) => holdRebate(tx, shop.newId, some));
      return statementsExecuted() - before;
    };

    const forOne = await statementsFor(parts.slice(0, 1));
    const forMany = await statementsFor(parts.slice(1));

    expect(forMany).toBeLessThanOrEqual(forOne);
    expect(forOne).toBeLessThan(12);
    for (const store of stores) {
      expect(await balanceOf(store)).toMatchObject({ balanceFen: 1_000, heldFen: 750, freeFen: 250 });
    }
  });

  it('stay as they are in a dispute, and last as many days longer', async () => {
    const store = await customer('R12');
    const { accountId } = await adjust('R12', 1_000);
    const freeze = (isFrozen: boolean) =>
      seller.rebates.freeze({ ...said(), accountId, isFrozen, reason: '窜货争议' });
    const orderId = await place(store);

    expect(await freeze(true)).toMatchObject({ freeFen: 0, frozenReason: '窜货争议' });
    const held = inTransaction((tx) => holdRebate(tx, shop.newId, [partOf('R12', orderId, 1)]));
    await expect(held).rejects.toMatchObject({ code: 'rebates.frozen' });
    await expireRebates(shop.core, Date.parse('2029-01-01'));
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 1_000 });
    expect(await freeze(false)).toMatchObject({
      freeFen: 1_000,
      frozenAt: null,
      expiries: [{ expiresAt: '2027-12-01T16:00:00.000Z', leftFen: 1_000, heldFen: 0 }],
    });
  });

  it('follow the terms of their seller, and nobody overwrites what he has not seen', async () => {
    expect((await seller.rebates.terms({})).now).toEqual({
      version: 0,
      maxShareBp: 3_000,
      countsSpecialPrices: false,
      validMonths: 12,
      changedBy: '',
      changedAt: null,
    });
    const put = (expectedVersion: number, validMonths: number) =>
      seller.rebates.putTerms({
        ...said(),
        expectedVersion,
        maxShareBp: 5_000,
        countsSpecialPrices: true,
        validMonths,
      });
    await put(0, 1);

    expect(await codeOf(put(0, 2))).toBe('rebates.termsChanged');
    await customer('R13');
    expect(await adjust('R13', 100)).toMatchObject({
      maxShareBp: 5_000,
      expiries: [{ expiresAt: '2026-12-31T16:00:00.000Z', leftFen: 100, heldFen: 0 }],
    });
    await put(1, 12);
    const { now, versions } = await seller.rebates.terms({});
    expect([now.version, versions.map(({ validMonths }) => validMonths)]).toEqual([2, [12, 1]]);
  });

  it('expire by themselves, what orders hold excepted', async () => {
    const store = await customer('R14');
    await adjust('R14', 1_000);
    const orderId = await place(store);
    await inTransaction((tx) => holdRebate(tx, shop.newId, [partOf('R14', orderId, 300)]));
    const late = Date.parse('2028-01-01');

    expect(await inTransaction((tx) => rebateFree(tx, 'D1', 'R14', late))).toBe(0);
    await expireRebates(shop.core, late);
    await expireRebates(shop.core, late);

    expect(await balanceOf(store)).toMatchObject({ balanceFen: 300, heldFen: 300, freeFen: 0 });
    const spend = () => inTransaction((tx) => captureRebate(tx, shop.newId, [partOf('R14', orderId, 300)]));
    await spend();
    await inTransaction((tx) =>
      restoreRebate(tx, shop.newId, [{ ...partOf('R14', orderId, 300), at: late }]),
    );
    expect((await balanceOf(store))?.expiries).toEqual([
      { expiresAt: '2028-01-31T16:00:00.000Z', leftFen: 300, heldFen: 0 },
    ]);
  });

  endsWithBooks(() => shop);
});
