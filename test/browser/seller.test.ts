import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoPassword, formatYuan } from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import type { Browser, Page } from 'playwright-core';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { dayIn, newId, officeOf, stopPromotions } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-seller-'));
let server: ServerProcess;
let browser: Browser;
let store: Shop;
let distributor: Shop;
let offices: { readonly store: Client; readonly distributor: Client };

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  const { base } = server;
  offices = { store: await officeOf(server, 's001'), distributor: await officeOf(server, 'd01') };
  await stopPromotions(offices.distributor);
  store = shopOf(await seat(browser, { base, screen: 'desk', album: 'seller-store' }), 'click');
  distributor = shopOf(await seat(browser, { base, screen: 'desk', album: 'seller' }), 'click');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await store.shot('broken');
  await distributor.shot('broken');
});
const clean = async ({ page }: Shop) => {
  expect(await whatDoesNotFit(page, madeToScroll.desk)).toEqual([]);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await gravestAxeFindings(page)).toEqual([]);
  }
};

/** Where the keyboard is: the id of what holds it. */
const heldBy = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[id]')?.getAttribute('id') ?? '');

/** Presses Tab until the keyboard stands on an element. */
async function tabTo({ page }: Shop, wanted: string | RegExp, most = 120) {
  const been: string[] = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const held = await heldBy(page);
    if (typeof wanted === 'string' ? held === wanted : wanted.test(held)) return held;
    been.push(held);
  }
  throw new Error(`Tab does not come to ${String(wanted)}; it came to ${[...new Set(been)].join(', ')}`);
}

/** How many sheets of paper a page is printed on. */
const sheetsOf = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

let orderId = '';
let shipmentId = '';

step('a store without a mouse logs in, finds goods, opens them and orders', async () => {
  const { page } = store;
  await store.open();
  await store.shown('login-submit').waitFor();
  await tabTo(store, 'login-name');
  await page.keyboard.type('s001');
  await tabTo(store, 'login-password');
  await page.keyboard.type(demoPassword);
  await tabTo(store, 'login-submit');
  await page.keyboard.press('Enter');
  await store.sees('充足');

  const goods = await tabTo(store, /^goods-of-/, 200);
  await store.shot('01-focus');
  await page.keyboard.press('Enter');
  await store.shown('line-amount').waitFor();
  await tabTo(store, /^plus-/);
  await page.keyboard.press('Space');
  await tabTo(store, 'put-in-cart');
  await page.keyboard.press('Enter');
  await tabTo(store, 'goods-to-cart');
  await page.keyboard.press('Enter');
  await store.shown(`line-${goods.replace('goods-of-', '')}`).waitFor();
});

step('it keeps the cart as a list; the sheet holds the keyboard and Escape leaves it', async () => {
  const { page } = store;
  await tabTo(store, 'save-list');
  await page.keyboard.press('Enter');
  await tabTo(store, 'sheet-close');
  await page.keyboard.press('Escape');
  await store.shown('list-name').waitFor({ state: 'hidden' });
  expect(await heldBy(page)).toBe('save-list');
  await page.keyboard.press('Enter');
  await tabTo(store, 'list-name');
  await page.keyboard.type('每周补货');
  await tabTo(store, 'confirm-ok');
  await store.shot('02-save-list');
  await clean(store);
  await store.tap('confirm-ok');
  await store.sees('已存为常用单');

  await tabTo(store, 'place-order');
  await store.shown('place-order').filter({ hasText: '提交订单' }).waitFor();
  await page.keyboard.press('Enter');
  await store.shown('order-state').waitFor();
  orderId = store.orderId();
});

step('the list fills a cart again, has another name, and comes back after it was removed', async () => {
  await store.open('/pages/lists/index');
  await store.sees('每周补货');
  await store.shot('03-lists');
  await clean(store);
  const [template] = (await offices.store.lists.templates({})).items;
  await store.tap(`list-open-${template?.templateId}`);
  await store.shown('offer-amount').waitFor();
  await store.shot('04-list');
  await clean(store);
  await store.tap('list-rename-open');
  await store.fill('list-rename', '每周水饮');
  await store.confirm('保存');
  await store.sees('每周水饮');
  await store.tap('list-fill');
  await store.shown('place-order').filter({ hasText: '提交订单' }).waitFor();

  await store.open('/pages/lists/index');
  await store.tap(`list-remove-${template?.templateId}`);
  await store.sees('已删除 每周水饮');
  await store.tap('undo-list');
  await store.sees('已放回');
  const [again] = (await offices.store.lists.templates({})).items;
  expect(again).toMatchObject({ name: '每周水饮', lineCount: template?.lineCount });
});

step('the list comes by itself on the days somebody chose, until it is paused', async () => {
  await store.open('/pages/lists/recurring/index');
  await store.sees('还没有定期订货');
  await store.tap('recurring-add');
  await store.tap('recurring-weekday-3');
  await store.shot('05-recurring-form');
  await clean(store);
  await store.confirm('保存');
  await store.sees('每周三 · 每周水饮');
  const only = async () => (await offices.store.lists.recurring({})).items[0];
  const recurringId = (await only())?.recurringId;
  await store.tap(`recurring-pause-${recurringId}`);
  await store.sees('已暂停', store.shown(`recurring-${recurringId}`));
  expect(await only()).toMatchObject({ paused: true, rhythm: { every: 'week', weekday: 3 } });
  await store.tap(`recurring-runs-${recurringId}`);
  await store.sees('还没有到日子');
  await store.tap('sheet-close');
  await store.shot('06-recurring');
  await clean(store);
});

step('the distributor prints what is to be picked, by warehouse and lot', async () => {
  await distributor.open();
  await distributor.logIn('d01');
  await distributor.sees('充足');
  await distributor.open(`/pages/order/index?orderId=${orderId}`);
  await distributor.standsAt('已通过');
  await distributor.tap('print-picks');
  await distributor.shown('pick-list-0').waitFor();
  const [line] = (await offices.distributor.orders.get({ orderId })).lines;
  await distributor.sees(line?.promisedLots[0]?.lotNo ?? '', distributor.shown('pick-list-0'));
  await distributor.shot('07-pick-list');
  await clean(distributor);
});

step('the delivery note goes with the goods; its code opens the sign-off of just this shipment', async () => {
  shipmentId = newId();
  await offices.distributor.orders.ship({ orderId, shipmentId });
  await distributor.open(`/pages/order/index?orderId=${orderId}`);
  await distributor.tap(`print-${shipmentId}`);
  await distributor.shown('scan-code').locator('img').waitFor();
  await distributor.shot('08-delivery-note');
  await clean(distributor);
  await distributor.page.emulateMedia({ media: 'print' });
  await distributor.shown('delivery-note').waitFor();
  await distributor.shown('print-paper').waitFor({ state: 'hidden' });
  expect(await whatDoesNotFit(distributor.page, [])).toEqual([]);
  await distributor.shot('09-delivery-note-printed');
  expect(await sheetsOf(distributor.page)).toBe(1);
  await distributor.page.evaluate(() => {
    const rows = document.querySelector('#delivery-note .paper__rows');
    for (let added = 0; added < 80; added += 1) rows?.append(rows.children[0]?.cloneNode(true) ?? '');
  });
  expect(await sheetsOf(distributor.page)).toBeGreaterThan(1);
  await distributor.page.emulateMedia({ media: 'screen' });

  const phone = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'seller-phone' }));
  await phone.open(`/pages/order/index?orderId=${orderId}&sign=${shipmentId}`);
  await phone.logIn('s001');
  await phone.sees('货物完好可直接签收；有差异请按最小单位填写，只有实收的部分计入应付。');
  await phone.shot('01-sign-off');
  await phone.confirm('全部完好，签收');
  await phone.standsAt('已完成');
  expect(phone.faults()).toEqual([]);
  await phone.leave();
});

step('the distributor sees its stores with their credit, and takes them along in a workbook', async () => {
  const { page } = distributor;
  await distributor.open('/pages/desk/customers/index');
  const { items } = await offices.distributor.credit.accounts({ limit: 100 });
  const account = items.find(({ buyerId }) => buyerId === 'S001');
  await distributor.fill('customer-search', account?.buyerName ?? '');
  await distributor.sees('可用', distributor.shown('customer-S001'));
  await distributor.fill('customer-search', '');
  await distributor.shot('10-customers');
  await clean(distributor);
  await distributor.tap('customer-S001');
  await distributor.sees('逾期管控');
  await distributor.shot('11-customer');
  await clean(distributor);
  await distributor.tap('sheet-close');
  const saving = page.waitForEvent('download');
  await distributor.tap('save-customers');
  expect((await saving).suggestedFilename()).toBe('客户信用.xlsx');
});

step('its reports come to what the server says, by day, customer and goods', async () => {
  const { page } = distributor;
  await distributor.open('/pages/desk/reports/index');
  const { total } = await offices.distributor.insight.byDay({ from: dayIn(-29), to: dayIn(0) });
  await distributor.sees(formatYuan(total.keptFen), distributor.shown('report-total'));
  await distributor.page.locator('.ranked__row').first().waitFor();
  await distributor.shot('12-reports');
  await clean(distributor);
  await distributor.tap('cut-goods');
  await distributor.sees(/已发 /);
  const saving = page.waitForEvent('download');
  await distributor.tap('save-ranked');
  expect((await saving).suggestedFilename()).toBe(`按商品销售 ${dayIn(-29)} 至 ${dayIn(0)}.xlsx`);
  await distributor.shot('13-reports-goods');
  expect(distributor.faults()).toEqual([]);
  expect(store.faults()).toEqual([]);
});
