import { daysBetween, dayOf } from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the way of an order from store to bill', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor] = await Promise.all([shop.as('s1'), shop.as('d1')]);
  });
  afterAll(() => shop.close());

  const accountOf = async (client: Client) => {
    const [account] = (await client.credit.mine({})).items;
    if (!account) throw new Error('no account');
    return account;
  };
  const lotsOf = async (client: Client, skuId: string) => (await client.stock.lots({ skuId })).items;

  it('takes a store from its order to its bill, whole or with differences', async () => {
    const orderId = shop.newId();
    const before = await accountOf(store);
    const placed = await store.orders.place({
      orderId,
      lines: [{ skuId: 'WATER', quantity: 650 }],
    });

    expect(placed).toMatchObject({
      state: 'approved',
      verdict: 'approved',
      findings: [],
      payableFen: 130_000,
    });
    expect(placed.lines).toMatchObject([{ mixedUnits: '54箱2瓶', reserved: 650, shipped: 0, signed: 0 }]);
    expect(placed.actions).toEqual(['cancel', 'edit']);
    expect(await accountOf(store)).toMatchObject({
      heldFen: 130_000,
      exposureFen: 130_000,
      availableFen: before.availableFen - 130_000,
    });
    const promised = (await distributor.orders.get({ orderId })).lines[0]?.promisedLots ?? [];
    expect(
      promised.map(({ lotNo, quantity, warehouseName }) => [lotNo, quantity, warehouseName]).sort(),
    ).toEqual([
      ['W-LATE', 50, 'D1 主仓'],
      ['W-SOON', 600, 'D1 主仓'],
    ]);

    const first = shop.newId();
    const picking = await distributor.orders.ship({
      orderId,
      shipmentId: first,
      lines: [{ lineNo: 1, quantity: 400 }],
      carrier: '自有车队',
      trackingNo: 'T-400',
    });

    expect(picking).toMatchObject({ state: 'picking', actions: ['ship', 'shortClose'] });
    expect(picking.shipments).toMatchObject([
      { shipmentId: first, carrier: '自有车队', trackingNo: 'T-400', signedAt: null },
    ]);
    expect(picking.shipments[0]?.lines).toMatchObject([{ lotNo: 'W-SOON', quantity: 400, accepted: null }]);
    expect(await accountOf(store)).toMatchObject({ heldFen: 50_000, shippedFen: 80_000, receivableFen: 0 });

    const second = shop.newId();
    const shipped = await distributor.orders.ship({ orderId, shipmentId: second });

    expect(shipped).toMatchObject({ state: 'shipped', actions: [] });
    const sent = shipped.shipments.find(({ shipmentId }) => shipmentId === second);
    expect(sent?.lines).toMatchObject([
      { shipmentLineNo: 1, lotNo: 'W-SOON', quantity: 200 },
      { shipmentLineNo: 2, lotNo: 'W-LATE', quantity: 50 },
    ]);
    expect(await accountOf(store)).toMatchObject({ heldFen: 0, shippedFen: 130_000, receivableFen: 0 });

    const whole = await store.orders.sign({ orderId, shipmentId: first, commandId: shop.newId() });

    expect(whole).toMatchObject({ state: 'shipped', actions: ['sign'] });
    expect(await accountOf(store)).toMatchObject({ shippedFen: 50_000, receivableFen: 80_000 });

    const signed = await store.orders.sign({
      orderId,
      shipmentId: second,
      commandId: shop.newId(),
      differences: [
        { shipmentLineNo: 1, short: 3, damaged: 4, refused: 5 },
        { shipmentLineNo: 2, refused: 10 },
      ],
    });

    // 250 shipped, 22 not accepted: 228 bottles at ¥2.
    expect(signed).toMatchObject({ state: 'signed', actions: [] });
    expect(signed.lines).toMatchObject([{ shipped: 650, signed: 628, reserved: 0, cancelled: 0 }]);
    expect(await accountOf(store)).toMatchObject({
      heldFen: 0,
      shippedFen: 0,
      receivableFen: 125_600,
      exposureFen: 125_600,
    });
    expect(signed.trail.map(({ kind }) => kind)).toEqual([
      'placed',
      'shipped',
      'shipped',
      'signed',
      'signed',
    ]);
    expect(signed.trail.map(({ actorName }) => actorName)).toEqual([
      's1 先生',
      'd1 先生',
      'd1 先生',
      's1 先生',
      's1 先生',
    ]);
    const bills = (await store.credit.bills({})).items;
    expect(bills).toMatchObject([
      { orderId, amountFen: 80_000, paidFen: 0, overdueDays: 0 },
      { orderId, amountFen: 45_600, paidFen: 0, overdueDays: 0 },
    ]);
    for (const { issuedAt, dueOn } of bills) {
      expect(daysBetween(dayOf(Date.parse(issuedAt)), dueOn)).toBe(30);
    }
  });

  it('takes refused goods back to be inspected and damaged ones as damaged, and sells neither', async () => {
    const back = (await lotsOf(distributor, 'WATER')).filter(({ quality }) => quality !== 'available');

    expect(back.map(({ lotNo, quality, onHand }) => [lotNo, quality, onHand]).sort()).toEqual([
      ['W-LATE', 'inspection', 10],
      ['W-SOON', 'damaged', 4],
      ['W-SOON', 'inspection', 5],
    ]);
    const everything = await store.orders.quote({ lines: [{ skuId: 'WATER', quantity: 1_951 }] });
    expect(everything.findings).toMatchObject([{ rule: 'stock.short', numbers: { short: 1 } }]);
  });

  it('pays the oldest bill first and keeps what no bill takes', async () => {
    const paid = await distributor.credit.receive({
      receiptId: shop.newId(),
      buyerId: 'S1',
      amountFen: 100_000,
    });

    expect(paid).toMatchObject({ receivableFen: 25_600, unappliedFen: 0 });
    expect((await store.credit.bills({})).items).toMatchObject([{ amountFen: 45_600, paidFen: 20_000 }]);

    const over = await distributor.credit.receive({
      receiptId: shop.newId(),
      buyerId: 'S1',
      amountFen: 30_000,
    });

    expect(over).toMatchObject({ receivableFen: 0, unappliedFen: 4_400, availableFen: 1_004_400 });
    expect((await store.credit.bills({})).items).toEqual([]);
    const { items } = await store.credit.entries({ sellerId: 'D1', buyerId: 'S1' });
    expect(items.map(({ kind }) => kind)).toEqual([
      'receive',
      'receive',
      'sign',
      'sign',
      'ship',
      'ship',
      'hold',
    ]);
  });

  it('takes a bill that is named before an older one', async () => {
    const customer = await shop.openStore({ id: 'NAMED' });
    for (let count = 0; count < 2; count += 1) {
      const orderId = shop.newId();
      const shipmentId = shop.newId();
      await customer.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });
      await distributor.orders.ship({ orderId, shipmentId });
      await customer.orders.sign({ orderId, shipmentId, commandId: shop.newId() });
    }
    const [, newer] = (await customer.credit.bills({})).items;

    await distributor.credit.receive({
      receiptId: shop.newId(),
      buyerId: 'NAMED',
      amountFen: 8_000,
      ...(newer ? { billId: newer.billId } : {}),
    });

    const open = (await customer.credit.bills({})).items;
    expect(open).toHaveLength(1);
    expect(open[0]?.billId).not.toBe(newer?.billId);
  });

  it('completes an order whose every shipment was signed for whole', async () => {
    const orderId = shop.newId();
    const shipmentId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });
    await distributor.orders.ship({ orderId, shipmentId });

    const signed = await store.orders.sign({ orderId, shipmentId, commandId: shop.newId() });

    expect(signed).toMatchObject({ state: 'completed', actions: [] });
  });

  it('ships and signs to the fen, however an odd price is split', async () => {
    await shop.addGoods({ id: 'ODD', pricesE4: { D1: 123_457 }, onHand: 70 });
    const customer = await shop.openStore({ id: 'ODDS' });
    const orderId = shop.newId();
    const placed = await customer.orders.place({ orderId, lines: [{ skuId: 'ODD', quantity: 7 }] });
    const shipments = [2, 2, 3].map((quantity) => ({ quantity, shipmentId: shop.newId() }));
    for (const { quantity, shipmentId } of shipments) {
      await distributor.orders.ship({ orderId, shipmentId, lines: [{ lineNo: 1, quantity }] });
      await customer.orders.sign({ orderId, shipmentId, commandId: shop.newId() });
    }

    const bills = (await customer.credit.bills({})).items;

    // 7 × ¥12.3457 = ¥86.4199
    expect(placed.payableFen).toBe(8_642);
    expect(bills.reduce((total, { amountFen }) => total + amountFen, 0)).toBe(8_642);
  });

  endsWithBooks(() => shop);
});
