import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { luckOf } from '../faults/people/random';
import { openSale } from './flash-company';
import { endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';

afterAll(removePlaces);

const minute = 60_000;
const payTime = 15 * minute;

forEachEngine('a flash sale to buyers who pay with the order', (engine) => {
  let shop: PayingShop;
  let seller: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const aBuyer = async () => {
    count += 1;
    const id = `FLASHCASH${count}`;
    const client = await shop.openCashStore(id);
    const start = async (orderId: string) => {
      const begun = { paymentId: shop.newId(), orderId, using: { by: 'native' as const } };
      return (await client.payments.start(begun)).payment.paymentId;
    };
    const stateOf = async (orderId: string) => (await client.orders.get({ orderId })).state;
    const money = (orderId: string) => client.payments.ofOrder({ orderId });
    return { id, client, start, stateOf, money };
  };
  const payNow = (outTradeNo: string) => shop.control('pay', { outTradeNo });
  /** Everything due is done while events leave, as they do in a shop that is open. */
  const settle = async () => {
    const leaving = setInterval(() => void shop.core.outbox.drain(), 100);
    await shop.settleAll().finally(() => clearInterval(leaving));
  };
  const letRunOut = async () => {
    shop.passTime(payTime + minute);
    await settle();
  };

  it('keeps what was won for the time of paying, and approves it when it is paid', async () => {
    const { client, start, stateOf, money } = await aBuyer();
    const sale = await openSale(shop, { activityId: 'PAID' });
    const order = await sale.order(client, await sale.win(client, 2), 2);

    expect(order).toMatchObject({ state: 'held', payableFen: 1_980, lines: [{ reserved: 2 }] });
    const hold = order.holds.find(({ kind }) => kind === 'payment');
    expect(Date.parse(hold?.dueAt ?? '') - Date.parse(order.placedAt)).toBe(payTime);
    expect(await sale.counts()).toEqual({ sold: 2, held: 0, free: 8, released: 0 });

    await payNow(await start(order.orderId));
    await settle();

    expect(await stateOf(order.orderId)).toBe('approved');
    expect(await money(order.orderId)).toMatchObject({ payableNowFen: 0, waitingFen: 1_980 });
    expect(await sale.counts()).toEqual({ sold: 2, held: 0, free: 8, released: 0 });
    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 10 });
    const shipped = await seller.orders.ship({ orderId: order.orderId, shipmentId: shop.newId() });
    expect(shipped.state).toBe('shipped');
  });

  it('sells to others what nobody paid for, once', async () => {
    const { client, start, stateOf } = await aBuyer();
    const next = await aBuyer();
    const sale = await openSale(shop, { activityId: 'UNPAID', quota: 2 });
    const { orderId } = await sale.order(client, await sale.win(client, 2), 2);
    await start(orderId);
    expect((await sale.grab(next.client)).outcome).toBe('lost');

    await letRunOut();
    await letRunOut();

    expect(await stateOf(orderId)).toBe('cancelled');
    expect(await sale.counts()).toEqual({ sold: 0, held: 0, free: 2, released: 0 });
    expect((await sale.order(next.client, await sale.win(next.client, 2), 2)).state).toBe('held');
  });

  it('ends an order nobody even began to pay', async () => {
    const { client, stateOf } = await aBuyer();
    const sale = await openSale(shop, { activityId: 'LEFT' });
    const { orderId } = await sale.order(client, await sale.win(client));

    await letRunOut();

    expect(await stateOf(orderId)).toBe('cancelled');
    expect(await sale.counts()).toEqual({ sold: 0, held: 0, free: 10, released: 0 });
  });

  it('gives back what is paid after the end, and the units stay where they went', async () => {
    const { client, start, stateOf, money } = await aBuyer();
    const sale = await openSale(shop, { activityId: 'LATE' });
    const { orderId } = await sale.order(client, await sale.win(client));
    const outTradeNo = await start(orderId);
    await client.orders.cancel({ ...said(), orderId, reason: '不要了' });

    await payNow(outTradeNo);
    await settle();

    expect(await stateOf(orderId)).toBe('cancelled');
    expect(await money(orderId)).toMatchObject({
      waitingFen: 0,
      refunds: [{ amountFen: 990, state: 'succeeded' }],
    });
    expect(await sale.counts()).toEqual({ sold: 0, held: 0, free: 10, released: 0 });
  });

  it('stands by an order that waits for its payment when it is stopped', async () => {
    const [payer, sleeper] = [await aBuyer(), await aBuyer()];
    const sale = await openSale(shop, { activityId: 'STOPPED' });
    const paid = await sale.order(payer.client, await sale.win(payer.client));
    const unpaid = await sale.order(sleeper.client, await sale.win(sleeper.client));
    await seller.flash.stop({ ...said(), activityId: 'STOPPED' });

    await payNow(await payer.start(paid.orderId));
    await letRunOut();

    expect(await payer.stateOf(paid.orderId)).toBe('approved');
    expect(await sleeper.stateOf(unpaid.orderId)).toBe('cancelled');
    expect(await sale.counts()).toMatchObject({ sold: 1, released: 9 });
    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 1 });
  });

  it('gives money and units back when the goods may not be sold any more', async () => {
    const { client, start, stateOf, money } = await aBuyer();
    const sale = await openSale(shop, { activityId: 'FROZEN' });
    const { orderId } = await sale.order(client, await sale.win(client));
    await shop.run(`UPDATE sku SET status = 'inactive' WHERE id = ?`, [sale.skuId]);

    await payNow(await start(orderId));
    await settle();

    expect(await stateOf(orderId)).toBe('rejected');
    expect(await money(orderId)).toMatchObject({ waitingFen: 0, refunds: [{ amountFen: 990 }] });
    expect(await sale.counts()).toEqual({ sold: 0, held: 0, free: 10, released: 0 });
  });

  it('never sells more than it has, whoever pays, sleeps, cancels or pays too late', async () => {
    const seed = Number(process.env.FAULTS_SEED ?? 20_261_130);
    const luck = luckOf(seed, 'flash paying');
    const quota = 6;
    const sale = await openSale(shop, { activityId: 'PLAY', quota, perBuyer: 4 });
    const buyers = await Promise.all([1, 2, 3, 4].map(() => aBuyer()));
    const open: { orderId: string; outTradeNo: string | null }[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const buyer = luck.pick(buyers);
      const quantity = luck.between(1, 2);
      const { token } = await sale.grab(buyer.client, quantity);
      if (token !== null) {
        const { orderId } = await sale.order(buyer.client, token, quantity);
        const outTradeNo = luck.chance(0.8) ? await buyer.start(orderId) : null;
        open.push({ orderId, outTradeNo });
        if (luck.chance(0.25)) await buyer.client.orders.cancel({ ...said(), orderId, reason: '不要了' });
      }
      const one = luck.pick([...open, { orderId: '', outTradeNo: null }]);
      if (one.outTradeNo !== null && luck.chance(0.3)) await payNow(one.outTradeNo).catch(() => undefined);
      if (luck.chance(0.2)) shop.passTime(6 * minute);
      if (luck.chance(0.5)) await settle();
      await shop.core.outbox.drain();
      const { sold, held, free } = await sale.counts();
      expect({ seed, turn, all: sold + (held ?? 0) + (free ?? 0) }).toEqual({ seed, turn, all: quota });
    }
    await letRunOut();

    const [standing] = await shop.rows<{ units: number }>(
      `SELECT COALESCE(SUM(line.quantity), 0) AS units FROM orderLine line
       JOIN salesOrder ON salesOrder.id = line.orderId AND salesOrder.state = 'approved' WHERE line.skuId = ?`,
      [sale.skuId],
    );
    const counts = await sale.counts();
    expect(Number(standing?.units)).toBe(counts.sold);
    expect(counts).toMatchObject({ held: 0, free: quota - counts.sold, released: 0 });
  });

  endsWithBooks(() => shop);
});
