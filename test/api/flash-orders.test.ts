import type { Client } from '@tongpan/bff';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openSale } from './flash-company';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('orders of a flash sale', (engine) => {
  let shop: Shop;
  let buyer: Client;
  let other: Client;
  let buyers: Client[];

  beforeAll(async () => {
    shop = await openShop(engine);
    buyer = await shop.openStore({ id: 'F1' });
    other = await shop.openStore({ id: 'F2' });
    buyers = [];
    for (let count = 1; count <= 15; count += 1) buyers.push(await shop.openStore({ id: `FB${count}` }));
  });
  afterAll(() => shop.close());

  it('go the whole way: set aside, grabbed, ordered at the flash price, shipped', async () => {
    const sale = await openSale(shop, { activityId: 'WAY' });
    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 10 });

    const token = await sale.win(buyer, 2);
    expect(await sale.counts()).toEqual({ sold: 0, held: 2, free: 8, released: 0 });
    const order = await sale.order(buyer, token, 2);

    expect(order).toMatchObject({
      state: 'approved',
      payableFen: 1_980,
      lines: [{ skuId: sale.skuId, quantity: 2, unitPriceE4: 99_000, reserved: 2 }],
    });
    expect(await sale.counts()).toEqual({ sold: 2, held: 0, free: 8, released: 0 });
    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 10 });
    const shipped = await sale.seller.orders.ship({ orderId: order.orderId, shipmentId: shop.newId() });
    expect(shipped.state).toBe('shipped');
    expect(await sale.lot()).toEqual({ onHand: 98, reserved: 8 });
  });

  it('sell ten units to ten of fifteen at once, and not one more', async () => {
    const sale = await openSale(shop, { activityId: 'MANY', perBuyer: 1 });

    const outcomes = await Promise.all(
      buyers.map(async (one) => {
        const { token } = await sale.grab(one);
        return token === null ? 'lost' : (await sale.order(one, token)).state;
      }),
    );

    expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'lost')).toHaveLength(5);
    expect(await sale.counts()).toEqual({ sold: 10, held: 0, free: 0, released: 0 });
  });

  it('get the same answer when they are said twice, before and after', async () => {
    const sale = await openSale(shop, { activityId: 'TWICE' });
    const token = await sale.win(buyer);
    const orderId = shop.newId();

    const [first, second] = await Promise.all([
      sale.order(buyer, token, 1, orderId),
      sale.order(buyer, token, 1, orderId),
    ]);
    const third = await sale.order(buyer, token, 1, orderId);

    expect([second.number, third.number]).toEqual([first.number, first.number]);
    expect(await codeOf(sale.order(buyer, token))).toBe('flash.tokenGone');
    expect(await sale.counts()).toMatchObject({ sold: 1, held: 0 });
  });

  it('are refused with a token that is another’s, invented, or for other goods, and the token goes on', async () => {
    const sale = await openSale(shop, { activityId: 'CHEATS' });
    const token = await sale.win(buyer);

    expect(await codeOf(sale.order(other, token))).toBe('flash.tokenGone');
    expect(await codeOf(sale.order(buyer, `${token}0`))).toBe('flash.tokenGone');
    expect(await codeOf(sale.order(buyer, 'NONE.token'))).toBe('flash.notReady');
    expect(await codeOf(sale.order(buyer, token, 2))).toBe('flash.tokenMismatch');
    const wrong = { orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 1, flashToken: token }] };
    expect(await codeOf(buyer.orders.place(wrong))).toBe('flash.tokenMismatch');

    expect((await sale.order(buyer, token)).state).toBe('approved');
  });

  it('give their units back when they are cancelled, once, to be sold again', async () => {
    const sale = await openSale(shop, { activityId: 'CANCEL', quota: 2 });
    const { orderId } = await sale.order(buyer, await sale.win(buyer, 2), 2);
    expect((await sale.grab(other)).outcome).toBe('lost');

    const cancel = { orderId, commandId: shop.newId() };
    await buyer.orders.cancel(cancel);
    await buyer.orders.cancel(cancel);
    await shop.core.outbox.drain();

    expect(await sale.counts()).toEqual({ sold: 0, held: 0, free: 2, released: 0 });
    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 2 });
    expect((await sale.order(other, await sale.win(other, 2), 2)).state).toBe('approved');
    expect(await codeOf(buyer.orders.reopen({ orderId, commandId: shop.newId(), reason: '恢复' }))).toBe(
      'orders.flashFixed',
    );
  });

  it('give back what the seller closes', async () => {
    const sale = await openSale(shop, { activityId: 'CLOSE', quota: 2 });
    const { orderId } = await sale.order(buyer, await sale.win(buyer, 2), 2);
    await sale.seller.orders.ship({
      orderId,
      shipmentId: shop.newId(),
      lines: [{ lineNo: 1, quantity: 1 }],
    });

    await sale.seller.orders.shortClose({ orderId, commandId: shop.newId(), scope: 'rest', reason: '破损' });
    await shop.core.outbox.drain();

    expect(await sale.counts()).toEqual({ sold: 1, held: 0, free: 1, released: 0 });
  });

  it('are decided at once or not at all: who has no credit left keeps the token for its time', async () => {
    const poor = await shop.openStore({ id: 'POOR', limitFen: 100 });
    const sale = await openSale(shop, { activityId: 'CREDIT' });
    const token = await sale.win(poor);

    expect(await codeOf(sale.order(poor, token))).toBe('flash.notApproved');

    expect(await sale.counts()).toEqual({ sold: 0, held: 1, free: 9, released: 0 });
    await sale.seller.credit.receive({ receiptId: shop.newId(), buyerId: 'POOR', amountFen: 5_000 });
    expect((await sale.order(poor, token)).state).toBe('approved');
  });

  it('are refused at another price than was seen, and may be placed at the right one', async () => {
    const sale = await openSale(shop, { activityId: 'PRICE' });
    const token = await sale.win(buyer);
    const lines = [{ skuId: sale.skuId, quantity: 1, flashToken: token }];
    expect(await buyer.orders.quote({ lines })).toMatchObject({ payableFen: 990, verdict: 'approved' });

    const place = (expectedPayableFen: number) =>
      buyer.orders.place({ orderId: shop.newId(), lines, expectedPayableFen });
    expect(await codeOf(place(989))).toBe('orders.priceChanged');

    expect((await place(990)).state).toBe('approved');
  });

  it('carry other goods beside, at their own price and from free stock', async () => {
    const sale = await openSale(shop, { activityId: 'BESIDE' });
    const token = await sale.win(buyer);

    const order = await buyer.orders.place({
      orderId: shop.newId(),
      lines: [
        { skuId: 'WATER', quantity: 3 },
        { skuId: sale.skuId, quantity: 1, flashToken: token },
      ],
    });

    expect(order.lines.map(({ unitPriceE4, reserved }) => [unitPriceE4, reserved])).toEqual([
      [20_000, 3],
      [99_000, 1],
    ]);
  });

  it('cannot be edited', async () => {
    const sale = await openSale(shop, { activityId: 'EDIT' });
    const { orderId, revision } = await sale.order(buyer, await sale.win(buyer));

    const edit = {
      orderId,
      commandId: shop.newId(),
      expectedRevision: revision,
      note: '改',
      reason: '改备注',
    };
    expect(await codeOf(buyer.orders.edit(edit))).toBe('orders.flashFixed');
  });

  it('of everybody else find what is free, and not what is set aside', async () => {
    const sale = await openSale(shop, { activityId: 'ASIDE', onHand: 12 });

    const all = await other.orders.place({
      orderId: shop.newId(),
      lines: [{ skuId: sale.skuId, quantity: 3 }],
    });

    expect(all.findings).toMatchObject([{ rule: 'stock.short', numbers: { short: 1 } }]);
  });

  it('that two places in a race for one token end in one of them', async () => {
    const sale = await openSale(shop, { activityId: 'RACE' });
    for (let round = 0; round < 4; round += 1) {
      const racer = buyers[round] as Client;
      const token = await sale.win(racer);

      const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(sale.order(racer, token))));

      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'flash.tokenGone')).toHaveLength(2);
    }
  });

  it('of a sale that was stopped are refused within a second in every process', async () => {
    const sale = await openSale(shop, { activityId: 'STOP' });
    const neighbour = await shop.openNeighbour();
    const early = await sale.win(buyer);
    const late = await sale.win(other);
    expect((await sale.order(buyer, early)).state).toBe('approved');

    const { activity } = await (
      await shop.as('hq')
    ).flash.stop({ commandId: shop.newId(), activityId: 'STOP' });

    expect(activity).toMatchObject({ phase: 'stopped', sold: 1, released: 9 });
    expect(await codeOf(sale.order(other, late))).toBe('flash.stopped');
    if (engine.name === 'mariadb + redis') {
      const elsewhere = await (await neighbour.as('f2')).flash.grab({ activityId: 'STOP', requestId: 'R' });
      expect(elsewhere.outcome).toBe('over');
    }
    expect((await sale.grab(other)).outcome).toBe('over');
    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 1 });
  });

  it('cancelled after the end go back to free stock', async () => {
    const sale = await openSale(shop, { activityId: 'AFTER' });
    const { orderId } = await sale.order(buyer, await sale.win(buyer));
    await sale.seller.flash.stop({ commandId: shop.newId(), activityId: 'AFTER' });

    await buyer.orders.cancel({ orderId, commandId: shop.newId() });

    expect(await sale.lot()).toEqual({ onHand: 100, reserved: 0 });
    await eventually('the seller sees nothing sold', async () => {
      const { sold, released } = await sale.counts();
      return sold === 0 && released === 10;
    });
  });

  endsWithBooks(() => shop);
});
