import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { consoleOf } from './console';
import { officeOf, orderIdsOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';

const album = 'manners';
/** Plenty of it everywhere: twenty-four to a case, ¥43.20 the case to a store. */
const cola = { skuId: 'QG1012', initials: 'qgkl' } as const;
const orders = '**/api/v1/orders';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-manners-'));
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const aPhone = async () => shopOf(await seat(browser, { base: server.base, screen: 'phone', album }));
const aDesk = async () => consoleOf(await seat(browser, { base: server.base, screen: 'desk', album }));

/** A shop with somebody logged in. */
async function shopAs(loginName: string): Promise<Shop> {
  const shop = await aPhone();
  await shop.open();
  await shop.logIn(loginName);
  await shop.sees('充足');
  return shop;
}

/** Puts two cases of cola into the cart and goes to it, until the order can be placed. */
async function fillCart(shop: Shop) {
  await shop.search(cola.initials);
  await shop.tap(`sku-add-${cola.skuId}`);
  await shop.tap(`plus-sku-${cola.skuId}-0`);
  await shop.tap('go-cart');
  await shop.shown('payable').filter({ hasText: '¥86.40' }).waitFor();
  await shop.shown('place-order').filter({ hasText: '提交订单' }).waitFor();
}

/** The ids of the orders a page has asked the server to place, in turn. */
function placedBy(page: Page): readonly string[] {
  const orderIds: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/api/v1/orders')) return;
    const body: { orderId: string } = request.postDataJSON();
    orderIds.push(body.orderId);
  });
  return orderIds;
}

/** Lets `meet` have the next order that is sent; those after it go to the server. */
async function meetNextOrder(page: Page, meet: (route: Route) => Promise<void>) {
  let isMet = false;
  await page.route(orders, async (route) => {
    if (isMet || route.request().method() !== 'POST') return route.continue();
    isMet = true;
    return meet(route);
  });
}

describe('a wrong password', () => {
  it('shows the words of the server in the shop', async () => {
    const shop = await aPhone();
    await shop.open();
    await shop.logIn('s001', 'not-the-password');

    await shop.shown('problem-text').filter({ hasText: '用户名或密码不正确' }).waitFor();
    await shop.shot('wrong-password-shop');
    expect(shop.faults(['refused request'])).toEqual([]);
    await shop.leave();
  });

  it('shows the words of the server in the console', async () => {
    const desk = await aDesk();
    await desk.open();
    await desk.logIn('hq', 'not-the-password');

    await desk.shown('login-problem').filter({ hasText: '用户名或密码不正确' }).waitFor();
    await desk.shot('wrong-password-console');
    expect(desk.faults(['refused request'])).toEqual([]);
    await desk.leave();
  });

  it('sends a store that comes to the console to the shop', async () => {
    const desk = await aDesk();
    await desk.open();
    await desk.logIn('s001');

    await desk.shown('use-the-shop').filter({ hasText: '请到订货商城下单' }).waitFor();
    await desk.shot('store-at-console');
    await desk.leave();
  });
});

describe('placing an order', () => {
  it('takes a double tap for one order', async () => {
    const store = await officeOf(server, 's002');
    const before = await orderIdsOf(store);
    const shop = await shopAs('s002');
    await fillCart(shop);
    const placed = placedBy(shop.page);

    await shop.tapTwice('place-order');

    await shop.standsAt('下单成功，已直接通过');
    await shop.shot('double-tap');
    const after = await orderIdsOf(store);
    expect(after.filter((orderId) => !before.includes(orderId))).toEqual([shop.orderId()]);
    expect(new Set(placed)).toEqual(new Set([shop.orderId()]));
    await shop.leave();
  });

  it.each([
    ['never reaches the server', (route: Route) => route.abort('connectionrefused')],
    [
      'reaches the server, whose answer is lost',
      async (route: Route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
    ],
  ])('makes one order when it %s and is sent again', async (_where, meet) => {
    const store = await officeOf(server, 's003');
    const before = await orderIdsOf(store);
    const shop = await shopAs('s003');
    await fillCart(shop);
    const placed = placedBy(shop.page);
    await meetNextOrder(shop.page, meet);

    await shop.tap('place-order');
    await shop.shown('problem-text').filter({ hasText: '网络不通，请稍后再试' }).waitFor();
    await shop.shot('order-unreachable');
    await shop.shown('place-order').filter({ hasText: '提交订单' }).tap();

    await shop.standsAt('下单成功，已直接通过');
    const orderId = shop.orderId();
    expect(placed).toEqual([orderId, orderId]);
    expect((await orderIdsOf(store)).filter((one) => !before.includes(one))).toEqual([orderId]);
    await shop.leave();
  });

  it('keeps the cart over a reload, and empties it once the order is placed', async () => {
    const shop = await shopAs('s004');
    await fillCart(shop);

    await shop.page.reload();

    await shop.shown('payable').filter({ hasText: '¥86.40' }).waitFor();
    await shop.shown('place-order').filter({ hasText: '提交订单' }).tap();
    await shop.standsAt('下单成功，已直接通过');
    await shop.open('/pages/cart/index');
    await shop.sees('购物车还是空的');
    await shop.shot('empty-cart');
    await shop.leave();
  });
});

describe('a network that is slow or broken', () => {
  /** Holds what the pages ask for back until it is let go. */
  const heldBack = async (page: Page, address: string) => {
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(address, async (route) => {
      await gate;
      await route.continue();
    });
    return letGo;
  };

  it('shows the shapes of what is loading, then the goods', async () => {
    const shop = await shopAs('s005');
    const letGo = await heldBack(shop.page, '**/api/v1/catalog/skus?**');
    await shop.page.reload();

    await shop.shown('loading').waitFor();
    await shop.shot('loading-shop');
    letGo();

    await shop.sees('充足');
    await shop.shown('loading').waitFor({ state: 'hidden' });
    expect(shop.faults()).toEqual([]);
    await shop.leave();
  });

  it('says that the network is gone, and comes back with one tap', async () => {
    const shop = await shopAs('s005');
    await shop.page.route('**/api/v1/orders?**', (route) => route.abort('internetdisconnected'));
    await shop.tab('订单');

    await shop.shown('problem').filter({ hasText: '网络不通，请稍后再试' }).waitFor();
    await shop.shot('network-gone-shop');
    await shop.page.unroute('**/api/v1/orders?**');
    await shop.tap('retry');

    await shop.shown('problem').waitFor({ state: 'hidden' });
    await eventually('orders or the words for none', async () =>
      shop.page.locator('.order-card:visible, .nothing:visible').first().isVisible(),
    );
    expect(shop.faults(['refused request'])).toEqual([]);
    await shop.leave();
  });

  it('does the same in the console', async () => {
    const desk = await aDesk();
    await desk.open();
    await desk.logIn('hq');
    await desk.sees('待审订单');
    const letGo = await heldBack(desk.page, '**/api/v1/stock/lots?**');
    await desk.go('lots');
    await desk.shown('loading').waitFor();
    await desk.shot('loading-console');
    letGo();
    await desk.shown('loading').waitFor({ state: 'hidden' });
    await desk.page.unrouteAll({ behavior: 'wait' });

    await desk.page.route('**/api/v1/credit/accounts?**', (route) => route.abort('internetdisconnected'));
    await desk.go('credit');
    await desk.shown('problem').filter({ hasText: '网络不通，请稍后再试' }).waitFor();
    await desk.shot('network-gone-console');
    await desk.page.unrouteAll({ behavior: 'wait' });
    await desk.click('problem-retry');
    await desk.sees('杭州汇丰食品商行');
    await desk.shown('problem').waitFor({ state: 'hidden' });
    expect(desk.faults(['refused request'])).toEqual([]);
    await desk.leave();
  });
});

describe('a session that has ended', () => {
  /** Ends every other session of this person, as from another device. */
  const endSessionsOf = async (loginName: string) => {
    const office = await officeOf(server, loginName);
    const { items } = await office.auth.sessions({});
    for (const { sessionId, current } of items) if (!current) await office.auth.revokeSession({ sessionId });
  };

  it('leads to the log-in of the shop, and from there back to the page', async () => {
    const shop = await shopAs('s006');
    await endSessionsOf('s006');
    await shop.tab('订单');

    await shop.sees('登录订货');
    await shop.shot('session-ended-shop');
    await shop.logIn('s006');
    await shop.shown('order-search').waitFor();
    expect(shop.faults(['refused request'])).toEqual([]);
    await shop.leave();
  });

  it('leads to the log-in of the console, and from there back to the screen', async () => {
    const desk = await aDesk();
    await desk.open();
    await desk.logIn('d01');
    await desk.go('bills');
    await desk.sees('账单金额');
    await endSessionsOf('d01');
    await desk.page.reload();

    await desk.sees('登录工作台');
    await desk.shot('session-ended-console');
    await desk.logIn('d01');
    await desk.page.waitForURL('**/admin/bills');
    expect(desk.faults(['refused request'])).toEqual([]);
    await desk.leave();
  });
});
