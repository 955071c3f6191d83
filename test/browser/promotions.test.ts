import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { aPromotionOf, type PromotionInput } from '../api/promotion-inputs';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

/** Plenty of it everywhere: twenty-four to a case, ¥43.20 the case to a store. */
const cola = { skuId: 'QG1012', name: '清谷可乐', initials: 'qgkl' } as const;
const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-promotions-'));

/** A promotion of the demo's distributor for all its stores, over the years around now. */
const aPromotion = (given: Pick<PromotionInput, 'name' | 'kind' | 'rule'> & Partial<PromotionInput>) =>
  aPromotionOf('D01', {
    promotionId: newId(),
    startsAt: '2020-01-01T00:00:00.000Z',
    endsAt: '2099-12-31T16:00:00.000Z',
    ...given,
  });

describe('a store orders with a coupon, a gift and a threshold', () => {
  let server: ServerProcess;
  let browser: Browser;
  let store: Shop;
  const gift = aPromotion({
    name: '可乐买二赠一',
    kind: 'buyGet',
    rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
    scope: { skuIds: [cola.skuId], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
  });
  const threshold = aPromotion({
    name: '岁末满减',
    kind: 'thresholdOff',
    rule: { tiers: [{ fromFen: 8_000, offFen: 500 }], isPerMultiple: false },
  });
  const coupon = aPromotion({
    name: '新店礼券',
    kind: 'coupon',
    rule: { mode: 'off', offFen: 300, fromFen: 5_000, isStackable: false, validDays: 30 },
  });

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
    const distributor = await officeOf(server, 'd01');
    for (const promotion of [gift, threshold, coupon]) {
      await distributor.promotions.put({ commandId: newId(), expectedVersion: 0, promotion });
      const { promotionId } = promotion;
      await distributor.promotions.publish({ commandId: newId(), promotionId, expectedVersion: 1 });
    }
    store = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'promotions' }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const step = stepsOf(() => store.shot('broken'));
  const becomes = (id: string, words: string) =>
    eventually(`${id} says ${words}`, async () => (await store.textOf(id)) === words);
  const fits = async () => expect(await whatDoesNotFit(store.page, madeToScroll.phone)).toEqual([]);

  step('the store sees what its distributor offers, and claims the coupon', async () => {
    await store.open();
    await store.logIn('s001');
    await store.shown('offers-strip').waitFor();
    await store.sees('充足');
    await store.shot('01-home');
    await fits();
    await store.tap('offers-strip-all');
    await store.sees('买2箱赠1箱', store.shown(`offer-${gift.promotionId}`));
    await store.sees('新店礼券', store.shown(`claim-of-${coupon.promotionId}`));
    await store.shot('02-offers');
    await fits();

    await store.tap(`claim-${coupon.promotionId}`);

    await store.sees('已领取', store.shown(`claim-of-${coupon.promotionId}`));
    const office = await officeOf(server, 's001');
    const { items } = await office.promotions.coupons({});
    expect(items).toMatchObject([{ promotionId: coupon.promotionId, state: 'open', supplierId: 'D01' }]);
    await store.tap('to-wallet');
    await store.sees('有效期至', store.shown(`coupon-${items[0]?.couponId ?? ''}`));
    await store.shot('03-wallet');
    await fits();
  });

  step('an offer leads to its goods', async () => {
    await store.open();
    await store.tap(`strip-${gift.promotionId}`);

    await store.shown(`sku-add-${cola.skuId}`).waitFor();
    await store.sees('可乐买二赠一');
    await store.shot('04-goods-of-an-offer');
    await fits();
    await store.tap(`sku-add-${cola.skuId}`);
    await store.tap('go-cart');
  });

  step('the cart says what is missing, and with one case more what was saved', async () => {
    await store.shown('next-step').filter({ hasText: '差¥6.80，满¥50.00减¥3.00' }).waitFor();
    await becomes('payable', '¥43.20');
    await store.shot('05-cart-next-step');

    await store.tap(`plus-line-${cola.skuId}-0`);

    // 86.40 at the list, 5.00 off from 80.00 on, and a coupon of 3.00; the third case is a gift.
    await becomes('payable', '¥78.40');
    await becomes('saved', '-¥8.00');
    await store.sees('1箱', store.shown(`gift-${cola.skuId}`));
    await store.sees('赠品', store.shown(`gift-${cola.skuId}`));
    await store.sees('-¥3.00', store.shown('coupon-row'));
    await store.shot('06-cart-saved');
    await fits();
  });

  step('without the coupon it costs more, and with it again less', async () => {
    await store.tap('coupon-row');
    await store.tap('coupons-none');
    await store.tap('coupons-done');
    await becomes('payable', '¥81.40');

    await store.tap('coupon-row');
    await store.shot('07-coupons');
    await store.tap('coupons-best');
    await store.tap('coupons-done');
    await becomes('payable', '¥78.40');
  });

  step('the order keeps what promotions did, and the coupon is used', async () => {
    await store.shown('place-order').filter({ hasText: '提交订单' }).tap();
    await store.standsAt('下单成功，已直接通过');

    await becomes('order-saved', '-¥8.00');
    await store.sees('可乐买二赠一 赠送');
    await store.sees('岁末满减 -¥5.00');
    await store.sees('新店礼券 -¥3.00');
    await store.shown(`order-deal-${gift.promotionId}`).filter({ hasText: '赠品价值 ¥43.20' }).waitFor();
    await store.shot('08-order');
    await fits();
    const orderId = store.orderId();
    const office = await officeOf(server, 's001');
    expect(await office.orders.get({ orderId })).toMatchObject({
      payableFen: 7_840,
      lines: [
        { quantity: 48, giftOf: null, discountFen: 800 },
        { quantity: 24, giftOf: gift.promotionId, amountFen: 0 },
      ],
    });

    await store.open('/pages/deals/coupons/index');
    await store.tap('drawer-used');
    await store.sees('已在订单中使用');
    await store.shot('09-used');
  });

  step('ordering the same again asks for what was asked, not for the gift', async () => {
    await store.open('/pages/orders/index');
    await store.page.locator('.order-card:visible').first().tap();
    await store.tap('reorder');

    await store.shown(`line-${cola.skuId}`).waitFor();
    await becomes('payable', '¥81.40');
  });

  step('nothing went wrong behind the screens', () => {
    expect(store.faults()).toEqual([]);
    expect(server.complaints()).toEqual([]);
  });
});
