import { statementsExecuted } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** Bounds what an order alone costs; one more kind of fact moves it on purpose. */
const mostStatements = 20;

forEachEngine('the statements an order costs', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
    for (let no = 1; no <= 20; no += 1) await shop.addGoods({ id: `FLAT-${no}` });
  });
  afterAll(() => shop.close());

  /** Counts what reaches the database while `work` runs; nothing else runs beside it. */
  const countStatements = async (work: () => Promise<unknown>) => {
    const before = statementsExecuted();
    await work();
    return statementsExecuted() - before;
  };

  it('are as many for twenty lines as for two', async () => {
    const store = await shop.openStore({ id: 'FLAT', limitFen: 100_000_000 });
    const place = (count: number) =>
      store.orders.place({
        orderId: shop.newId(),
        lines: Array.from({ length: count }, (_, at) => ({ skuId: `FLAT-${at + 1}`, quantity: 5 })),
      });
    // The first order of a seller's day begins its count, and reads what stands about its goods.
    expect((await place(20)).state).toBe('approved');

    const two = await countStatements(() => place(2));
    const twenty = await countStatements(() => place(20));

    expect(two).toBeGreaterThan(10);
    expect(twenty).toBe(two);
    expect(two).toBeLessThanOrEqual(mostStatements);
  });

  endsWithBooks(() => shop);
});
