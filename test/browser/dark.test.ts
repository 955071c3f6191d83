/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoPassword } from '@tongpan/core';
import type { Browser, Page } from 'playwright-core';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-dark-'));
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

const dayGround = 'rgb(243, 245, 246)';
const nightGround = 'rgb(16, 21, 24)';

/** What a page is painted on, and how the browser paints what is its own: scroll bars, the empty page. */
const paintOf = (page: Page) =>
  page.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor,
    browser: getComputedStyle(document.documentElement).colorScheme,
  }));

/** Pages to open, each with something that stands there once it is complete. */
type Places = readonly (readonly [name: string, address: string, shows: string])[];

/** Opens place after place by night; answers with what cannot be read or does not fit. */
async function lookAround(shop: ReturnType<typeof shopOf>, places: Places) {
  const findings: Record<string, readonly string[]> = {};
  for (const [name, address, shows] of places) {
    await shop.open(address);
    await shop.page.locator(shows).locator('visible=true').first().waitFor();
    await shop.page.waitForLoadState('networkidle');
    await shop.shot(name);
    const found = [
      ...(await gravestAxeFindings(shop.page)),
      ...(await whatDoesNotFit(shop.page, madeToScroll.phone)),
    ];
    if (found.length > 0) findings[name] = found;
  }
  return findings;
}

it('can be read by night on a phone, as the phone is set', async () => {
  const shop = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'dark-store' }));
  await shop.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await shop.open();
  await shop.shown('login-submit').waitFor();
  await shop.shot('log-in');
  expect(await gravestAxeFindings(shop.page)).toEqual([]);

  await shop.logIn('s001', demoPassword);
  await shop.sees('充足');
  await shop.page.locator('[id^="sku-add-"]:visible').first().tap();
  await shop.shown('cart-total').waitFor();
  const office = await officeOf(server, 's001');
  const [sale] = (await office.orders.list({ side: 'buyer', limit: 1 })).items;
  const findings = await lookAround(shop, [
    ['home', '/pages/home/index', '.sku-card'],
    ['goods', '/pages/goods/index?skuId=QG1012', '#line-amount'],
    ['cart', '/pages/cart/index', '#quote-verdict'],
    ['orders', '/pages/orders/index', '.order-card'],
    ['order', `/pages/order/index?orderId=${sale?.orderId ?? ''}`, '#order-state'],
    ['mine', '/pages/mine/index', '#log-out'],
    ['offers', '/pages/deals/offers/index', '.offer, .ticket, .nothing'],
    ['bills', '/pages/account/bills/index', '.list-foot, .nothing'],
    ['messages', '/pages/account/messages/index', '.message, .nothing'],
    ['after-sales', '/pages/after-sales/list/index', '.request-card, .nothing'],
    ['apply', '/pages/apply/index', '#apply-submit'],
  ]);

  expect(findings).toEqual({});
  expect((await paintOf(shop.page)).ground).toBe(nightGround);
  expect(shop.faults()).toEqual([]);
  await shop.leave();
});

it("can be read by night at a distributor's desk", async () => {
  const shop = shopOf(
    await seat(browser, { base: server.base, screen: 'desk', album: 'dark-desk' }),
    'click',
  );
  await shop.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await shop.open();
  await shop.logIn('d01', demoPassword);
  await shop.sees('充足');
  const findings = await lookAround(shop, [
    ['home', '/pages/home/index', '.sku-card'],
    ['quick-order', '/pages/desk/quick-order/index', '#row-search'],
    ['customer-orders', '/pages/desk/customer-orders/index', '.order-card'],
    ['stock', '/pages/stockroom/stock/index', '.lot'],
    ['mine', '/pages/mine/index', '#log-out'],
  ]);

  expect(findings).toEqual({});
  expect(shop.faults()).toEqual([]);
  await shop.leave();
});

it('is as somebody chose, from before the shop itself runs', async () => {
  const shop = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'dark-choice' }));
  await shop.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await shop.open();
  await shop.logIn('s001', demoPassword);
  await shop.sees('充足');
  await shop.open('/pages/mine/index');
  await shop.shown('appearance-dark').waitFor();
  expect((await paintOf(shop.page)).ground).toBe(dayGround);

  await shop.tap('appearance-dark');
  expect(await paintOf(shop.page)).toEqual({ ground: nightGround, browser: 'dark' });
  await shop.shot('chosen');

  // Without its scripts the shop shows nothing yet, and what it will be shown on is dark already.
  await shop.page.route(/\/js\//, (route) => route.abort());
  await shop.open('/pages/mine/index');
  expect(await paintOf(shop.page)).toEqual({ ground: nightGround, browser: 'dark' });
  await shop.page.unroute(/\/js\//);

  await shop.open('/pages/mine/index');
  await shop.page.emulateMedia({ colorScheme: 'dark' });
  await shop.tap('appearance-light');
  expect(await paintOf(shop.page)).toEqual({ ground: dayGround, browser: 'light' });

  await shop.tap('appearance-system');
  expect((await paintOf(shop.page)).ground).toBe(nightGround);
  await shop.open('/pages/mine/index');
  await shop.shown('appearance-system').waitFor();
  expect((await paintOf(shop.page)).ground).toBe(nightGround);
  expect(shop.faults(['refused request'])).toEqual([]);
  await shop.leave();
});
