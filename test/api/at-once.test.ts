import { randomInt } from 'node:crypto';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

/** `TEST_SEED` plays a run again. */
const seed = Number(process.env.TEST_SEED ?? randomInt(1, 2 ** 31));

/** Repeatable numbers in [0, 1) (mulberry32). */
function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

forEachEngine('many at once', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let buyers: Client[];

  beforeAll(async () => {
    shop = await openShop(engine);
    distributor = await shop.as('d1');
    buyers = [];
    for (let count = 1; count <= 20; count += 1) buyers.push(await shop.openStore({ id: `B${count}` }));
  });
  afterAll(() => shop.close());

  const place = (client: Client, skuId: string, quantity: number) =>
    client.orders.place({ orderId: shop.newId(), lines: [{ skuId, quantity }] });
  const lotOf = async (skuId: string) =>
    (
      await shop.rows<{ onHand: number; reserved: number }>(
        'SELECT onHand, reserved FROM lot WHERE skuId = ?',
        [skuId],
      )
    )[0];

  it('gives the last seven to seven of twenty, and thirteen fall short', async () => {
    await shop.addGoods({ id: 'LAST', onHand: 7, pricesE4: { D1: 600_000 } });

    const orders = await Promise.all(buyers.map((buyer) => place(buyer, 'LAST', 1)));

    expect(orders.filter(({ state }) => state === 'approved')).toHaveLength(7);
    const held = orders.filter(({ state }) => state === 'held');
    expect(held).toHaveLength(13);
    for (const { findings, lines } of held) {
      expect(findings).toMatchObject([{ rule: 'stock.short', numbers: { short: 1 } }]);
      expect(lines).toMatchObject([{ reserved: 0 }]);
    }
    expect(await lotOf('LAST')).toEqual({ onHand: 7, reserved: 7 });
    expect(new Set(orders.map(({ number }) => number)).size).toBe(20);
  });

  it('never lets orders at once go over a credit limit', async () => {
    const buyer = await shop.openStore({ id: 'LIMITED', limitFen: 10_000 });
    await shop.addGoods({ id: 'MANY', onHand: 1_000, pricesE4: { D1: 30_000 } });

    const orders = await Promise.all(Array.from({ length: 16 }, () => place(buyer, 'MANY', 20)));

    // Sixteen orders of ¥60 under a limit of ¥100.
    expect(orders.filter(({ state }) => state === 'approved')).toHaveLength(1);
    for (const { findings } of orders.filter(({ state }) => state === 'held')) {
      expect(findings).toMatchObject([{ rule: 'credit.over', numbers: { availableFen: 4_000 } }]);
    }
    expect((await buyer.credit.mine({})).items).toMatchObject([{ heldFen: 6_000, availableFen: 4_000 }]);
    expect(await lotOf('MANY')).toEqual({ onHand: 1_000, reserved: 20 });
  });

  it('ends a race of shipping and cancelling in one of the two', async () => {
    await shop.addGoods({ id: 'RACE', onHand: 100 });
    for (const buyer of buyers.slice(0, 8)) {
      const { orderId } = await place(buyer, 'RACE', 10);

      const outcomes = await Promise.all([
        outcomeOf(distributor.orders.ship({ orderId, shipmentId: shop.newId() })),
        outcomeOf(buyer.orders.cancel({ orderId, commandId: shop.newId() })),
      ]);

      const { state, lines, shipments } = await buyer.orders.get({ orderId });
      const wasShipped = state === 'shipped';
      expect(outcomes).toEqual(wasShipped ? ['ok', 'orders.stateForbids'] : ['orders.stateForbids', 'ok']);
      expect({ state, reserved: lines[0]?.reserved, shipped: lines[0]?.shipped }).toEqual(
        wasShipped
          ? { state: 'shipped', reserved: 0, shipped: 10 }
          : { state: 'cancelled', reserved: 0, shipped: 0 },
      );
      expect(shipments).toHaveLength(wasShipped ? 1 : 0);
    }
  });

  it('ends a race of approving, rejecting and cancelling in one of the three', async () => {
    await shop.addGoods({ id: 'CHOICE', onHand: 1 });
    for (const buyer of buyers.slice(0, 6)) {
      const { orderId } = await place(buyer, 'CHOICE', 5);

      const outcomes = await Promise.all([
        outcomeOf(distributor.orders.reject({ orderId, commandId: shop.newId(), reason: '缺货' })),
        outcomeOf(buyer.orders.cancel({ orderId, commandId: shop.newId() })),
      ]);

      expect(outcomes.sort()).toEqual(['ok', 'orders.stateForbids']);
      const { state, holds } = await buyer.orders.get({ orderId });
      expect(['rejected', 'cancelled']).toContain(state);
      expect(holds).toMatchObject([{ status: 'cleared' }]);
    }
    expect(await lotOf('CHOICE')).toEqual({ onHand: 1, reserved: 0 });
  });

  it('ships what is promised once, when two ship the whole at once', async () => {
    await shop.addGoods({ id: 'BOTH', onHand: 10 });
    const [buyer] = buyers as [Client];
    const { orderId } = await place(buyer, 'BOTH', 10);

    const outcomes = await Promise.all(
      [1, 2].map(() => outcomeOf(distributor.orders.ship({ orderId, shipmentId: shop.newId() }))),
    );

    expect(outcomes.sort()).toEqual(['ok', 'orders.stateForbids']);
    expect(await lotOf('BOTH')).toEqual({ onHand: 0, reserved: 0 });
  });

  it(`keeps its books through sixty commands at once (seed ${seed})`, async () => {
    process.stdout.write(`many at once on ${engine.name}: TEST_SEED=${seed}\n`);
    const random = randomOf(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const goods = ['MIX0', 'MIX1', 'MIX2'];
    for (const id of goods) await shop.addGoods({ id, onHand: 120, pricesE4: { D1: 70_001 } });
    const started = await Promise.all(
      buyers.map((buyer, at) =>
        buyer.orders
          .place({
            orderId: shop.newId(),
            lines: goods.map((skuId) => ({ skuId, quantity: 3 + ((at * 5 + below(6)) % 9) })),
          })
          .then((order) => ({ buyer, order })),
      ),
    );
    const anyone = () => started[below(started.length)] as (typeof started)[number];
    const shipments: { orderId: string; shipmentId: string; buyer: Client }[] = [];
    const commands: ((one: (typeof started)[number]) => Promise<unknown>)[] = [
      ({ buyer }) => place(buyer, goods[below(3)] as string, 8 + below(30)),
      ({ order, buyer }) => {
        const shipment = { orderId: order.orderId, shipmentId: shop.newId() };
        shipments.push({ ...shipment, buyer });
        const lines = [{ lineNo: 1 + below(3), quantity: 1 + below(4) }];
        return distributor.orders.ship({ ...shipment, ...(random() < 0.5 ? { lines } : {}) });
      },
      ({ order, buyer }) => buyer.orders.cancel({ orderId: order.orderId, commandId: shop.newId() }),
      ({ order }) =>
        distributor.orders.approve({
          orderId: order.orderId,
          commandId: shop.newId(),
          accept: ['stock.short'],
        }),
      () => {
        const last = shipments.pop();
        if (!last) return Promise.resolve();
        const { buyer, ...shipment } = last;
        const differences = random() < 0.3 ? [{ shipmentLineNo: 1, refused: 1 }] : [];
        return buyer.orders.sign({ ...shipment, commandId: shop.newId(), differences });
      },
      ({ order }) =>
        distributor.credit.receive({
          receiptId: shop.newId(),
          buyerId: order.buyerId,
          amountFen: 1 + below(20_000),
        }),
      () =>
        distributor.stock.receive({
          receiptId: shop.newId(),
          warehouseId: 'W-D1',
          skuId: goods[below(3)] as string,
          lotNo: `MIX-${below(3)}`,
          producedOn: shop.today,
          quantity: 1 + below(40),
        }),
      () => shop.core.orders.releaseLapsed(shop.core.clock.now()),
    ];

    const outcomes = await Promise.all(
      Array.from({ length: 60 }, () => {
        const command = commands[below(commands.length)] as (typeof commands)[number];
        return outcomeOf(command(anyone()));
      }),
    );

    const expected = ['ok', 'orders.stateForbids', 'orders.overShipped', 'orders.unknown'];
    expect(outcomes.filter((outcome) => !expected.includes(outcome))).toEqual([]);
    await shop.core.outbox.drain();
  });

  endsWithBooks(() => shop);
});
