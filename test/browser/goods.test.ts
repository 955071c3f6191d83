/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { aPromotionOf, type PromotionInput } from '../api/promotion-inputs';
import { eventually } from '../engines/eventually';
import { axeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

/** Plenty of it everywhere: twenty-four to a case, ¥43.20 the case to a store. */
const cola = { skuId: 'QG1012', name: '清谷可乐' } as const;
const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-goods-'));

/** A promotion of the demo's distributor for cola alone, over the years around now. */
const aPromotion = (given: Pick<PromotionInput, 'name' | 'kind' | 'rule'>) =>
  aPromotionOf('D01', {
    promotionId: newId(),
    startsAt: '2020-01-01T00:00:00.000Z',
    endsAt: '2099-12-31T16:00:00.000Z',
    scope: { skuIds: [cola.skuId], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
    ...given,
  });

describe('a store looks at goods before it orders them', () => {
  let server: ServerProcess;
  let browser: Browser;
  let store: Shop;
  let gifts: readonly { readonly skuId: string; readonly name: string }[];
  let promotion: PromotionInput;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
    const distributor = await officeOf(server, 'd01');
    const buyer = await officeOf(server, 's001');
    const { items } = await buyer.catalog.search({ limit: 100 });
    gifts = items
      .filter(({ availability, skuId }) => availability === 'plenty' && skuId !== cola.skuId)
      .slice(0, 3);
    promotion = aPromotion({
      name: '可乐买二任选赠',
      kind: 'otherGift',
      rule: {
        buyQuantity: 2,
        unit: '箱',
        gifts: gifts.map(({ skuId }) => ({ skuId, quantity: 2 })),
        chooseCount: 2,
        isPerMultiple: false,
      },
    });
    await distributor.promotions.put({ commandId: newId(), expectedVersion: 0, promotion });
    const { promotionId } = promotion;
    await distributor.promotions.publish({ commandId: newId(), promotionId, expectedVersion: 1 });
    store = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'goods' }));
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
  const isAccessible = async () =>
    expect((await axeFindings(store.page)).filter((one) => one.startsWith('scrollable-region'))).toEqual([]);

  step(
    'home shows what is promoted and what was bought before, with its usual quantity a tap away',
    async () => {
      await store.open();
      await store.logIn('s001');
      await store.sees('充足');
      await store.shown('guide').waitFor();
      await store.shot('01-home');
      await fits();
      await isAccessible();

      await store.page.locator('[id^="guide-add-"]:visible').first().tap();

      await store.sees('已加入购物车');
      await store.shown('cart-total').waitFor();
      await store.tap('guide-all');
      await store.page.locator('[id^="guide-row-"]:visible').first().waitFor();
      await store.shot('02-guide');
      await fits();
    },
  );

  step('a row of the catalogue leads to the page of the goods', async () => {
    await store.open();
    await store.search('qgkl');
    await store.tap(`goods-of-${cola.skuId}`);

    await becomes('goods-price', '¥43.20');
    await store.sees('每箱', store.shown('unit-prices'));
    await store.sees('有效期至', store.shown('freshness'));
    await store.sees('买2箱赠', store.shown(`goods-deal-${promotion.promotionId}`));
    await store.shot('03-goods');
    await fits();
    await isAccessible();
    await store.tap('why-price');
    await store.sees(/元\/罐/);
  });

  step('a quantity is read as it is written', async () => {
    for (const [written, understood] of [
      ['2箱5罐', '理解为 2箱5罐（共 53罐）'],
      ['2x5', '理解为 10罐（共 10罐）'],
      ['29', '理解为 1箱5罐（共 29罐）'],
      ['两箱', '理解为 2箱（共 48罐）'],
    ] as const) {
      await store.fill('quantity-text', written);
      await becomes('quantity-understood', understood);
    }
    await store.fill('quantity-text', '很多');
    await store.sees('看不懂这个数量', store.shown('quantity-problem'));
    await store.fill('quantity-text', '两箱');
    await becomes('line-amount', '¥86.40');
    await store.shot('04-quantity');
    await fits();

    await store.tap('put-in-cart');

    await becomes('in-cart', '购物车已有 2箱');
  });

  step('gifts are chosen on a sheet that says how many are left', async () => {
    const [first, second, third] = gifts.map(({ skuId }) => skuId) as [string, string, string];
    await store.tap('goods-to-cart');
    await store.shown(`gift-${first}`).waitFor();
    await store.tap(`choose-gifts-${promotion.promotionId}`);
    await store.sees('已选满', store.shown('gifts-left'));
    await store.tap(`gift-option-${first}`);
    await store.sees('还可选 1 种', store.shown('gifts-left'));
    await store.tap(`gift-option-${third}`);
    await store.shot('05-gifts');
    await fits();

    await store.tap('gifts-done');

    await store.shown(`gift-${third}`).waitFor();
    await store.shown(`gift-${second}`).waitFor();
    await store.shown(`gift-${first}`).waitFor({ state: 'hidden' });
    // More of the goods: what was chosen stays chosen.
    await store.tap(`plus-line-${cola.skuId}-0`);
    await store.shown(`gift-${third}`).waitFor();
    await store.shot('06-cart');
    await fits();
  });

  step('without a network the cart stays, and is priced again when it is back', async () => {
    const before = await store.textOf('payable');
    await store.page.context().setOffline(true);
    await store.sees('离线，联网后更新价格', store.shown('quote-offline'));
    await store.tap(`plus-line-${cola.skuId}-0`);
    await store.shown('place-order').filter({ hasText: '离线' }).waitFor();
    await store.shot('07-offline');
    await fits();

    await store.page.context().setOffline(false);

    await store.shown('quote-offline').waitFor({ state: 'hidden' });
    await store.shown('place-order').filter({ hasText: '提交订单' }).waitFor();
    expect(await store.textOf('payable')).not.toBe(before);
    await store.open('/pages/cart/index');
    await store.shown(`line-${cola.skuId}`).waitFor();
  });

  step('goods that there are not say so', async () => {
    await store.open('/pages/goods/index?skuId=NO-SUCH-GOODS');
    await store.sees('没有这个商品');
    await store.shot('08-none');
    await fits();
  });

  step('a long list is drawn near the screen only, and nothing jumps', async () => {
    const { page } = store;
    await store.open();
    await store.sees('充足');
    const cardsOfFirst = () => page.locator('#goods-page-0 .sku-card').count();
    // The page scrolls in the document, not with it.
    const panel = page.locator('.taro_page:visible');
    const heightPx = () => panel.evaluate(({ scrollHeight }) => scrollHeight);
    const scrollTo = (topPx: number) => panel.evaluate((box, top) => box.scrollTo(0, top), topPx);
    expect(await cardsOfFirst()).toBe(18);
    await eventually('the end of the list is there', async () => {
      // A finger passes what lies between; the bottom counts when it is reached from above.
      await scrollTo((await heightPx()) - 2_400);
      await page.waitForTimeout(100);
      await scrollTo(await heightPx());
      return page.getByText('没有更多了').locator('visible=true').first().isVisible();
    });

    await eventually('what is far is not drawn', async () => (await cardsOfFirst()) === 0);

    const before = await heightPx();
    await scrollTo(0);
    await eventually('what is near is drawn again', async () => (await cardsOfFirst()) === 18);
    expect(Math.abs((await heightPx()) - before)).toBeLessThan(4);
  });

  step('on a PC the page stands side by side', async () => {
    const desk = shopOf(
      await seat(browser, { base: server.base, screen: 'smallDesk', album: 'goods' }),
      'click',
    );
    await desk.open();
    await desk.logIn('s001');
    await desk.sees('充足');
    await desk.shot('09-home-desk');
    await desk.open(`/pages/goods/index?skuId=${cola.skuId}`);
    await desk.shown('line-amount').waitFor();
    await desk.shot('10-goods-desk');
    expect(await whatDoesNotFit(desk.page, madeToScroll.desk)).toEqual([]);
    expect(desk.faults()).toEqual([]);
    await desk.leave();
  });

  step('nothing went wrong behind the screens', () => {
    // The network was cut, and goods were asked for that there are not.
    expect(store.faults(['refused request'])).toEqual([]);
    expect(server.complaints()).toEqual([]);
  });
});
