import type { Client } from '@tongpan/bff';
import {
  captureRebate,
  expireRebates,
  fitRebate,
  holdRebate,
  rebateFree,
  rebateOfOrders,
  type RebatePart,
  restoreRebate,
  statementsExecuted,
} from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { rebatesOf } from './rebate-deals';

afterAll(removePlaces);

forEachEngine('balances of rebate', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const { said, customer, place, balanceOf, adjust, inTransaction, partOf } = rebatesOf(
    () => shop,
    () => seller,
  );

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
