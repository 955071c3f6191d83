import type { Client } from '@tongpan/bff';
import { addDays, issueLots } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('a recall', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor, headquarters] = await Promise.all([shop.as('s1'), shop.as('d1'), shop.as('hq')]);
    const lot = (ownerId: string, lotNo: string, quantity: number, ageDays = 3) => ({
      ownerId,
      lotNo,
      quantity,
      ageDays,
    });
    await shop.addGoods({
      id: 'JUICE',
      lots: [lot('D1', 'BAD', 100), lot('D1', 'GOOD', 100, 2), lot('HQ', 'BAD', 500), lot('D2', 'BAD', 40)],
    });
    await shop.addGoods({ id: 'SODA', onHand: 100 });
  });
  afterAll(() => shop.close());

  const place = (orderId: string, quantity: number, skuId = 'JUICE') =>
    store.orders.place({ orderId, lines: [{ skuId, quantity }] });
  const command = () => ({ commandId: shop.newId() });
  let recallId: string;

  it('stops a lot in every owner’s warehouses at once, and says who has it and who got it', async () => {
    const [shipped, promised] = [shop.newId(), shop.newId()];
    await place(shipped, 24);
    await distributor.orders.ship({ orderId: shipped, shipmentId: shop.newId() });
    await place(promised, 30);
    recallId = shop.newId();

    const opened = await headquarters.stock.openRecall({
      recallId,
      skuId: 'JUICE',
      lotNo: 'BAD',
      reason: '抽检不合格',
    });

    expect(opened).toMatchObject({ state: 'open', lotCount: 3, stopped: 616, remaining: 616, promised: 30 });
    expect(opened.lots.map(({ ownerId, onHand, reserved }) => [ownerId, onHand, reserved])).toEqual([
      ['D1', 76, 30],
      ['D2', 40, 0],
      ['HQ', 500, 0],
    ]);
    expect(opened.deliveries).toMatchObject([
      { sellerId: 'D1', buyerId: 'S1', buyerName: 'S1 商号', lotNo: 'BAD', shipped: 24, orderCount: 1 },
    ]);

    // What was promised of it is met from goods that are sound; its own lot goes to nobody.
    await distributor.orders.ship({ orderId: promised, shipmentId: shop.newId() });
    const { shipments } = await distributor.orders.get({ orderId: promised });
    expect(JSON.stringify(shipments)).toContain('GOOD');
    expect(JSON.stringify(shipments)).not.toContain('BAD');
  });

  it('lets nothing of it leave, whoever asks', async () => {
    const lots = (await distributor.stock.lots({ skuId: 'JUICE' })).items;
    const lotId = lots.find(({ lotNo }) => lotNo === 'BAD')?.lotId ?? '';

    const issued = shop.core.database.transaction((tx) =>
      issueLots(tx, shop.newId, [{ orderId: 'ANY', lineNo: 1, lotId, quantity: 1 }], {
        kind: 'ship',
        documentKind: 'shipment',
        documentId: 'ANY',
        actorId: 'system',
        at: shop.core.clock.now(),
      }),
    );

    await expect(issued).rejects.toMatchObject({ code: 'stock.recalled' });
  });

  it('sells the other lots on, and none of these', async () => {
    const orderId = shop.newId();
    await place(orderId, 20);

    const { lines } = await distributor.orders.get({ orderId });

    expect(lines[0]?.promisedLots.map(({ lotNo }) => lotNo)).toEqual(['GOOD']);
    expect((await distributor.stock.summary({ skuId: 'JUICE' })).items[0]).toMatchObject({
      recalled: 76,
      sellable: 50,
    });
    const lots = (await distributor.stock.lots({ skuId: 'JUICE' })).items;
    expect(lots.map(({ lotNo, recalled }) => [lotNo, recalled]).sort()).toEqual([
      ['BAD', true],
      ['GOOD', false],
    ]);
  });

  it('stops goods of it that come in later', async () => {
    const received = await (
      await shop.as('d2')
    ).stock.receive({
      receiptId: shop.newId(),
      warehouseId: 'W-D2',
      skuId: 'JUICE',
      lotNo: 'BAD',
      producedOn: addDays(shop.today, -3),
      quantity: 10,
      quality: 'inspection',
    });

    expect(received.recalled).toBe(true);
  });

  it('keeps a trail of what was done, and counts what was destroyed', async () => {
    const other = await shop.as('d2');
    const lots = (await other.stock.lots({ skuId: 'JUICE', quality: 'available' })).items;
    const lotId = lots[0]?.lotId ?? '';
    await other.stock.destroy({ lotId, ...command(), quantity: 40, reason: '召回销毁', proof: '监销单 9' });
    const input = { recallId, ...command(), note: '已通知 S1 停售' };

    const noted = await headquarters.stock.noteRecall(input);
    await headquarters.stock.noteRecall(input);

    expect(noted).toMatchObject({ destroyed: 40, remaining: 586 });
    const { steps } = await headquarters.stock.recall({ recallId });
    expect(steps.map(({ note }) => note)).toEqual(['抽检不合格', '已通知 S1 停售']);
  });

  it('that ends without release leaves its goods stopped, whatever is done to them', async () => {
    const closed = await headquarters.stock.closeRecall({
      recallId,
      ...command(),
      release: false,
      note: '全部退回销毁',
    });
    expect(closed).toMatchObject({ state: 'closed', released: false });

    const lots = (await headquarters.stock.lots({ skuId: 'JUICE' })).items;
    const lotId = lots[0]?.lotId ?? '';
    const moved = await headquarters.stock.moveQuality({
      lotId,
      ...command(),
      to: 'blocked',
      reason: '隔离',
    });
    const back = { lotId: moved.lotId, ...command(), to: 'available' as const, reason: '误操作' };
    await headquarters.stock.moveQuality(back);

    const after = (await headquarters.stock.lots({ skuId: 'JUICE' })).items;
    expect(after.every(({ recalled }) => recalled)).toBe(true);
    expect(await codeOf(headquarters.stock.noteRecall({ recallId, ...command(), note: '再记' }))).toBe(
      'stock.recallClosed',
    );
  });

  it('of a whole SKU that was a false alarm sets the goods free', async () => {
    const falseAlarm = shop.newId();
    const opened = await headquarters.stock.openRecall({
      recallId: falseAlarm,
      skuId: 'SODA',
      reason: '误报',
    });
    expect(opened).toMatchObject({ lotNo: null, stopped: 100 });
    const held = shop.newId();
    expect((await place(held, 10, 'SODA')).findings).toMatchObject([{ rule: 'stock.short' }]);

    await headquarters.stock.closeRecall({
      recallId: falseAlarm,
      ...command(),
      release: true,
      note: '复检合格',
    });

    expect((await place(shop.newId(), 10, 'SODA')).state).toBe('approved');
    expect(
      (await headquarters.stock.recalls({})).items.map(({ state, released }) => [state, released]),
    ).toEqual([
      ['closed', true],
      ['closed', false],
    ]);
  });

  endsWithBooks(() => shop);
});
