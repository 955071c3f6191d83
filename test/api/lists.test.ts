import type { Answer, Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the lists', (engine) => {
  let shop: Shop;
  let store: Client;
  let neighbour: Client;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor, headquarters] = await Promise.all([shop.as('s1'), shop.as('d1'), shop.as('hq')]);
    neighbour = await shop.openStore({ id: 'NEIGHBOUR' });
  });
  afterAll(() => shop.close());

  const place = (client: Client, skuId = 'CAP') =>
    client.orders.place({ orderId: shop.newId(), lines: [{ skuId, quantity: 10 }] });

  interface Page<Item> {
    readonly items: readonly Item[];
    readonly nextCursor: string | null;
  }

  /** Walks a list to its end, doing something between the pages. */
  const walk = async <Item>(
    load: (cursor: string | undefined) => Promise<Page<Item>>,
    between: () => Promise<unknown> = async () => undefined,
  ) => {
    const pages: Page<Item>[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await load(cursor);
      pages.push(page);
      cursor = page.nextCursor;
      await between();
      if (pages.length > 100) throw new Error('the list does not end');
    }
    return { pages, items: pages.flatMap(({ items }) => items) };
  };

  it('pages through 45 orders without gap or repetition while new ones arrive', async () => {
    const placed: string[] = [];
    // Some in one moment, so that their time alone does not order them.
    for (let count = 0; count < 9; count += 1) {
      const orders = await Promise.all(Array.from({ length: 5 }, () => place(store)));
      placed.push(...orders.map(({ orderId }) => orderId));
    }

    const { items, pages } = await walk(
      (cursor) => store.orders.list({ limit: 10, ...(cursor ? { cursor } : {}) }),
      () => place(store),
    );

    expect(pages.map((page) => page.items.length)).toEqual([10, 10, 10, 10, 5]);
    expect(items.map(({ orderId }) => orderId).sort()).toEqual([...placed].sort());
    const times = items.map(({ placedAt }) => placedAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(items.map(({ number }) => number)).size).toBe(45);
  });

  it('ends on a page that is just full', async () => {
    const customer = await shop.openStore({ id: 'FULL' });
    for (let count = 0; count < 4; count += 1) await place(customer);

    const { pages } = await walk((cursor) =>
      customer.orders.list({ limit: 2, ...(cursor ? { cursor } : {}) }),
    );

    expect(pages.map(({ items }) => items.length)).toEqual([2, 2]);
  });

  it('lets `all` show the whole channel to HQ and nobody else', async () => {
    const theirs = await place(neighbour);
    const lines = [{ skuId: 'WATER', quantity: 50 }];
    const elsewhere = await (await shop.as('s5')).orders.place({ orderId: shop.newId(), lines });
    const bought = await distributor.orders.place({
      orderId: shop.newId(),
      lines: [{ skuId: 'OIL', quantity: 10 }],
    });
    const shown = async (client: Client, side: 'all' | 'seller' | 'buyer') =>
      new Set(
        (
          await walk((cursor) => client.orders.list({ side, limit: 100, ...(cursor ? { cursor } : {}) }))
        ).items.map(({ orderId }) => orderId),
      );

    const everything = await shown(headquarters, 'all');
    for (const { orderId } of [theirs, elsewhere, bought]) expect(everything.has(orderId)).toBe(true);
    expect([...(await shown(headquarters, 'seller'))]).toEqual([bought.orderId]);
    expect(await shown(distributor, 'all')).toEqual(await shown(distributor, 'seller'));
    expect((await shown(distributor, 'all')).has(elsewhere.orderId)).toBe(false);
    expect([...(await shown(distributor, 'buyer'))]).toEqual([bought.orderId]);
    expect((await shown(store, 'all')).size).toBe(0);
    expect((await shown(store, 'buyer')).has(theirs.orderId)).toBe(false);
  });

  it('counts what it lists', async () => {
    for (const [client, side] of [
      [headquarters, 'all'],
      [distributor, 'all'],
      [distributor, 'seller'],
      [store, 'all'],
      [store, 'buyer'],
    ] as const) {
      const { items } = await walk((cursor) =>
        client.orders.list({ side, limit: 100, ...(cursor ? { cursor } : {}) }),
      );
      const counted = (await client.orders.counts({ side })).items;
      expect(counted.reduce((total, { orderCount }) => total + orderCount, 0)).toBe(items.length);
      for (const { state, orderCount } of counted) {
        expect(items.filter((item) => item.state === state)).toHaveLength(orderCount);
      }
    }
  });

  it('finds orders by state, number and customer', async () => {
    await shop.addGoods({ id: 'FEW', onHand: 1 });
    const held = await place(neighbour, 'FEW');

    const byState = await distributor.orders.list({ side: 'seller', state: 'held' });
    const byNumber = await distributor.orders.list({ side: 'seller', q: held.number.toLowerCase() });
    const byName = await distributor.orders.list({ side: 'seller', q: 'NEIGHB', limit: 100 });
    const byWildcard = await distributor.orders.list({ side: 'seller', q: '%' });

    expect(byState.items.map(({ orderId }) => orderId)).toEqual([held.orderId]);
    expect(byState.items).toMatchObject([
      {
        firstSkuName: '商品 FEW',
        lineCount: 1,
        buyerName: 'NEIGHBOUR 商号',
        openHolds: [{ kind: 'review' }],
      },
    ]);
    expect(byNumber.items.map(({ orderId }) => orderId)).toEqual([held.orderId]);
    expect(new Set(byName.items.map(({ buyerId }) => buyerId))).toEqual(new Set(['NEIGHBOUR']));
    expect(byWildcard.items).toEqual([]);
  });

  it('shows a store the dates of its goods, and no lots, warehouses or risk of its seller', async () => {
    const lines = [{ skuId: 'WATER', quantity: 650 }];
    const placed = await neighbour.orders.place({ orderId: shop.newId(), lines });
    await shop.core.outbox.drain();
    const { orderId } = placed;

    const lotsIn = (order: Answer<'orders', 'get'>) =>
      order.lines.flatMap(({ promisedLots }) => promisedLots);
    for (const seen of [placed, await neighbour.orders.get({ orderId })]) {
      expect(lotsIn(seen)).toHaveLength(2);
      for (const { lotNo, warehouseName, expiresOn } of lotsIn(seen)) {
        expect([lotNo, warehouseName]).toEqual(['', '']);
        expect(expiresOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      expect(seen.risk).toBeNull();
      expect(JSON.stringify(seen)).not.toMatch(/W-D1|W-SOON|W-LATE|主仓/);
    }
    const bySeller = await distributor.orders.get({ orderId });
    expect(lotsIn(bySeller).map(({ warehouseName }) => warehouseName)).toEqual(['D1 主仓', 'D1 主仓']);
    expect(bySeller.risk).toBeNull();
    expect((await headquarters.orders.get({ orderId })).risk).toMatchObject({
      score: expect.any(Number) as number,
    });
  });

  it('shows a distributor its own lots, bills, accounts and customers only', async () => {
    const lots = await walk((cursor) => distributor.stock.lots({ limit: 3, ...(cursor ? { cursor } : {}) }));
    expect(new Set(lots.items.map(({ warehouseId }) => warehouseId))).toEqual(new Set(['W-D1']));
    expect(new Set(lots.items.map(({ lotId }) => lotId)).size).toBe(lots.items.length);
    const expiries = lots.items.map(({ expiresOn }) => expiresOn);
    expect(expiries).toEqual([...expiries].sort());

    const accounts = await walk((cursor) =>
      distributor.credit.accounts({ limit: 2, ...(cursor ? { cursor } : {}) }),
    );
    expect(accounts.items.map(({ sellerId }) => sellerId)).toEqual(accounts.items.map(() => 'D1'));
    expect(accounts.items.map(({ buyerId }) => buyerId).sort()).toEqual(
      ['FULL', 'NEIGHBOUR', 'S1', 'S2', 'S3', 'S4'].sort(),
    );

    const customers = await walk((cursor) =>
      distributor.partners.parties({ limit: 2, ...(cursor ? { cursor } : {}) }),
    );
    expect(customers.items.map(({ partyId }) => partyId).sort()).toEqual(
      ['FULL', 'NEIGHBOUR', 'S1', 'S2', 'S3', 'S4'].sort(),
    );
    const everybody = await headquarters.partners.parties({ limit: 100 });
    expect(everybody.items.map(({ partyId }) => partyId)).toEqual(expect.arrayContaining(['HQ', 'D2', 'S5']));
  });

  it('pages through a ledger and through goods without gap or repetition', async () => {
    const entries = await walk((cursor) =>
      store.credit.entries({ sellerId: 'D1', buyerId: 'S1', limit: 7, ...(cursor ? { cursor } : {}) }),
    );
    expect(new Set(entries.items.map(({ entryId }) => entryId)).size).toBe(50);

    const goods = await walk((cursor) => store.catalog.search({ limit: 2, ...(cursor ? { cursor } : {}) }));
    const ids = goods.items.map(({ skuId }) => skuId);
    expect([...ids].sort()).toEqual(['CAP', 'FEW', 'MILK', 'NUTS', 'OIL', 'TEA', 'WATER']);
    const priced = goods.items.filter(({ unitPriceE4 }) => unitPriceE4 === null).map(({ skuId }) => skuId);
    expect(priced).toEqual([]);
    expect((await store.catalog.search({ q: 'wulong' })).items).toMatchObject([{ skuId: 'TEA' }]);
  });

  endsWithBooks(() => shop);
});
