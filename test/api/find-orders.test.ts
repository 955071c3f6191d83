import type { Answer, Client } from '@tongpan/bff';
import type { SqlParameter } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

type Row = Answer<'orders', 'list'>['items'][number];
type Query = Parameters<Client['orders']['list']>[0];

/** More customers than are looked up one by one. */
const crowd = 120;
/** The embedded database takes 32,766 values at once. */
const rowsTogether = 500;
const copyMark = 'COPY';

forEachEngine('finding orders', (engine) => {
  let shop: Shop;
  let headquarters: Client;
  let distributor: Client;
  const numbers: string[] = [];

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
    const stores: Client[] = [await shop.as('s1')];
    for (const id of ['BAY-1', 'BAY-2', 'BAY-3']) stores.push(await shop.openStore({ id }));
    stores.push(await shop.openStore({ id: 'BAY-FAR', supplierId: 'D2' }));
    for (let round = 0; round < 4; round += 1) {
      // All at once, so that time alone does not tell them apart.
      const placed = await Promise.all(
        stores.map((store) =>
          store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 50 }] }),
        ),
      );
      numbers.push(...placed.map(({ number }) => number));
      const [, first] = placed;
      if (round === 0) {
        await stores[1]?.orders.cancel({
          commandId: shop.newId(),
          orderId: first?.orderId ?? '',
          reason: '多了',
        });
      }
    }
  });
  afterAll(() => shop.close());

  const walk = async (client: Client, query: Query, limit: number) => {
    const pages: (readonly Row[])[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await client.orders.list({ ...query, limit, ...(cursor ? { cursor } : {}) });
      pages.push(page.items);
      cursor = page.nextCursor;
      if (pages.length > 50) throw new Error('the list does not end');
    }
    return pages.flat().map(({ orderId }) => orderId);
  };
  /** What searching must give: of all that is listed, in its order, what bears the number or the name. */
  const expected = async (client: Client, { q = '', ...query }: Query) => {
    const { items } = await client.orders.list({ ...query, limit: 100 });
    return items
      .filter(({ number, buyerName }) => number === q.toUpperCase() || buyerName.includes(q))
      .map(({ orderId }) => orderId);
  };

  /** Puts `copies` of a row beside it, each with these columns of its own. */
  const copyRow = async (table: string, id: string, copies: readonly Readonly<Record<string, string>>[]) => {
    const [row] = await shop.rows<Record<string, SqlParameter>>(`SELECT * FROM ${table} WHERE id = ?`, [id]);
    if (!row) throw new Error(`no ${table} ${id}`);
    const names = Object.keys(row);
    const list = names.map((name) => `\`${name}\``).join(', ');
    for (let from = 0; from < copies.length; from += rowsTogether) {
      const values = copies
        .slice(from, from + rowsTogether)
        .map((own) => names.map((name) => own[name] ?? row[name]) as SqlParameter);
      await shop.run(`INSERT INTO ${table} (${list}) VALUES ${values.map(() => '(?)').join(', ')}`, values);
    }
  };

  it.each<[string, 'hq' | 'd1', Query]>([
    ['several customers, in the whole channel', 'hq', { side: 'all', q: 'BAY' }],
    ['one customer, in the whole channel', 'hq', { side: 'all', q: 'BAY-2' }],
    ['several customers of one seller', 'd1', { side: 'seller', q: 'BAY' }],
    ['several customers in one state', 'd1', { side: 'seller', q: 'BAY', state: 'cancelled' }],
    ['everybody', 'd1', { side: 'seller', q: '商号' }],
  ])('pages through %s by name, newest first, without gap or repetition', async (_, who, query) => {
    const client = who === 'hq' ? headquarters : distributor;
    const all = await expected(client, query);

    expect(all.length).toBeGreaterThan(0);
    expect(await walk(client, query, 3)).toEqual(all);
    expect(await walk(client, query, 100)).toEqual(all);
  });

  it('finds a number for those it concerns and nobody else', async () => {
    const [ofS1 = '', ofBay = ''] = numbers;
    const store = await shop.as('bay-1');
    const found = async (client: Client, query: Query) =>
      (await client.orders.list(query)).items.map(({ number }) => number);

    expect(await found(headquarters, { side: 'all', q: ofS1.toLowerCase() })).toEqual([ofS1]);
    expect(await found(distributor, { side: 'seller', q: ofBay })).toEqual([ofBay]);
    expect(await found(distributor, { side: 'buyer', q: ofBay })).toEqual([]);
    expect(await found(store, { side: 'buyer', q: ofBay })).toEqual([ofBay]);
    expect(await found(store, { side: 'buyer', q: ofS1 })).toEqual([]);
    expect(await found(distributor, { side: 'seller', q: ofBay, state: 'shipped' })).toEqual([]);
    expect(await walk(store, { side: 'buyer', q: 'BAY' }, 2)).toEqual(
      await expected(store, { side: 'buyer', q: 'BAY' }),
    );
  });

  it('gives the same pages when more customers bear the name than are looked up one by one', async () => {
    await copyRow(
      'party',
      'BAY-1',
      Array.from({ length: crowd }, (_, no) => ({ id: `CROWD-${no}`, code: `CROWD-${no}` })),
    );
    try {
      for (const [client, query] of [
        [headquarters, { side: 'all', q: 'BAY' }],
        [distributor, { side: 'seller', q: 'BAY' }],
      ] as const) {
        expect(await walk(client, query, 3)).toEqual(await expected(client, query));
      }
    } finally {
      await shop.run("DELETE FROM party WHERE id LIKE 'CROWD-%'");
    }
  });

  it('counts open orders to the one, and ended ones no further than 999', async () => {
    const [cancelled] = await shop.rows<{ id: string }>(
      "SELECT id FROM salesOrder WHERE state = 'cancelled'",
    );
    const [open] = await shop.rows<{ id: string }>("SELECT id FROM salesOrder WHERE state = 'approved'");
    const before = (await headquarters.orders.counts({ side: 'all' })).items;
    const countIn = (items: typeof before, state: string) => items.find((one) => one.state === state);
    const openBefore = countIn(before, 'approved')?.orderCount ?? 0;
    const copies = (count: number, mark: string) =>
      Array.from({ length: count }, (_, no) => ({
        id: `${copyMark}-${mark}-${no}`,
        number: `${copyMark}-${mark}-${no}`,
      }));
    expect(countIn(before, 'cancelled')).toEqual({ state: 'cancelled', orderCount: 1, isCapped: false });
    try {
      await copyRow('salesOrder', cancelled?.id ?? '', copies(998, 'ended'));
      for (const [client, side] of [
        [headquarters, 'all'],
        [distributor, 'seller'],
      ] as const) {
        const just = (await client.orders.counts({ side })).items;
        expect(countIn(just, 'cancelled')).toEqual({ state: 'cancelled', orderCount: 999, isCapped: false });
      }
      await copyRow('salesOrder', cancelled?.id ?? '', copies(1, 'beyond'));
      await copyRow('salesOrder', open?.id ?? '', copies(1_100, 'open'));

      const { items } = await headquarters.orders.counts({ side: 'all' });

      expect(countIn(items, 'cancelled')).toEqual({ state: 'cancelled', orderCount: 999, isCapped: true });
      expect(countIn(items, 'approved')).toEqual({
        state: 'approved',
        orderCount: openBefore + 1_100,
        isCapped: false,
      });
    } finally {
      await shop.run(`DELETE FROM salesOrder WHERE id LIKE '${copyMark}-%'`);
    }
  });

  endsWithBooks(() => shop);
});
