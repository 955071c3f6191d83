import { checkBooks, formatYuan, lineAmountFen, openCore } from '@tongpan/core';
import { eventually } from '../engines/eventually';
import { type EngineSettings, forEachEngine, removePlaces } from '../engines/for-each-engine';
import { type Cast, openCast } from './cast';
import { lotsOf, newId, stopPromotions } from './office';
import { type Shop } from './shop';
import { stepsOf } from './steps';
import { priceOf, quantitiesOf } from './supply';

afterAll(removePlaces);

/** Runs short at the distributor of the demo: fifteen to a case, found by its initials. */
const juice = { skuId: 'QG1019', name: '清谷水蜜桃汁', initials: 'smtz', perCase: 15, unit: '瓶' } as const;
const cola = { skuId: 'QG1012', name: '清谷可乐', initials: 'qgkl', perCase: 24 } as const;
const colaCases = 2;

forEachEngine('an order goes its way on the screens', (engine) => {
  const album = engine.name.startsWith('sqlite') ? 'trunk-embedded' : 'trunk-servers';
  let place: EngineSettings;
  let cast: Cast;
  let store: Cast['store'];
  let distributor: Cast['distributor'];
  let hq: Cast['hq'];
  let offices: Cast['offices'];
  let orderedJuice = 0;
  let purchaseCases = 0;
  let saleId = '';
  let purchaseId = '';

  beforeAll(async () => {
    place = await engine.makePlace();
    cast = await openCast(place, album);
    ({ store, distributor, hq, offices } = cast);
    // The story counts at the lists' prices; what promotions take off is told in a play of its own.
    for (const office of [offices.distributor, offices.hq]) await stopPromotions(office);
    const { sold, bought } = await quantitiesOf(offices, juice);
    orderedJuice = sold;
    purchaseCases = bought / juice.perCase;
  });
  afterAll(() => cast?.close());

  const becomes = (shop: Shop, id: string, words: string) =>
    eventually(`${id} says ${words}`, async () => (await shop.textOf(id)) === words);

  const step = stepsOf(() => cast.shotOfAll());

  step('the store logs in, finds goods by their initials and sees the sum follow the count', async () => {
    const [juicePriceE4, colaPriceE4] = await Promise.all([
      priceOf(offices.store, juice.skuId),
      priceOf(offices.store, cola.skuId),
    ]);
    await store.open();
    await store.sees('登录订货');
    await store.shot('01-store-log-in');
    await store.logIn('s001');
    await store.sees('充足');
    await store.shot('02-store-goods');

    await store.search(juice.initials);
    await store.sees(juice.name, store.shown(`sku-${juice.skuId}`));
    await store.tap(`sku-add-${juice.skuId}`);
    await becomes(store, 'cart-total', formatYuan(lineAmountFen(juicePriceE4, juice.perCase)));
    await store.shot('03-store-first-case');
    await store.typeCount(`sku-${juice.skuId}`, 0, orderedJuice / juice.perCase);
    const juiceFen = lineAmountFen(juicePriceE4, orderedJuice);
    await becomes(store, 'cart-total', formatYuan(juiceFen));

    await store.search(cola.initials);
    await store.tap(`sku-add-${cola.skuId}`);
    await store.tap(`plus-sku-${cola.skuId}-0`);
    const total = formatYuan(juiceFen + lineAmountFen(colaPriceE4, colaCases * cola.perCase));
    await becomes(store, 'cart-total', total);
    await becomes(store, 'cart-count', '已选 2 种');
    await store.shot('04-store-two-goods');

    await store.tap('go-cart');
    await becomes(store, 'payable', total);
    await store.shown('quote-verdict').filter({ hasText: '需审核' }).waitFor();
    await store.sees(
      `${juice.name} 订 ${orderedJuice}${juice.unit}，缺 `,
      store.shown(`line-${juice.skuId}`),
    );
    await store.shot('05-store-cart');
  });

  step('the store orders more than its distributor has: the order is held, and says why', async () => {
    await store.shown('place-order').filter({ hasText: '提交订单' }).tap();

    await store.standsAt('订单已提交，等待审核');
    await store.sees('为什么待审核');
    await store.sees('人工审核');
    await store.sees(`${juice.name} 订 ${orderedJuice}${juice.unit}，缺 `);
    await store.sees('可减少数量，或待供货商确认按现有库存发货');
    saleId = store.orderId();
    expect(await offices.store.orders.get({ orderId: saleId })).toMatchObject({
      state: 'held',
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'stock.short', severity: 'review', skuId: juice.skuId }),
      ]),
    });
    await store.shot('06-store-held');
  });

  step('the distributor sees that it is short', async () => {
    await distributor.open();
    await distributor.logIn('d01');
    await distributor.tab('我的');
    await distributor.sees('杭州汇丰食品商行');
    await distributor.shot('07-distributor-mine');
    await distributor.tap('to-customer-orders');
    await distributor.sees('好邻居便利店（文三路店）', distributor.shown(`order-${saleId}`));
    await distributor.shot('08-distributor-customer-orders');
    await distributor.tap(`order-${saleId}`);

    await distributor.standsAt('待审核');
    await distributor.sees(`${juice.name} 订 ${orderedJuice}${juice.unit}，缺 `);
    await distributor.sees('审核通过');
    await distributor.shot('09-distributor-short');
  });

  step('the distributor orders the goods from HQ by rows, beyond its credit', async () => {
    const priceE4 = await priceOf(offices.distributor, juice.skuId);
    const quantity = purchaseCases * juice.perCase;
    const payable = formatYuan(lineAmountFen(priceE4, quantity));
    const [account] = (await offices.distributor.credit.mine({})).items;
    const limitFen = (account?.exposureFen ?? 0) + 100_000;
    await offices.hq.credit.setLimit({ commandId: newId(), buyerId: 'D01', limitFen, termDays: 45 });

    await distributor.open();
    await distributor.tab('我的');
    await distributor.tap('to-quick-order');
    await distributor.sees('一行一个商品，快速下大单');
    await distributor.fill('row-search', juice.initials);
    await distributor.tap(`find-${juice.skuId}`);
    await distributor.typeCount(`row-${juice.skuId}`, 0, purchaseCases);
    await becomes(distributor, 'quick-payable', payable);
    await distributor.sees(`应付 ${payable}，可用额度 ¥1,000.00`);
    await distributor.shot('10-distributor-rows');
    await distributor.shown('quick-place-order').filter({ hasText: '提交订单' }).tap();

    await distributor.standsAt('订单已提交，等待审核');
    await distributor.sees('额度审核');
    purchaseId = distributor.orderId();
    await distributor.shot('11-distributor-held');
  });

  step('HQ finds the purchase in its queue with the finding, and approves it with one click', async () => {
    await hq.open();
    await hq.sees('登录工作台');
    await hq.shot('12-hq-log-in');
    await hq.logIn('hq');
    await hq.go('queue');
    const row = hq.queueRow(purchaseId);
    await row.waitFor();
    await row.getByText('可用额度 ¥1,000.00').waitFor();
    await row.getByText('杭州汇丰食品商行').waitFor();
    await hq.shot('13-hq-queue');
    await hq.click(`approve-${purchaseId}`);
    await hq.sees('复核放行');
    await hq.shot('14-hq-approve');
    await hq.click('approve-confirm');

    await hq.sees(/已通过$/);
    await row.waitFor({ state: 'hidden' });
    await hq.shot('15-hq-approved');
  });

  step('HQ ships the purchase', async () => {
    await hq.go('orders');
    await hq.click(`order-${purchaseId}`);
    await hq.standsAt('approved', '已通过');
    await hq.shot('16-hq-order');
    await hq.click('ship-order');
    await hq.shown('ship-carrier').fill('德邦物流');
    await hq.shown('ship-tracking').fill('DPK20261122');
    await hq.shot('17-hq-ship');
    await hq.click('ship-submit');

    await hq.standsAt('shipped', '已发货');
    await hq.sees('待签收');
    await hq.sees('德邦物流 · DPK20261122');
    await hq.shot('18-hq-shipped');
  });

  step('the distributor signs, and the lots arrive in its stock', async () => {
    await distributor.open();
    await distributor.tab('订单');
    await distributor.tap(`order-${purchaseId}`);
    await distributor.standsAt('已发货');
    await distributor.shot('19-distributor-shipped');
    await distributor.tap('sign-shipment');
    await distributor.sees('货物完好可直接签收；有差异请按最小单位填写，只有实收的部分计入应付。');
    await distributor.shot('20-distributor-sign');
    await distributor.confirm('全部完好，签收');
    await distributor.standsAt('已完成');
    await distributor.sees(`已签 ${purchaseCases * juice.perCase}`);
    await distributor.shot('20b-distributor-signed');

    const { shipments } = await offices.distributor.orders.get({ orderId: purchaseId });
    const arrived = shipments.flatMap(({ lines }) => lines);
    expect(arrived.reduce((sum, { accepted }) => sum + (accepted ?? 0), 0)).toBe(
      purchaseCases * juice.perCase,
    );
    await eventually('the lots that were signed for are in stock', async () => {
      const lots = await lotsOf(offices.distributor, juice.skuId);
      return arrived.every(({ lotNo, expiresOn, quantity }) =>
        lots.some((lot) => lot.lotNo === lotNo && lot.expiresOn === expiresOn && lot.onHand >= quantity),
      );
    });
    const [first] = (await lotsOf(offices.distributor, juice.skuId)).filter(({ lotNo }) =>
      arrived.some((line) => line.lotNo === lotNo),
    );
    await distributor.open();
    await distributor.tab('我的');
    await distributor.tap('to-stock');
    await distributor.sees('剩 ');
    await distributor.shot('21-distributor-stock');
    // First to expire first: the new lots are far down the list.
    const lot = distributor.shown(`lot-${first?.lotId ?? ''}`);
    await eventually('the new lot is in the list', async () => {
      if (await lot.isVisible()) return true;
      const more = distributor.page.getByText('加载更多').locator('visible=true');
      if (await more.isVisible()) await more.tap();
      return false;
    });
    await lot.scrollIntoViewIfNeeded();
    await distributor.sees(juice.name, lot);
    await distributor.shot('22-distributor-new-lot');
  });

  step('the distributor approves and ships what the store ordered', async () => {
    await distributor.open();
    await distributor.tab('我的');
    await distributor.tap('to-customer-orders');
    await distributor.tap(`order-${saleId}`);
    await distributor.tap('approve-order');
    await distributor.sees('提交时会重新核查库存、额度和区域。');
    await distributor.shot('23-distributor-approve');
    await distributor.confirm('通过');
    await distributor.standsAt('已通过');
    await distributor.shot('24-distributor-approved');
    expect(await offices.distributor.orders.get({ orderId: saleId })).toMatchObject({
      state: 'approved',
      openHolds: [],
      lines: [{ reserved: orderedJuice }, { reserved: colaCases * cola.perCase }],
    });

    await distributor.tap('ship-order');
    await distributor.fill('ship-carrier', '自有车队');
    await distributor.shot('25-distributor-ship');
    await distributor.confirm('确认发货');
    await distributor.standsAt('已发货');
    await distributor.shot('26-distributor-shipped');
  });

  step('the store signs with one bottle damaged, and pays for the others only', async () => {
    await store.open();
    await store.tab('订单');
    await store.sees('已发货', store.shown(`order-${saleId}`));
    await store.shot('27-store-orders');
    await store.tap(`order-${saleId}`);
    await store.standsAt('已发货');
    await store.sees(/^自有车队 · /);
    await store.tap('sign-shipment');
    const [shipment] = (await offices.store.orders.get({ orderId: saleId })).shipments;
    const line = shipment?.lines.find(({ skuId }) => skuId === juice.skuId);
    await store.fill(`sign-damaged-${line?.shipmentLineNo ?? 0}`, '1');
    await store.shot('28-store-sign');
    await store.confirm('按差异签收');

    await store.standsAt('已签收');
    // What is damaged is damaged of one lot; the line may have come from several.
    await store.sees(`签收 ${(line?.quantity ?? 0) - 1} · 破损 1`);
    await store.shot('29-store-signed');
    const signed = await offices.store.orders.get({ orderId: saleId });
    expect(signed).toMatchObject({ state: 'signed', openHolds: [] });
    expect(signed.lines.map((one) => one.signed)).toEqual([orderedJuice - 1, colaCases * cola.perCase]);
    const [bill] = (await offices.store.credit.bills({})).items.filter(({ orderId }) => orderId === saleId);
    const [juicePriceE4, colaPriceE4] = await Promise.all([
      priceOf(offices.store, juice.skuId),
      priceOf(offices.store, cola.skuId),
    ]);
    expect(bill?.amountFen).toBe(
      lineAmountFen(juicePriceE4, orderedJuice - 1) + lineAmountFen(colaPriceE4, colaCases * cola.perCase),
    );
  });

  step('the store reads the whole way of its order, newest first', async () => {
    const titles = store.page.locator('.trail__title:visible');
    await store.sees('订单动态');
    expect(await titles.allInnerTexts()).toEqual(['签收', '发货', '审核通过', '提交订单']);
    await titles.last().scrollIntoViewIfNeeded();
    await store.shot('30-store-trail');
  });

  it('does not call an order paid whose bill is open', async () => {
    const { items } = await offices.distributor.credit.bills({});
    expect(items.find(({ orderId }) => orderId === purchaseId)).toMatchObject({ paidFen: 0 });

    await distributor.open(`/pages/order/index?orderId=${purchaseId}`);
    await distributor.standsAt('已完成');
    expect(await distributor.textOf('order-state')).not.toContain('结清');
  });

  it('nothing went wrong behind the screens', () => {
    expect([store, distributor, hq].flatMap(({ faults }) => faults())).toEqual([]);
    expect(cast.server.complaints()).toEqual([]);
  });

  it('ends with books that balance', async () => {
    expect(await cast.server.stop()).toBe(0);

    const core = await openCore({ ...place, sessionDays: 14 });
    const results = await checkBooks(core.database).finally(() => core.close());
    expect(results.length).toBeGreaterThan(10);
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
  });
});
