import type { Client } from '@tongpan/bff';
import { holdRebate, lockDuePromotion, releaseRebate, settlePromotion, type Signed } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf } from './promotion-inputs';
import { rebatesOf } from './rebate-deals';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

forEachEngine('rebates', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const {
    said,
    onlyFor,
    percentFrom,
    cumulativeFor,
    customer,
    place,
    sign,
    settleUntil,
    balanceOf,
    inTransaction,
    partOf,
  } = rebatesOf(
    () => shop,
    () => seller,
  );

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

  it('warn of a budget once, as soon as what was paid comes near to it', async () => {
    const store = await customer('R17');
    const promotionId = await cumulativeFor('R17', { budgetFen: 1_100 });
    const warned = async () =>
      (await seller.promotions.get({ promotionId })).warnings.map(({ share }) => share);
    await sign(store, 50);
    await settleUntil(1);
    expect(await warned()).toEqual([]);

    await sign(store, 50);
    await settleUntil(2);
    await settleUntil(3);

    expect(await warned()).toEqual([80]);
    const told = await shop.rows<{ id: string }>(
      "SELECT id FROM outboxEvent WHERE aggregate = ? AND name = 'promotions.budgetWarned'",
      [`promotion:${promotionId}`],
    );
    expect(told).toHaveLength(1);
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
    const promotionId = await cumulativeFor('R4', { budgetFen: 120 });
    await sign(store, 50);

    await settleUntil(1);
    await settleUntil(2);

    expect(await balanceOf(store)).toMatchObject({ balanceFen: 120 });
    const { warnings } = await seller.promotions.get({ promotionId });
    expect(warnings.map(({ share }) => share)).toEqual([80, 100]);
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

  endsWithBooks(() => shop);
});
