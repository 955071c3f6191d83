import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { afterSalesOf, type Asked } from './after-sales-cases';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('exchanges after sales', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const { said, aPhoto, aSigned, approve, receive, onHand } = afterSalesOf(
    () => shop,
    () => seller,
  );

  it('exchange goods by a linked order at no price, its lots promised by the buyer’s own rule', async () => {
    const { store, ask, skuId, account } = await aSigned({ onHand: 12 });
    const before = await account();
    const { afterSalesId, expected } = await ask(4, { kind: 'exchange' });
    expect(expected).toBeNull();
    await approve(afterSalesId);

    const closed = await receive(afterSalesId, [{ lineNo: 1, destroyed: 3, notReceived: 1 }]);

    expect(closed).toMatchObject({ state: 'closed', grantedFen: 0, money: null, moneyBack: [] });
    const order = await store.orders.get({ orderId: closed.replacementId as string });
    expect(order).toMatchObject({ number: closed.replacementNumber, state: 'approved', payableFen: 0 });
    // Two are there; the third is owed.
    expect(order.lines).toMatchObject([{ skuId, quantity: 3, reserved: 2, backOrdered: 1, amountFen: 0 }]);
    expect(order.actions).toEqual([]);
    expect(await account()).toEqual(before);
    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId: order.orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId: order.orderId, shipmentId });
    const again = async (kind: Asked['kind']) =>
      store.afterSales.request({
        afterSalesId: shop.newId(),
        orderId: order.orderId,
        kind,
        reason: 'quality',
        photos: [await aPhoto(store)],
        lines: [{ shipmentId, shipmentLineNo: 1, quantity: 1 }],
      });
    expect(await again('return')).toMatchObject({
      state: 'refused',
      findings: [{ rule: 'goods.replacement' }],
    });
    expect(await again('exchange')).toMatchObject({ state: 'requested' });
    expect(await codeOf(seller.orders.cancel({ ...said(), orderId: order.orderId, reason: '不发了' }))).toBe(
      'orders.stateForbids',
    );
  });

  it('pay for what cannot be sent again, and never for what was not paid', async () => {
    const { store, ask, account } = await aSigned();
    const [first, second] = [await ask(4, { kind: 'exchange' }), await ask(2, { kind: 'exchange' })];
    await approve(first.afterSalesId);
    await approve(second.afterSalesId);
    const settle = (afterSalesId: string, restocked: number) =>
      seller.afterSales.receive({
        ...said(),
        afterSalesId,
        outcomes: [{ lineNo: 1, restocked }],
        inMoney: true,
      });

    expect(await settle(first.afterSalesId, 4)).toMatchObject({
      state: 'closed',
      grantedFen: 4_938,
      replacementId: null,
    });
    expect(await account()).toMatchObject({ receivableFen: 7_408 });

    const { replacementId } = await receive(second.afterSalesId, [{ lineNo: 1, restocked: 2 }]);
    const [orderId, shipmentId] = [replacementId as string, shop.newId()];
    await seller.orders.ship({ orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId, shipmentId });
    const again = await store.afterSales.request({
      afterSalesId: shop.newId(),
      orderId,
      kind: 'exchange',
      reason: 'damaged',
      photos: [await aPhoto(store)],
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 2 }],
    });
    await approve(again.afterSalesId);
    expect(await codeOf(settle(again.afterSalesId, 2))).toBe('afterSales.nothingPaid');
  });

  it('pay instead where a replacement never comes, and only while nothing of it has gone', async () => {
    const { store, ask, account, skuId } = await aSigned();
    const exchange = async (units: number) => {
      const { afterSalesId } = await ask(units, { kind: 'exchange' });
      await approve(afterSalesId);
      return receive(afterSalesId, [{ lineNo: 1, restocked: units }]);
    };
    const [one, two] = [await exchange(4), await exchange(3)];
    expect(one.actions).toEqual(['payInstead']);
    expect(await onHand(skuId)).toEqual({ available: 37 });
    const command = { ...said(), afterSalesId: one.afterSalesId };

    const [paid] = await Promise.all([
      seller.afterSales.payInstead(command),
      seller.afterSales.payInstead(command),
    ]);

    expect(paid).toMatchObject({ state: 'closed', grantedFen: 4_938, actions: [] });
    expect(await store.orders.get({ orderId: one.replacementId as string })).toMatchObject({
      state: 'cancelled',
      actions: [],
    });
    expect(await account()).toMatchObject({ receivableFen: 7_408 });
    await seller.orders.ship({ orderId: two.replacementId as string, shipmentId: shop.newId() });
    expect(await codeOf(seller.afterSales.payInstead({ ...said(), afterSalesId: two.afterSalesId }))).toBe(
      'afterSales.replacementSent',
    );
  });

  endsWithBooks(() => shop);
});
