import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('an order that the pool fills', (engine) => {
  let shop: Shop;
  let store: Client;
  let seller: Client;
  let lender: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, seller, lender] = await Promise.all([shop.as('s1'), shop.as('d1'), shop.as('d2')]);
    await shop.addGoods({
      id: 'PLUM',
      pricesE4: { D1: 200_000, HQ: 150_000 },
      lots: [
        { lotNo: 'OWN', ageDays: 5, quantity: 20 },
        { lotNo: 'LENT', ageDays: 2, quantity: 100, ownerId: 'D2' },
      ],
    });
    await (
      await shop.as('hq')
    ).pool.propose({
      commandId: shop.newId(),
      ...{ lenderId: 'D2', borrowerId: 'D1', scope: 'sku', scopeId: 'PLUM', quotaQuantity: 1_000 },
      period: 'month',
      price: { kind: 'purchaseShare', shareBp: 9_000 },
      ...{ startsOn: shop.today, endsOn: null },
    });
  });
  afterAll(() => shop.close());

  const approve = (orderId: string) =>
    seller.orders.approve({ orderId, commandId: shop.newId(), accept: ['stock.borrow'] });
  const lots = async () =>
    shop.rows(
      'SELECT ownerId, SUM(onHand) AS onHand, SUM(reserved) AS reserved FROM lot WHERE skuId = ? GROUP BY ownerId ORDER BY ownerId',
      ['PLUM'],
    );

  it('borrows what is missing once the seller agrees, and is filled when it has come', async () => {
    const orderId = shop.newId();

    const order = await store.orders.place({ orderId, lines: [{ skuId: 'PLUM', quantity: 50 }] });

    expect(order).toMatchObject({
      verdict: 'held',
      findings: [{ rule: 'stock.borrow', numbers: { borrowed: 30 } }],
    });
    const approved = await approve(orderId);
    expect(approved).toMatchObject({
      state: 'approved',
      lines: [{ quantity: 50, reserved: 20, cancelled: 0 }],
    });
    await shop.core.outbox.drain();
    expect((await seller.pool.borrows({})).items).toMatchObject([
      { orderId, state: 'promised', promised: 30 },
    ]);

    const [loan] = (await lender.pool.loans({})).items;
    await lender.pool.lend({ borrowId: loan?.borrowId ?? '', commandId: shop.newId() });
    await shop.core.outbox.drain();

    expect((await store.orders.get({ orderId })).lines).toMatchObject([{ quantity: 50, reserved: 50 }]);
    expect(await lots()).toEqual([
      { ownerId: 'D1', onHand: 50, reserved: 50 },
      { ownerId: 'D2', onHand: 70, reserved: 0 },
    ]);
  });

  /** Goods of which D1 has none, an order that has waited for them, and one that D2 lends 30 for. */
  const aQueue = async (skuId: string, limitFen?: number) => {
    await shop.addGoods({
      id: skuId,
      pricesE4: { D1: 200_000, HQ: 150_000 },
      lots: [{ lotNo: `LENT-${skuId}`, ageDays: 2, quantity: 100, ownerId: 'D2' }],
    });
    const lines = [{ skuId, quantity: 30, shortage: 'shipAndBackOrder' as const }];
    const [older, borrowed] = [shop.newId(), shop.newId()];
    const other = await shop.openStore({ id: `OLDER-${skuId}` });
    expect((await other.orders.place({ orderId: older, lines })).state).toBe('approved');
    await (
      await shop.as('hq')
    ).pool.propose({
      commandId: shop.newId(),
      ...{ lenderId: 'D2', borrowerId: 'D1', scope: 'sku', scopeId: skuId, quotaQuantity: 1_000 },
      period: 'month',
      price: { kind: 'purchaseShare', shareBp: 9_000 },
      ...{ startsOn: shop.today, endsOn: null },
    });
    const buyerId = `NEWER-${skuId}`;
    const buyer = await shop.openStore({ id: buyerId });
    await buyer.orders.place({ orderId: borrowed, lines });
    await approve(borrowed);
    await shop.core.outbox.drain();
    if (limitFen !== undefined) {
      await seller.credit.setLimit({ commandId: shop.newId(), buyerId, limitFen, termDays: 30 });
    }
    const loan = (await lender.pool.loans({ limit: 100 })).items.find((one) => one.skuId === skuId);
    await lender.pool.lend({ borrowId: loan?.borrowId ?? '', commandId: shop.newId() });
    await shop.core.outbox.drain();
    const reserved = async (orderId: string) =>
      (await seller.orders.get({ orderId })).lines.map((line) => [line.reserved, line.backOrdered]);
    return { older: () => reserved(older), borrowed: () => reserved(borrowed) };
  };

  it('gets what was borrowed for it, though another has waited longer', async () => {
    const { older, borrowed } = await aQueue('PEAR');

    expect(await borrowed()).toEqual([[30, 0]]);
    await shop.core.orders.fillArrived(shop.core.clock.now());
    expect(await older()).toEqual([[0, 30]]);
  });

  it('gets no more than its buyer’s credit bears: the rest is anybody’s', async () => {
    const { older, borrowed } = await aQueue('FIG', 40_000);

    expect(await borrowed()).toEqual([[20, 10]]);
    await shop.core.orders.fillArrived(shop.core.clock.now());
    expect(await older()).toEqual([[10, 20]]);
  });

  it('gives back what it asked for when it is cancelled', async () => {
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'PLUM', quantity: 40 }] });
    await approve(orderId);
    await shop.core.outbox.drain();
    expect(await lots()).toMatchObject([{ ownerId: 'D1' }, { ownerId: 'D2', reserved: 40 }]);

    await store.orders.cancel({ orderId, commandId: shop.newId() });
    await shop.core.outbox.drain();

    expect(await lots()).toMatchObject([{ ownerId: 'D1' }, { ownerId: 'D2', reserved: 0 }]);
    const [first] = (await seller.pool.borrows({})).items;
    expect(first).toMatchObject({ orderId, state: 'released', promised: 0 });
  });

  endsWithBooks(() => shop);
});
