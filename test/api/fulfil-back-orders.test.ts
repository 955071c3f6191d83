import type { Client } from '@tongpan/bff';
import { addDays } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

let count = 0;

forEachEngine('what an order waits for', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const goods = async (onHand: number, priceE4 = 123_457) => {
    count += 1;
    const skuId = `BO${count}`;
    await shop.addGoods({ id: skuId, onHand, pricesE4: { D1: priceE4 } });
    return skuId;
  };
  const aStore = (limitFen = 1_000_000) => {
    count += 1;
    return shop.openStore({ id: `BS${count}`, limitFen });
  };
  const order = async (
    store: Client,
    skuId: string,
    quantity: number,
    shortage: 'shipAndBackOrder' | 'waitForFull' = 'shipAndBackOrder',
  ) => {
    const orderId = shop.newId();
    const placed = await store.orders.place({ orderId, lines: [{ skuId, quantity, shortage }] });
    return { orderId, placed };
  };
  const arrive = (skuId: string, quantity: number, lotNo = `L-${skuId}`) =>
    distributor.stock.receive({
      receiptId: shop.newId(),
      warehouseId: 'W-D1',
      skuId,
      lotNo,
      producedOn: addDays(shop.today, -3),
      quantity,
    });
  const fill = () => shop.core.orders.fillArrived(shop.core.clock.now());
  const lineOf = async (store: Client, orderId: string) => {
    const { lines } = await store.orders.get({ orderId });
    const { reserved, shipped, cancelled, backOrdered } = lines[0] as (typeof lines)[number];
    return { reserved, shipped, cancelled, backOrdered };
  };
  const heldFenOf = async (store: Client) => (await store.credit.mine({})).items[0]?.heldFen;

  it('ships what there is, owes the rest, and fills it when goods come in, to the fen', async () => {
    const [skuId, store] = [await goods(7), await aStore()];
    const { orderId, placed } = await order(store, skuId, 10);
    expect(placed).toMatchObject({ state: 'approved', payableFen: 12_346, lines: [{ backOrdered: 3 }] });
    expect(await heldFenOf(store)).toBe(8_642);

    await distributor.orders.ship({ orderId, shipmentId: shop.newId() });
    expect(await store.orders.get({ orderId })).toMatchObject({ state: 'picking' });
    expect(await fill()).toBe(0);
    await arrive(skuId, 2);
    expect(await fill()).toBe(1);
    expect(await lineOf(store, orderId)).toEqual({ reserved: 2, shipped: 7, cancelled: 0, backOrdered: 1 });
    await arrive(skuId, 5);
    await fill();
    expect(await lineOf(store, orderId)).toEqual({ reserved: 3, shipped: 7, cancelled: 0, backOrdered: 0 });
    expect(await heldFenOf(store)).toBe(12_346 - 8_642);

    const shipped = await distributor.orders.ship({ orderId, shipmentId: shop.newId() });
    expect(shipped.state).toBe('shipped');
    expect(await heldFenOf(store)).toBe(0);
    expect(shipped.trail.filter(({ kind }) => kind === 'filled').map(({ detail }) => detail)).toEqual([
      '补到 2 件',
      '补齐 1 件，已无欠货',
    ]);
  });

  it('gives what comes in by priority, then by how long each has waited', async () => {
    const skuId = await goods(0);
    const stores = [await aStore(), await aStore(), await aStore()] as const;
    const orders: string[] = [];
    for (const store of stores) orders.push((await order(store, skuId, 10)).orderId);
    const [first, second, third] = orders as [string, string, string];
    await distributor.orders.edit({
      orderId: third,
      commandId: shop.newId(),
      expectedRevision: 1,
      priority: 5,
    });
    await arrive(skuId, 15);

    expect(await fill()).toBe(2);

    const waiting = await Promise.all(
      [first, second, third].map(
        async (orderId, at) => (await lineOf(stores[at] as Client, orderId)).backOrdered,
      ),
    );
    expect(waiting).toEqual([5, 10, 0]);
    const { items } = await distributor.orders.backOrders({ side: 'seller', skuId });
    expect(items.map(({ orderId, backOrdered }) => [orderId, backOrdered])).toEqual([
      [first, 5],
      [second, 10],
    ]);
    const pages = await distributor.orders.backOrders({ side: 'seller', skuId, limit: 1 });
    const next = await distributor.orders.backOrders({
      side: 'seller',
      skuId,
      limit: 1,
      cursor: pages.nextCursor ?? '',
    });
    expect(next.items.map(({ orderId }) => orderId)).toEqual([second]);
    expect((await stores[0].orders.backOrders({})).items.map(({ orderId }) => orderId)).toEqual([first]);
    expect((await (await aStore()).orders.backOrders({})).items).toEqual([]);
  });

  it('fills as far as credit goes, and no more', async () => {
    const [skuId, store] = [await goods(0, 100_000), await aStore(5_500)];
    const { orderId, placed } = await order(store, skuId, 5);
    expect(placed.state).toBe('approved');
    await shop.run(`UPDATE creditAccount SET limitFen = 3500 WHERE buyerId = ?`, [placed.buyerId]);
    await arrive(skuId, 20);

    await fill();

    expect(await lineOf(store, orderId)).toMatchObject({ reserved: 3, backOrdered: 2 });
    expect(await heldFenOf(store)).toBe(3_000);
    expect(await fill()).toBe(0);
  });

  it('fills nothing that may no longer go where it was ordered to', async () => {
    const [skuId, store] = [await goods(0), await aStore()];
    const { orderId } = await order(store, skuId, 10);
    await shop.run(`UPDATE salesOrder SET regionCode = '330203' WHERE id = ?`, [orderId]);
    await arrive(skuId, 20);

    expect(await fill()).toBe(0);

    await shop.run(`UPDATE salesOrder SET regionCode = '330106' WHERE id = ?`, [orderId]);
    expect(await fill()).toBe(1);
  });

  it('gives goods once, however many give them out at once', async () => {
    const skuId = await goods(0);
    const stores = await Promise.all([aStore(), aStore(), aStore()]);
    for (const store of stores) await order(store, skuId, 10);
    await arrive(skuId, 12);

    await Promise.all([fill(), fill(), fill()]);

    const { items } = await distributor.orders.backOrders({ side: 'seller', skuId });
    expect(items.reduce((total, { backOrdered }) => total + backOrdered, 0)).toBe(18);
    const [lot] = await shop.rows('SELECT onHand, reserved FROM lot WHERE skuId = ? AND onHand > 0', [skuId]);
    expect(lot).toEqual({ onHand: 12, reserved: 12 });
  });

  it('sends nothing of an order that waits until all of it is there', async () => {
    const [skuId, store] = [await goods(4), await aStore()];
    const { orderId, placed } = await order(store, skuId, 10, 'waitForFull');
    expect(placed).toMatchObject({ state: 'approved', waitsForFull: true });
    const ship = () => distributor.orders.ship({ orderId, shipmentId: shop.newId() });
    await fill();

    expect(await codeOf(ship())).toBe('orders.waitsForFull');
    expect((await distributor.orders.get({ orderId })).actions).not.toContain('ship');
    await arrive(skuId, 6);
    await fill();
    expect(await lineOf(store, orderId)).toMatchObject({ reserved: 10, backOrdered: 0 });

    expect((await ship()).state).toBe('shipped');
  });

  it('closes what is owed, with a reason the buyer reads, and lets the rest go its way', async () => {
    const [skuId, store] = [await goods(7), await aStore()];
    const { orderId } = await order(store, skuId, 10);
    await distributor.orders.ship({ orderId, shipmentId: shop.newId(), lines: [{ lineNo: 1, quantity: 4 }] });

    const closed = await distributor.orders.shortClose({
      orderId,
      commandId: shop.newId(),
      scope: 'backOrdered',
      reason: '厂家停产',
    });

    expect(closed).toMatchObject({ state: 'picking', payableFen: 8_642 });
    expect(await lineOf(store, orderId)).toEqual({ reserved: 3, shipped: 4, cancelled: 3, backOrdered: 0 });
    expect((await store.orders.get({ orderId })).trail.at(-1)).toMatchObject({
      title: '关闭欠货',
      detail: '3 件不再发货；厂家停产',
    });
    expect((await distributor.orders.ship({ orderId, shipmentId: shop.newId() })).state).toBe('shipped');
    expect(await heldFenOf(store)).toBe(0);
  });

  it('closes all that has not shipped: nothing sent ends it, something sent waits for the signature', async () => {
    const [skuId, store] = [await goods(14), await aStore()];
    const close = (orderId: string, client: Client = distributor) =>
      client.orders.shortClose({ orderId, commandId: shop.newId(), reason: '不送了' });
    const one = await order(store, skuId, 7);
    const two = await order(store, skuId, 10);
    const shipmentId = shop.newId();
    await distributor.orders.ship({ orderId: two.orderId, shipmentId, lines: [{ lineNo: 1, quantity: 5 }] });

    expect(await codeOf(close(one.orderId, store))).toBe('access.denied');
    expect(await close(one.orderId, headquarters)).toMatchObject({ state: 'shortClosed', payableFen: 0 });
    expect(await close(two.orderId)).toMatchObject({ state: 'shipped', payableFen: 6_173 });
    expect(await heldFenOf(store)).toBe(0);
    const [lots] = await shop.rows('SELECT SUM(reserved) AS reserved FROM lot WHERE skuId = ?', [skuId]);
    expect(lots).toEqual({ reserved: 0 });
    expect(await codeOf(close(two.orderId))).toBe('orders.stateForbids');

    const signed = await store.orders.sign({ orderId: two.orderId, shipmentId, commandId: shop.newId() });
    expect(signed.state).toBe('completed');
    expect((await store.credit.bills({})).items[0]?.amountFen).toBe(6_173);
  });

  it('completes an order whose rest is closed after all that was sent has been signed for', async () => {
    const [skuId, store] = [await goods(7), await aStore()];
    const { orderId } = await order(store, skuId, 10);
    const shipmentId = shop.newId();
    await distributor.orders.ship({ orderId, shipmentId });
    await store.orders.sign({ orderId, shipmentId, commandId: shop.newId() });
    expect((await store.orders.get({ orderId })).state).toBe('picking');

    const input = { orderId, commandId: shop.newId(), reason: '停产' };
    const closed = await distributor.orders.shortClose(input);

    expect(closed.state).toBe('completed');
    expect(await distributor.orders.shortClose(input)).toEqual(closed);
    expect(await codeOf(distributor.orders.shortClose({ ...input, reason: '别的' }))).toBe(
      'command.idReused',
    );
  });

  it('closes by itself what has waited as long as its seller says', async () => {
    const [skuId, store] = [await goods(7), await aStore()];
    const { orderId } = await order(store, skuId, 10);
    const closesOn = addDays(shop.today, 5);
    await shop.run('UPDATE orderLine SET closesOn = ? WHERE orderId = ?', [closesOn, orderId]);
    const now = shop.core.clock.now();

    await shop.core.orders.closeOverdue(addDays(closesOn, -1), now);
    expect(await lineOf(store, orderId)).toMatchObject({ backOrdered: 3 });
    await shop.core.orders.closeOverdue(closesOn, now);

    expect(await lineOf(store, orderId)).toMatchObject({ backOrdered: 0, cancelled: 3, reserved: 7 });
    expect((await store.orders.get({ orderId })).trail.at(-1)).toMatchObject({
      actorName: '系统',
      detail: '3 件不再发货；欠货到期自动关闭',
    });
    expect(await shop.core.orders.closeOverdue(closesOn, now)).toBe(0);
  });

  it('gives back what it waits for when it is cancelled or edited', async () => {
    const [skuId, store] = [await goods(7), await aStore()];
    const one = await order(store, skuId, 10);
    await store.orders.cancel({ orderId: one.orderId, commandId: shop.newId() });
    expect(await lineOf(store, one.orderId)).toMatchObject({ reserved: 0, backOrdered: 0 });
    const two = await order(store, skuId, 10);

    const edited = await store.orders.edit({
      orderId: two.orderId,
      commandId: shop.newId(),
      expectedRevision: 1,
      lines: [{ skuId, quantity: 6 }],
    });

    expect(edited).toMatchObject({ state: 'approved', lines: [{ reserved: 6, backOrdered: 0 }] });
    expect((await distributor.orders.backOrders({ side: 'seller', skuId })).items).toEqual([]);
  });

  it('ends a race of filling, closing and shipping without losing a unit', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [skuId, store] = [await goods(7), await aStore()];
      const { orderId } = await order(store, skuId, 10);
      await arrive(skuId, 5);

      const outcomes = await Promise.all([
        fill().then(() => 'ok'),
        outcomeOf(
          distributor.orders.shortClose({
            orderId,
            commandId: shop.newId(),
            scope: 'backOrdered',
            reason: '停产',
          }),
        ),
        outcomeOf(distributor.orders.ship({ orderId, shipmentId: shop.newId() })),
      ]);

      expect(outcomes[0]).toBe('ok');
      expect(['ok', 'orders.nothingToClose', 'orders.stateForbids']).toContain(outcomes[1]);
      expect(outcomes[2]).toBe('ok');
      const { reserved, shipped, cancelled, backOrdered } = await lineOf(store, orderId);
      expect(reserved + shipped + cancelled + backOrdered).toBe(10);
    }
  });

  it('moves a promise out of a lot that was frozen, and ships nothing when there is no other', async () => {
    const [skuId, store] = [await goods(10), await aStore()];
    const { orderId } = await order(store, skuId, 10);
    await shop.run(`UPDATE lot SET expiresOn = ? WHERE skuId = ?`, [shop.today, skuId]);
    const ship = () => distributor.orders.ship({ orderId, shipmentId: shop.newId() });

    const refused = await refusalOf(ship());
    expect([refused.status, refused.code, refused.problem.detail]).toEqual([409, 'orders.lotUnfit', skuId]);
    await arrive(skuId, 10, 'FRESH');
    const shipped = await ship();

    expect(shipped.shipments[0]?.lines).toMatchObject([{ lotNo: 'FRESH', quantity: 10 }]);
  });

  it('ships nothing to a buyer whose overdue bills stop shipments, until they are paid', async () => {
    const [skuId, store] = [await goods(200, 200_000), await aStore()];
    const late = await order(store, skuId, 50);
    const shipmentId = shop.newId();
    await distributor.orders.ship({ orderId: late.orderId, shipmentId });
    await store.orders.sign({ orderId: late.orderId, shipmentId, commandId: shop.newId() });
    const { orderId } = await order(store, skuId, 10);
    await shop.run('UPDATE bill SET dueOn = ? WHERE orderId = ?', [addDays(shop.today, -40), late.orderId]);
    const ship = () => distributor.orders.ship({ orderId, shipmentId: shop.newId() });

    expect(await codeOf(ship())).toBe('orders.creditStopped');
    await distributor.credit.receive({
      receiptId: shop.newId(),
      buyerId: late.placed.buyerId,
      amountFen: 100_000,
    });

    expect((await ship()).state).toBe('shipped');
  });

  endsWithBooks(() => shop);
});
