import type { Client } from '@tongpan/bff';
import { onServers, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

onServers('two servers over one database', (engine) => {
  let shop: Shop;
  let neighbour: Awaited<ReturnType<Shop['openNeighbour']>>;

  beforeAll(async () => {
    shop = await openShop(engine);
    neighbour = await shop.openNeighbour();
  });
  afterAll(() => shop.close());

  /** One person at both servers. */
  const atBoth = (loginName: string) => Promise.all([shop.as(loginName), neighbour.as(loginName)]);
  /** The first or the second of two, in turn. */
  const inTurn = ([one, other]: readonly [Client, Client], at: number) => (at % 2 === 0 ? one : other);

  it('know the same session', async () => {
    const [one, other] = await atBoth('s1');
    const again = shop.clientOf((await shop.logIn('s1')).token);

    expect(await other.auth.me({})).toEqual(await one.auth.me({}));
    expect((await again.auth.sessions({})).items).toHaveLength(2);
  });

  it('sell the last seven to seven of twenty', async () => {
    await shop.addGoods({ id: 'LAST', onHand: 7 });
    const store = await atBoth('s1');

    const orders = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        inTurn(store, at).orders.place({
          orderId: shop.newId(),
          lines: [
            { skuId: 'LAST', quantity: 1 },
            { skuId: 'WATER', quantity: 25 },
          ],
        }),
      ),
    );

    expect(orders.filter(({ state }) => state === 'approved')).toHaveLength(7);
    expect(orders.filter(({ state }) => state === 'held')).toHaveLength(13);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(20);
  });

  it('never go over a credit limit together', async () => {
    await shop.addStore({ id: 'LIMITED', limitFen: 20_000 });
    const store = await atBoth('limited');

    const orders = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        inTurn(store, at).orders.place({
          orderId: shop.newId(),
          lines: [{ skuId: 'WATER', quantity: 30 }],
        }),
      ),
    );

    expect(orders.filter(({ state }) => state === 'approved')).toHaveLength(3);
    expect((await store[0].credit.mine({})).items).toMatchObject([{ heldFen: 18_000, availableFen: 2_000 }]);
  });

  it('take one order that both are told of at once', async () => {
    const store = await atBoth('s1');
    for (let count = 0; count < 6; count += 1) {
      const input = { orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] };

      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, at) => outcomeOf(inTurn(store, at).orders.place(input))),
      );

      expect(outcomes).toEqual(Array(10).fill('ok'));
      expect(await shop.rows('SELECT id FROM salesOrder WHERE id = ?', [input.orderId])).toHaveLength(1);
    }
  });

  it('ship or cancel an order, and never both', async () => {
    const store = await atBoth('s1');
    const distributor = await atBoth('d1');
    for (let count = 0; count < 8; count += 1) {
      const orderId = shop.newId();
      await store[0].orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });

      const outcomes = await Promise.all([
        outcomeOf(inTurn(distributor, count).orders.ship({ orderId, shipmentId: shop.newId() })),
        outcomeOf(inTurn(store, count + 1).orders.cancel({ orderId, commandId: shop.newId() })),
      ]);

      expect(outcomes.sort()).toEqual(['ok', 'orders.stateForbids']);
    }
  });

  endsWithBooks(() => shop);
});
