import { DataSource, type QueryRunner } from 'typeorm';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** Bounds what an order alone costs; one more kind of fact moves it on purpose. */
const mostStatements = 60;

forEachEngine('the statements an order costs', (engine) => {
  let shop: Shop;
  /** One engine hands out the same runner again and again: each is listened to once. */
  const spies = new Set<jest.SpyInstance<unknown, [string, ...unknown[]]>>();

  beforeAll(async () => {
    const original = Reflect.get(DataSource.prototype, 'createQueryRunner') as () => QueryRunner;
    jest.spyOn(DataSource.prototype, 'createQueryRunner').mockImplementation(function (this: DataSource) {
      const runner = original.call(this);
      spies.add(jest.spyOn(runner, 'query') as jest.SpyInstance<unknown, [string, ...unknown[]]>);
      return runner;
    });
    shop = await openShop(engine);
    for (let no = 1; no <= 20; no += 1) await shop.addGoods({ id: `FLAT-${no}` });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await shop.close();
  });

  /** Counts what reaches the database while `work` runs; nothing else runs beside it. */
  const countStatements = async (work: () => Promise<unknown>) => {
    for (const spy of spies) spy.mockClear();
    await work();
    return [...spies]
      .flatMap((spy) => spy.mock.calls.map(([text]) => text))
      .filter((text) => !/^\s*(BEGIN|START|COMMIT|PRAGMA|SET)/i.test(text)).length;
  };

  it('are as many for twenty lines as for two', async () => {
    const store = await shop.openStore({ id: 'FLAT', limitFen: 100_000_000 });
    const place = (count: number) =>
      store.orders.place({
        orderId: shop.newId(),
        lines: Array.from({ length: count }, (_, at) => ({ skuId: `FLAT-${at + 1}`, quantity: 5 })),
      });
    // The first order of a seller's day begins its count.
    expect((await place(2)).state).toBe('approved');

    const two = await countStatements(() => place(2));
    const twenty = await countStatements(() => place(20));

    expect(two).toBeGreaterThan(10);
    expect(twenty).toBe(two);
    expect(two).toBeLessThanOrEqual(mostStatements);
  });
});
