import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('everything said twice', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor] = await Promise.all([shop.as('s1'), shop.as('d1')]);
  });
  afterAll(() => shop.close());

  /** Says it twice: the same answer comes back, and the second time writes nothing. */
  const sayTwice = async <View>(say: () => Promise<View>): Promise<View> => {
    const first = await say();
    const after = await shop.ledger();
    expect(await say()).toEqual(first);
    expect(await shop.ledger()).toEqual(after);
    return first;
  };
  const anOrder = async (more: { skuId?: string; quantity?: number } = {}) => {
    const orderId = shop.newId();
    const { skuId = 'CAP', quantity = 10 } = more;
    const order = await store.orders.place({ orderId, lines: [{ skuId, quantity }] });
    return { orderId, order };
  };
  const ordersWith = async (orderId: string) =>
    (await shop.rows('SELECT id FROM salesOrder WHERE id = ?', [orderId])).length;

  it('places an order once', async () => {
    const input = { orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }], note: '送后门' };

    await sayTwice(() => store.orders.place(input));

    expect(await ordersWith(input.orderId)).toBe(1);
  });

  it('answers a repeated order as at first, lot by lot', async () => {
    const input = { orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 650 }] };

    await sayTwice(() => store.orders.place(input));
  });

  it.each([
    ['other goods', { lines: [{ skuId: 'WATER', quantity: 10 }] }],
    ['another quantity', { lines: [{ skuId: 'CAP', quantity: 9 }] }],
    ['another note', { note: '送前门' }],
    ['another address', { addressId: 'A-S1-TEMP' }],
  ])('refuses the id of an order for %s', async (_, change) => {
    const input = { orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] };
    await store.orders.place(input);
    const before = await shop.ledger();

    expect(await codeOf(store.orders.place({ ...input, ...change }))).toBe('command.idReused');

    expect(await shop.ledger()).toEqual(before);
  });

  it('answers a repeated order as at first, though it would be refused today', async () => {
    const input = {
      orderId: shop.newId(),
      lines: [{ skuId: 'CAP', quantity: 10 }],
      expectedPayableFen: (await store.orders.quote({ lines: [{ skuId: 'CAP', quantity: 10 }] })).payableFen,
    };
    const first = await store.orders.place(input);
    const price = (e4: number) =>
      shop.run("UPDATE priceListLine SET unitPriceE4 = ? WHERE skuId = 'CAP'", [e4]);
    const [{ unitPriceE4 = 0 } = {}] = await shop.rows<{ unitPriceE4: number }>(
      "SELECT unitPriceE4 FROM priceListLine WHERE skuId = 'CAP' LIMIT 1",
    );
    await price(unitPriceE4 + 10_000);

    expect(await store.orders.place(input)).toEqual(first);
    expect(await codeOf(store.orders.place({ ...input, note: '另一单' }))).toBe('command.idReused');
    expect(await codeOf(store.orders.place({ ...input, orderId: shop.newId() }))).toBe('orders.priceChanged');

    await price(unitPriceE4);
  });

  it('refuses another buyer the id of an order', async () => {
    const input = { orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] };
    await store.orders.place(input);
    const other = await shop.openStore({ id: 'OTHER' });

    expect(await codeOf(other.orders.place(input))).toBe('command.idReused');
  });

  it('answers a repeated order as it now stands when it has moved on', async () => {
    const input = { orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] };
    await store.orders.place(input);
    await store.orders.cancel({ orderId: input.orderId, commandId: shop.newId() });

    expect((await store.orders.place(input)).state).toBe('cancelled');
  });

  it('places one order of twenty at once with one id', async () => {
    const input = { orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] };

    const answers = await Promise.all(Array.from({ length: 20 }, () => store.orders.place(input)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await ordersWith(input.orderId)).toBe(1);
  });

  it('places one order of twenty at once with one id and two bodies', async () => {
    const orderId = shop.newId();
    const place = (quantity: number) =>
      outcomeOf(store.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity }] }));

    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => place(9 + (at % 2))));

    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'command.idReused')).toHaveLength(10);
    expect(await ordersWith(orderId)).toBe(1);
  });

  it('does not remember an order it refused to take', async () => {
    const orderId = shop.newId();
    const lines = [{ skuId: 'CAP', quantity: 10 }];
    expect(await codeOf(store.orders.place({ orderId, lines, expectedPayableFen: 1 }))).toBe(
      'orders.priceChanged',
    );

    expect((await store.orders.place({ orderId, lines, expectedPayableFen: 8_000 })).state).toBe('approved');
  });

  it('ships once, and refuses the id for another shipment', async () => {
    const { orderId } = await anOrder();
    const input = { orderId, shipmentId: shop.newId(), lines: [{ lineNo: 1, quantity: 4 }] };

    const shipped = await sayTwice(() => distributor.orders.ship(input));

    expect(shipped.shipments).toHaveLength(1);
    expect(await codeOf(distributor.orders.ship({ ...input, carrier: '顺丰' }))).toBe('command.idReused');
    const other = await anOrder();
    expect(await codeOf(distributor.orders.ship({ ...input, orderId: other.orderId }))).toBe(
      'command.idReused',
    );
  });

  it('ships once of ten at once with one id', async () => {
    const { orderId } = await anOrder();
    const input = { orderId, shipmentId: shop.newId(), lines: [{ lineNo: 1, quantity: 2 }] };

    await Promise.all(Array.from({ length: 10 }, () => distributor.orders.ship(input)));

    expect((await store.orders.get({ orderId })).lines).toMatchObject([{ shipped: 2, reserved: 8 }]);
  });

  const aShipped = async () => {
    const { orderId } = await anOrder();
    const shipmentId = shop.newId();
    await distributor.orders.ship({ orderId, shipmentId });
    return { orderId, shipmentId };
  };

  it('signs once, and refuses the id for other differences', async () => {
    const shipment = await aShipped();
    const input = { ...shipment, commandId: shop.newId(), differences: [{ shipmentLineNo: 1, refused: 1 }] };

    await sayTwice(() => store.orders.sign(input));

    expect(await codeOf(store.orders.sign({ ...input, differences: [] }))).toBe('command.idReused');
  });

  it('signs once when two sign at once, by one id or by two', async () => {
    const one = await aShipped();
    const commandId = shop.newId();
    const same = await Promise.all([1, 2].map(() => outcomeOf(store.orders.sign({ ...one, commandId }))));
    const two = await aShipped();
    const different = await Promise.all(
      [1, 2].map(() => outcomeOf(store.orders.sign({ ...two, commandId: shop.newId() }))),
    );

    expect(same).toEqual(['ok', 'ok']);
    expect(different.sort()).toEqual(['ok', 'orders.stateForbids']);
    for (const { orderId } of [one, two]) {
      const bills = (await store.credit.bills({ limit: 100 })).items.filter(
        (bill) => bill.orderId === orderId,
      );
      expect(bills).toMatchObject([{ amountFen: 8_000 }]);
    }
  });

  it('approves once, and refuses the id for another decision', async () => {
    await shop.addGoods({ id: 'TWICE', onHand: 7 });
    const { orderId } = await anOrder({ skuId: 'TWICE' });
    const input = { orderId, commandId: shop.newId(), accept: ['stock.short'] };

    const approved = await sayTwice(() => distributor.orders.approve(input));

    expect(approved.trail).toHaveLength(2);
    expect(await codeOf(distributor.orders.approve({ ...input, accept: [] }))).toBe('command.idReused');
    expect(await codeOf(distributor.orders.reject({ ...input, reason: '不' }))).toBe('command.idReused');
  });

  it('rejects once', async () => {
    await shop.addGoods({ id: 'NOTWICE', onHand: 7 });
    const { orderId } = await anOrder({ skuId: 'NOTWICE' });
    const input = { orderId, commandId: shop.newId(), reason: '缺货' };

    await sayTwice(() => distributor.orders.reject(input));

    expect(await codeOf(distributor.orders.reject({ ...input, reason: '停送' }))).toBe('command.idReused');
  });

  it('cancels once, and refuses the id for another order', async () => {
    const { orderId } = await anOrder();
    const other = await anOrder();
    const input = { orderId, commandId: shop.newId(), reason: '订错了' };

    await sayTwice(() => store.orders.cancel(input));

    expect(await codeOf(store.orders.cancel({ ...input, orderId: other.orderId }))).toBe('command.idReused');
    expect((await store.orders.get({ orderId: other.orderId })).state).toBe('approved');
  });

  it('does not remember a command it refused', async () => {
    const { orderId } = await anOrder();
    const input = { orderId, shipmentId: shop.newId(), lines: [{ lineNo: 1, quantity: 11 }] };
    expect(await codeOf(distributor.orders.ship(input))).toBe('orders.overShipped');

    const shipped = await distributor.orders.ship({ ...input, lines: [{ lineNo: 1, quantity: 10 }] });

    expect(shipped.state).toBe('shipped');
  });

  it('books money once, even at once', async () => {
    const input = { receiptId: shop.newId(), buyerId: 'S2', amountFen: 700 };

    await sayTwice(() => distributor.credit.receive(input));
    expect(await codeOf(distributor.credit.receive({ ...input, amountFen: 701 }))).toBe('command.idReused');
    const again = { ...input, receiptId: shop.newId() };
    await Promise.all(Array.from({ length: 10 }, () => distributor.credit.receive(again)));

    const accounts = (await distributor.credit.accounts({ limit: 100 })).items;
    expect(accounts.find(({ buyerId }) => buyerId === 'S2')).toMatchObject({ unappliedFen: 1_400 });
  });

  it('sets a limit once', async () => {
    const input = { commandId: shop.newId(), buyerId: 'S3', limitFen: 5, termDays: 7 };

    await sayTwice(() => distributor.credit.setLimit(input));
    await distributor.credit.setLimit({ ...input, commandId: shop.newId(), limitFen: 6 });

    // The repeat of the first does not undo the second.
    expect(await distributor.credit.setLimit(input)).toMatchObject({ limitFen: 6 });
    expect(await codeOf(distributor.credit.setLimit({ ...input, termDays: 8 }))).toBe('command.idReused');
  });

  it('receives a lot once, even at once', async () => {
    const input = {
      receiptId: shop.newId(),
      warehouseId: 'W-D1',
      skuId: 'TEA',
      lotNo: 'T-TWICE',
      producedOn: shop.today,
      quantity: 24,
    };

    await sayTwice(() => distributor.stock.receive(input));
    expect(await codeOf(distributor.stock.receive({ ...input, quantity: 25 }))).toBe('command.idReused');
    const again = { ...input, receiptId: shop.newId() };
    const lots = await Promise.all(Array.from({ length: 10 }, () => distributor.stock.receive(again)));

    expect(lots.map(({ onHand }) => onHand)).toEqual(Array(10).fill(48));
  });

  it('does not take an id that another kind of command has used', async () => {
    const { orderId } = await anOrder();
    const commandId = shop.newId();
    await distributor.credit.setLimit({ commandId, buyerId: 'S3', limitFen: 7, termDays: 7 });

    expect(await codeOf(store.orders.cancel({ orderId, commandId }))).toBe('command.idReused');
    expect(await codeOf(distributor.orders.ship({ orderId, shipmentId: commandId }))).toBe(
      'command.idReused',
    );
  });

  endsWithBooks(() => shop);
});
