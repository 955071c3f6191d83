import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';

afterAll(removePlaces);

type Asked = Parameters<Client['afterSales']['request']>[0];
type Outcomes = Parameters<Client['afterSales']['receive']>[0]['outcomes'];

let count = 0;

forEachEngine('after-sales', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });

  /** Ten units at ¥12.3457 in the hands of a store of its own; the bill is open. */
  const aSigned = async (given: { quantity?: number; limitFen?: number; onHand?: number } = {}) => {
    count += 1;
    const { quantity = 10, onHand = 40, ...more } = given;
    const [storeId, skuId] = [`AS${count}`, `AK${count}`];
    const store = await shop.openStore({ id: storeId, ...more });
    await shop.addGoods({ id: skuId, onHand, pricesE4: { D1: 123_457 } });
    return { storeId, skuId, ...(await signedOrder(store, [{ skuId, quantity }])) };
  };
  const signedOrder = async (store: Client, lines: { skuId: string; quantity: number }[]) => {
    const [orderId, shipmentId] = [shop.newId(), shop.newId()];
    await store.orders.place({ orderId, lines });
    await seller.orders.ship({ orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId, shipmentId });
    const ask = (quantity: number, more: Partial<Asked> = {}, shipmentLineNo = 1) =>
      store.afterSales.request({
        afterSalesId: shop.newId(),
        orderId,
        kind: 'return',
        reason: 'quality',
        photos: ['PHOTO-1'],
        lines: [{ shipmentId, shipmentLineNo, quantity }],
        ...more,
      });
    const account = async () => (await store.credit.mine({})).items[0];
    return { store, orderId, shipmentId, ask, account };
  };
  const approve = (
    afterSalesId: string,
    more: Partial<Parameters<Client['afterSales']['approve']>[0]> = {},
  ) => seller.afterSales.approve({ ...said(), afterSalesId, ...more });
  const receive = (afterSalesId: string, outcomes: Outcomes) =>
    seller.afterSales.receive({ ...said(), afterSalesId, outcomes });
  const onHand = async (skuId: string) =>
    Object.fromEntries(
      (
        await shop.rows<{ quality: string; onHand: number }>(
          'SELECT quality, SUM(onHand) AS onHand FROM lot WHERE skuId = ? GROUP BY quality ORDER BY quality',
          [skuId],
        )
      ).map(({ quality, onHand: units }) => [quality, Number(units)]),
    );
  const eventsOf = async (afterSalesId: string) =>
    (
      await shop.rows<{ name: string }>(
        'SELECT name FROM outboxEvent WHERE aggregate = ? ORDER BY position',
        [`afterSales:${afterSalesId}`],
      )
    ).map(({ name }) => name);

  it('go from the request over approval and receipt to a credit note on the open bill', async () => {
    const { store, skuId, ask, account } = await aSigned();

    const asked = await ask(4);
    expect(asked).toMatchObject({
      state: 'requested',
      findings: [],
      units: 4,
      worthFen: 4_938,
      expected: { refundFen: 4_938, basis: 'recomputed' },
      actions: ['withdraw'],
    });
    const { afterSalesId } = asked;
    expect(await approve(afterSalesId)).toMatchObject({ state: 'approved', actions: ['receive'] });
    const closed = await receive(afterSalesId, [
      { lineNo: 1, restocked: 1, quarantined: 1, destroyed: 1, notReceived: 1 },
    ]);

    expect(closed).toMatchObject({
      state: 'closed',
      grantedFen: 3_704,
      money: { originalFen: 12_346, keptFen: 8_642, giftsFen: 0, paidFen: 3_704, refundFen: 3_704 },
      moneyBack: [{ instrument: 'creditNote', amountFen: 3_704, paysThisOrder: true }],
    });
    expect(closed.steps.map(({ title }) => title)).toEqual(['提交申请', '同意申请', '收货验收', '处理完成']);
    expect(await onHand(skuId)).toEqual({ available: 31, damaged: 0, inspection: 1 });
    expect(await account()).toMatchObject({ receivableFen: 8_642, unappliedFen: 0 });
    expect((await store.credit.bills({})).items).toMatchObject([{ amountFen: 12_346, paidFen: 3_704 }]);
    expect(await eventsOf(afterSalesId)).toEqual([
      'afterSales.requested',
      'afterSales.approved',
      'afterSales.received',
      'afterSales.closed',
    ]);
    // What did not come may be asked back again, and no more than that.
    expect(await ask(7)).toMatchObject({ state: 'requested' });
  });

  endsWithBooks(() => shop);
});
