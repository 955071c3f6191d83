import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { heldFenOf, quoteAndPlace, reservedOf } from './quote-and-place';

afterAll(removePlaces);

/** Goods of ¥20 that live a year, for stores that ask for half of it: what is 250 days old costs 15 % less. */
forEachEngine('ageing goods with the buyer’s word', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const command = () => ({ commandId: shop.newId() });
  const goods = async (id: string, { fresh = 4, old = 100 } = {}) => {
    await shop.addGoods({
      id: `G-${id}`,
      lots: [
        ...(fresh > 0 ? [{ lotNo: `${id}-FRESH`, ageDays: 3, quantity: fresh }] : []),
        { lotNo: `${id}-OLD`, ageDays: 250, quantity: old },
      ],
    });
    return { store: await shop.openStore({ id: `B-${id}` }), skuId: `G-${id}` };
  };

  it('are a line of their own, at their own price, from the quote to the bill', async () => {
    const { store, skuId } = await goods('WALK');
    const lines = [{ skuId, quantity: 10, acceptsAgeing: true }];

    const { quote, order } = await quoteAndPlace(shop, store, { lines });

    expect(quote.lines).toMatchObject([
      { lineNo: 1, isAgeing: false, cancelled: 6 },
      { lineNo: 2, isAgeing: true, unitPriceE4: 170_000, amountFen: 10_200 },
    ]);
    expect(order).toMatchObject({
      state: 'approved',
      payableFen: 18_200,
      findings: [{ rule: 'stock.ageing', severity: 'notice' }],
      lines: [
        { lineNo: 1, reserved: 4, cancelled: 6, payableFen: 8_000, acceptsAgeing: true, isAgeing: false },
        { lineNo: 2, reserved: 6, payableFen: 10_200, substituteFor: 1, isAgeing: true },
      ],
    });
    expect(order.findings[0]?.message).toContain('临期价');
    expect(await heldFenOf(store)).toBe(18_200);

    const { orderId } = order;
    const shipmentId = shop.newId();
    const shipped = await distributor.orders.ship({ orderId, shipmentId });
    expect(shipped.shipments[0]?.lines).toMatchObject([
      { lineNo: 1, lotNo: 'WALK-FRESH', quantity: 4, isAgeing: false },
      { lineNo: 2, lotNo: 'WALK-OLD', quantity: 6, isAgeing: true },
    ]);
    await store.orders.sign({ orderId, shipmentId, ...command() });
    expect((await store.credit.bills({})).items).toMatchObject([{ amountFen: 18_200 }]);
  });

  it('are offered to who did not say so, and to nobody twice for one order', async () => {
    const { store, skuId } = await goods('TWICE');
    const unsaid = await store.orders.place({ orderId: shop.newId(), lines: [{ skuId, quantity: 5 }] });
    expect(unsaid.state).toBe('held');
    expect(unsaid.lines).toMatchObject([{ acceptsAgeing: false, reserved: 4 }]);
    await store.orders.cancel({ orderId: unsaid.orderId, ...command() });
    const input = { orderId: shop.newId(), lines: [{ skuId, quantity: 10, acceptsAgeing: true }] };

    const first = await store.orders.place(input);
    const before = await shop.ledger();

    expect(await store.orders.place(input)).toEqual(first);
    const other = { ...input, lines: [{ skuId, quantity: 10, acceptsAgeing: false }] };
    expect(await codeOf(store.orders.place(other))).toBe('command.idReused');
    expect(await shop.ledger()).toEqual(before);
  });

  it('are asked for by yes or no and nothing else', async () => {
    const { store, skuId } = await goods('BAD');
    const before = await shop.ledger();
    for (const said of ['yes', 1, null]) {
      const lines = [{ skuId, quantity: 10, acceptsAgeing: said as unknown as boolean }];
      expect(await codeOf(store.orders.place({ orderId: shop.newId(), lines }))).toBe('request.invalid');
    }
    const twice = [true, false].map((acceptsAgeing) => ({ skuId, quantity: 5, acceptsAgeing }));
    expect(await codeOf(store.orders.quote({ lines: twice }))).toBe('orders.lineTwice');
    expect(await shop.ledger()).toEqual(before);
  });

  it('are taken when a held order is approved, and again when it is looked at again', async () => {
    const { store, skuId } = await goods('HELD', { old: 3 });
    const lines = [{ skuId, quantity: 10, acceptsAgeing: true }];
    const { order } = await quoteAndPlace(shop, store, { lines });
    expect(order).toMatchObject({ state: 'held', lines: [{ acceptsAgeing: true, reserved: 4 }] });
    const { orderId } = order;

    const approved = await distributor.orders.approve({ orderId, ...command(), accept: ['stock.short'] });

    const taken = [
      { lineNo: 1, reserved: 4, cancelled: 6 },
      { lineNo: 2, reserved: 3, isAgeing: true, payableFen: 5_100 },
    ];
    expect(approved).toMatchObject({ state: 'approved', payableFen: 13_100, lines: taken });
    const edited = await store.orders.edit({
      orderId,
      ...command(),
      expectedRevision: approved.revision,
      lines: [{ skuId, quantity: 6 }],
      reason: '少要一些',
    });
    expect(edited).toMatchObject({
      state: 'approved',
      payableFen: 11_400,
      lines: [
        { lineNo: 1, quantity: 6, reserved: 4, cancelled: 2 },
        { lineNo: 2, quantity: 2, reserved: 2, isAgeing: true },
      ],
    });
    const again = await distributor.orders.reopen({ orderId, ...command(), reason: '再审一次' });
    expect(again).toMatchObject({ state: 'approved', payableFen: 11_400 });
    expect(reservedOf(again)).toEqual([4, 2]);
  });

  it('are the buyer’s to accept and to decline, not the seller’s', async () => {
    const { store, skuId } = await goods('WORD', { fresh: 10 });
    const { orderId } = (await quoteAndPlace(shop, store, { lines: [{ skuId, quantity: 10 }] })).order;
    const edit = (client: Client, acceptsAgeing: boolean, expectedRevision: number) =>
      client.orders.edit({
        orderId,
        ...command(),
        expectedRevision,
        lines: [{ skuId, quantity: 10, acceptsAgeing }],
        reason: '临期',
      });

    expect(await codeOf(edit(distributor, true, 1))).toBe('orders.buyerMustConfirm');
    const accepted = await edit(store, true, 1);
    expect(accepted.lines).toMatchObject([{ acceptsAgeing: true, reserved: 10 }]);
    expect(accepted.revisions.at(-1)?.changes).toMatchObject([{ what: 'ageing' }]);
    expect((await edit(distributor, false, 2)).lines).toMatchObject([{ acceptsAgeing: false }]);
  });

  it('are replaced by their like when their lot is recalled before they leave', async () => {
    await shop.addGoods({
      id: 'G-LIKE',
      lots: [
        { lotNo: 'FIRST', ageDays: 250, quantity: 10 },
        { lotNo: 'SECOND', ageDays: 245, quantity: 10 },
      ],
    });
    const store = await shop.openStore({ id: 'B-LIKE' });
    const lines = [{ skuId: 'G-LIKE', quantity: 10, acceptsAgeing: true }];
    const placed = await quoteAndPlace(shop, store, { lines });
    const next = await shop.openStore({ id: 'B-NEXT' });
    const other = await quoteAndPlace(shop, next, { lines });
    expect([placed, other].map(({ order }) => reservedOf(order))).toEqual([
      [0, 10],
      [0, 10],
    ]);
    const ship = ({ order }: typeof placed) =>
      distributor.orders.ship({ orderId: order.orderId, shipmentId: shop.newId() });
    const recall = { recallId: shop.newId(), skuId: 'G-LIKE', lotNo: 'FIRST', reason: '抽检不合格' };
    await headquarters.stock.openRecall(recall);

    expect(await codeOf(ship(placed))).toBe('orders.lotUnfit');
    await next.orders.cancel({ orderId: other.order.orderId, ...command() });
    expect((await ship(placed)).shipments[0]?.lines).toMatchObject([
      { lineNo: 2, lotNo: 'SECOND', quantity: 10, isAgeing: true },
    ]);
  });

  endsWithBooks(() => shop);
});
