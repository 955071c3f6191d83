import type { Client } from '@tongpan/bff';
import { addWarehouses, recordDay } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('transfers and counts', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor] = await Promise.all([shop.as('s1'), shop.as('d1')]);
    await shop.core.database.transaction((tx) =>
      addWarehouses(tx, [{ id: 'W-D1-B', ownerId: 'D1', name: 'D1 二仓', regionCode: '330108' }]),
    );
  });
  afterAll(() => shop.close());

  const lotsOf = async (skuId: string, warehouseId?: string) =>
    (await distributor.stock.lots({ skuId, warehouseId })).items;
  const summaryOf = async (skuId: string) => (await distributor.stock.summary({ skuId })).items[0];
  const goods = async (id: string, onHand = 100) => {
    await shop.addGoods({ id, onHand });
    return (await lotsOf(id))[0]?.lotId ?? '';
  };
  const dispatch = (lotId: string, quantity: number) =>
    distributor.stock.dispatchTransfer({
      transferId: shop.newId(),
      fromWarehouseId: 'W-D1',
      toWarehouseId: 'W-D1-B',
      reason: '二仓补货',
      lines: [{ lotId, quantity }],
    });

  it('are in neither warehouse while on their way, and lost to nobody', async () => {
    const lotId = await goods('MOVE');

    const { transferId, state } = await dispatch(lotId, 40);
    expect(state).toBe('inTransit');
    expect(await summaryOf('MOVE')).toMatchObject({ onHand: 60, sellable: 60, inTransit: 40 });

    const received = await distributor.stock.receiveTransfer({
      transferId,
      commandId: shop.newId(),
      differences: [{ lineNo: 1, damaged: 3, missing: 2 }],
    });

    expect(received).toMatchObject({
      state: 'received',
      lines: [{ quantity: 40, arrived: 35, damaged: 3, missing: 2 }],
    });
    expect(await summaryOf('MOVE')).toMatchObject({ onHand: 98, available: 95, damaged: 3, inTransit: 0 });
    const there = await lotsOf('MOVE', 'W-D1-B');
    expect(there.map(({ lotNo, quality, onHand }) => [lotNo, quality, onHand]).sort()).toEqual([
      ['L-MOVE', 'available', 35],
      ['L-MOVE', 'damaged', 3],
    ]);
  });

  it('are received once', async () => {
    const { transferId } = await dispatch(await goods('ONCE'), 10);
    const input = { transferId, commandId: shop.newId() };

    const first = await distributor.stock.receiveTransfer(input);

    expect(await distributor.stock.receiveTransfer(input)).toEqual(first);
    const again = distributor.stock.receiveTransfer({ ...input, commandId: shop.newId() });
    expect(await codeOf(again)).toBe('stock.transferReceived');
  });

  it('take no more than is free, and bring no more than was sent', async () => {
    const lotId = await goods('FREE');
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'FREE', quantity: 30 }] });

    expect(await codeOf(dispatch(lotId, 71))).toBe('stock.reserved');
    expect(await codeOf(dispatch(lotId, 101))).toBe('stock.tooFew');
    const { transferId } = await dispatch(lotId, 70);
    const tooMuch = { transferId, commandId: shop.newId(), differences: [{ lineNo: 1, missing: 71 }] };
    expect(await codeOf(distributor.stock.receiveTransfer(tooMuch))).toBe('stock.overReceived');
  });

  it('lie between own warehouses only', async () => {
    const lotId = await goods('OWN');
    const ask = (toWarehouseId: string) =>
      distributor.stock.dispatchTransfer({
        transferId: shop.newId(),
        fromWarehouseId: 'W-D1',
        toWarehouseId,
        reason: '',
        lines: [{ lotId, quantity: 1 }],
      });

    expect(await codeOf(ask('W-HQ'))).toBe('stock.warehouseUnknown');
    expect(await codeOf(ask('W-D1'))).toBe('stock.warehouseUnknown');
  });

  const openCount = (skuIds: string[]) =>
    distributor.stock.openCount({ sheetId: shop.newId(), warehouseId: 'W-D1', skuIds, note: '月末盘点' });

  it('post what was counted, once it is confirmed', async () => {
    await goods('COUNT-A');
    await goods('COUNT-B');
    await goods('COUNT-C');
    const { sheetId, lines } = await openCount(['COUNT-A', 'COUNT-B', 'COUNT-C']);
    expect(lines.map(({ skuId, booked, counted }) => [skuId, booked, counted])).toEqual([
      ['COUNT-A', 100, null],
      ['COUNT-B', 100, null],
      ['COUNT-C', 100, null],
    ]);

    const counts = [
      { lineNo: 1, counted: 97 },
      { lineNo: 2, counted: 104 },
    ];
    await distributor.stock.enterCounts({ sheetId, commandId: shop.newId(), counts });
    expect(await summaryOf('COUNT-A')).toMatchObject({ onHand: 100 });
    const confirmed = await distributor.stock.confirmCount({ sheetId, commandId: shop.newId() });

    expect(confirmed).toMatchObject({ state: 'confirmed' });
    expect(confirmed.lines.map(({ difference }) => difference)).toEqual([-3, 4, null]);
    expect(await summaryOf('COUNT-A')).toMatchObject({ onHand: 97 });
    expect(await summaryOf('COUNT-B')).toMatchObject({ onHand: 104 });
    expect(await summaryOf('COUNT-C')).toMatchObject({ onHand: 100 });
    const more = distributor.stock.enterCounts({ sheetId, commandId: shop.newId(), counts });
    expect(await codeOf(more)).toBe('stock.countClosed');
  });

  it('flag a lot that has moved since, until it is counted again', async () => {
    const lotId = await goods('MOVED');
    const { sheetId } = await openCount(['MOVED']);
    const enter = (counted: number) =>
      distributor.stock.enterCounts({ sheetId, commandId: shop.newId(), counts: [{ lineNo: 1, counted }] });
    await enter(98);
    await distributor.stock.destroy({
      lotId,
      commandId: shop.newId(),
      quantity: 10,
      reason: '破损',
      proof: '照片',
    });

    expect((await distributor.stock.count({ sheetId })).lines[0]).toMatchObject({ hasMoved: true });
    const confirm = { sheetId, commandId: shop.newId() };
    expect(await codeOf(distributor.stock.confirmCount(confirm))).toBe('stock.countMoved');
    expect(await enter(88)).toMatchObject({ lines: [{ booked: 90, counted: 88, hasMoved: false }] });
    await distributor.stock.confirmCount({ sheetId, commandId: shop.newId() });

    expect(await summaryOf('MOVED')).toMatchObject({ onHand: 88 });
  });

  it('never count promised goods away', async () => {
    await goods('KEPT');
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'KEPT', quantity: 30 }] });
    const { sheetId } = await openCount(['KEPT']);
    const counts = [{ lineNo: 1, counted: 29 }];
    await distributor.stock.enterCounts({ sheetId, commandId: shop.newId(), counts });

    const refused = distributor.stock.confirmCount({ sheetId, commandId: shop.newId() });

    expect(await codeOf(refused)).toBe('stock.reserved');
    await distributor.stock.cancelCount({ sheetId, commandId: shop.newId() });
    expect(await summaryOf('KEPT')).toMatchObject({ onHand: 100, reserved: 30 });
  });

  it('write a day that adds up, with transfers, counts and destruction in it', async () => {
    const rows = await shop.core.database.transaction((tx) => recordDay(tx, 'W-D1', shop.today));
    expect(rows).toBeGreaterThan(0);

    const days = await shop.rows<Record<'onHand' | 'received' | 'shipped' | 'adjusted', number>>(
      `SELECT skuId, onHand, received, shipped, adjusted FROM stockDay WHERE warehouseId = 'W-D1'`,
    );
    // Everything there is came in today, so what the day moved is what there is.
    for (const day of days) expect(day.received - day.shipped + day.adjusted).toBe(day.onHand);
    expect(days.find((day) => 'skuId' in day && day.skuId === 'MOVED')).toMatchObject({
      received: 100,
      shipped: 0,
      adjusted: -12,
    });
  });

  endsWithBooks(() => shop);
});
