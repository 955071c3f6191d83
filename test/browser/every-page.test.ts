import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoPassword } from '@tongpan/core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, seat } from './browser';
import { consoleOf } from './console';
import { anAnnouncement } from './an-announcement';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-pages-'));
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

interface PageToSee {
  readonly name: string;
  readonly address: string;
  /** Something that stands there once the page is complete. */
  readonly shows: string;
}

/** Opens page after page; answers with what does not fit into each. */
async function visitAll(
  { page, shot }: { page: Page; shot: (name: string) => Promise<void> },
  pages: readonly PageToSee[],
  excepted: readonly string[],
) {
  const findings: Record<string, readonly string[]> = {};
  for (const { name, address, shows } of pages) {
    await page.goto(address);
    await page.locator(shows).locator('visible=true').first().waitFor();
    await page.waitForLoadState('networkidle');
    await shot(name);
    const found = await whatDoesNotFit(page, excepted);
    if (found.length > 0) findings[name] = found;
  }
  return findings;
}

/** An order with as much to show as the demo has: all the way to its end. */
async function completedOrderOf(loginName: string) {
  const office = await officeOf(server, loginName);
  const { items } = await office.orders.list({ limit: 1, state: 'completed' });
  return items[0]?.orderId ?? '';
}

/** Where the paper that came with an order of somebody's is shown. */
async function deliveryNoteOf(loginName: string) {
  const office = await officeOf(server, loginName);
  const { orderId, shipments } = await office.orders.get({ orderId: await completedOrderOf(loginName) });
  return `/pages/desk/delivery-note/index?orderId=${orderId}&shipmentId=${shipments[0]?.shipmentId ?? ''}`;
}

/** A balance with something in it, from the supplier. */
async function rebateOf(loginName: string) {
  const supplier = await officeOf(server, loginName === 'd01' ? 'hq' : 'd01');
  const { accountId } = await supplier.rebates.adjust({
    commandId: `REBATE-${loginName}`,
    buyerId: loginName.toUpperCase(),
    amountFen: 5_000,
    reason: '开业支持',
  });
  return accountId;
}

/** Something HQ announces to everybody, with all there may be in it. */
async function announcedTo(loginName: string) {
  const headquarters = await officeOf(server, 'hq');
  const announcement = anAnnouncement({ announcementId: `TO-${loginName}`, isPinned: true });
  await headquarters.announcements.put(announcement);
  const { announcementId } = announcement;
  await headquarters.announcements.publish({ commandId: newId(), announcementId, expectedVersion: 1 });
  return announcementId;
}

it.each([
  ['a store', 's001'],
  ['a distributor', 'd01'],
])('shows %s every page of the shop on a phone, whole and without a fault', async (_who, loginName) => {
  const shop = shopOf(
    await seat(browser, { base: server.base, screen: 'phone', album: `pages-${loginName}` }),
  );
  await shop.open();
  await shop.shot('log-in');
  expect(await whatDoesNotFit(shop.page, madeToScroll.phone)).toEqual([]);
  await shop.tap('to-apply');
  await shop.shown('apply-submit').waitFor();
  await shop.shot('apply');
  expect(await whatDoesNotFit(shop.page, madeToScroll.phone)).toEqual([]);
  await shop.open('/pages/login/index');
  await shop.logIn(loginName, demoPassword);
  await shop.sees('充足');
  await shop.page.locator('[id^="sku-add-"]:visible').first().tap();
  await shop.shown('cart-total').waitFor();

  const sells = loginName === 'd01';
  const office = await officeOf(server, loginName);
  const [sale] = (await office.orders.list({ side: sells ? 'seller' : 'buyer', limit: 1 })).items;
  const findings = await visitAll(
    shop,
    [
      { name: 'goods', address: '/pages/home/index', shows: '.sku-card' },
      { name: 'goods-page', address: '/pages/goods/index?skuId=QG1012', shows: '#line-amount' },
      { name: 'guide', address: '/pages/goods/guide/index', shows: '.guide-row, .nothing' },
      { name: 'cart', address: '/pages/cart/index', shows: '#quote-verdict' },
      { name: 'orders', address: '/pages/orders/index', shows: '.order-card, .nothing' },
      { name: 'mine', address: '/pages/mine/index', shows: '#log-out' },
      { name: 'bills', address: '/pages/account/bills/index', shows: '.list-foot, .nothing' },
      { name: 'lists', address: '/pages/lists/index', shows: '.list-row, .nothing' },
      { name: 'recurring', address: '/pages/lists/recurring/index', shows: '.recurring, .nothing' },
      { name: 'rebates', address: '/pages/account/rebates/index', shows: '.rebate' },
      {
        name: 'rebate',
        address: `/pages/account/rebate/index?accountId=${await rebateOf(loginName)}`,
        shows: '.rebate-entry',
      },
      { name: 'offers', address: '/pages/deals/offers/index', shows: '.offer, .ticket, .nothing' },
      { name: 'offer', address: '/pages/deals/offer/index', shows: '.nothing' },
      { name: 'coupons', address: '/pages/deals/coupons/index', shows: '.ticket, .nothing' },
      {
        name: 'after-sales',
        address: '/pages/after-sales/list/index',
        shows: '.request-card, .nothing',
      },
      { name: 'sessions', address: '/pages/account/sessions/index', shows: 'text=本机' },
      { name: 'password', address: '/pages/account/password/index', shows: 'text=新密码' },
      { name: 'wechat', address: '/pages/account/wechat/index', shows: 'text=还没有绑定微信' },
      { name: 'messages', address: '/pages/account/messages/index', shows: '.message, .nothing' },
      { name: 'announcements', address: '/pages/account/announcements/index', shows: '.announcement' },
      {
        name: 'announcement',
        address: `/pages/account/announcement/index?announcementId=${await announcedTo(loginName)}`,
        shows: '#announcement-link',
      },
      { name: 'phone', address: '/pages/account/phone/index', shows: '#own-phone, .nothing' },
      { name: 'order', address: `/pages/order/index?orderId=${sale?.orderId ?? ''}`, shows: '#order-state' },
      ...(sells
        ? [
            { name: 'quick-order', address: '/pages/desk/quick-order/index', shows: '#row-search' },
            { name: 'customer-orders', address: '/pages/desk/customer-orders/index', shows: '.order-card' },
            { name: 'stock', address: '/pages/stockroom/stock/index', shows: '.lot' },
            {
              name: 'receiving',
              address: '/pages/stockroom/receiving/index',
              shows: '.shipment__line, .nothing',
            },
            { name: 'counts', address: '/pages/stockroom/counts/index', shows: '.nothing' },
            { name: 'transfers', address: '/pages/stockroom/transfers/index', shows: '.nothing' },
            { name: 'customers', address: '/pages/desk/customers/index', shows: '.customer' },
            { name: 'ledger', address: '/pages/ledger/index', shows: '.owing, .nothing' },
            { name: 'statements', address: '/pages/ledger/statements/index', shows: '.statement, .nothing' },
            { name: 'region', address: '/pages/ledger/region/index', shows: '.grant' },
            { name: 'reports', address: '/pages/desk/reports/index', shows: '.ranked__row, .nothing' },
          ]
        : [
            {
              name: 'order-completed',
              address: `/pages/order/index?orderId=${await completedOrderOf(loginName)}`,
              shows: '#order-state',
            },
            { name: 'delivery-note', address: await deliveryNoteOf(loginName), shows: '#delivery-note' },
            {
              name: 'after-sales-ask',
              address: `/pages/after-sales/ask/index?orderId=${await completedOrderOf(loginName)}`,
              shows: '#ask-check, .nothing',
            },
          ]),
    ],
    madeToScroll.phone,
  );

  expect({ doesNotFit: findings, faults: shop.faults() }).toEqual({ doesNotFit: {}, faults: [] });
  await shop.leave();
});

/** Screens that are a list, or say that it is empty, or for whom they are. */
const consoleLists = [
  'back-orders',
  'shelves',
  'prices',
  'ordering-rules',
  'customer-groups',
  'price-ladders',
  'movements',
  'expiry',
  'inbounds',
  'transfers',
  'counts',
  'pool',
  'recalls',
  'ageing',
  'statements',
  'deposits',
  'territory',
  'territory/blocked',
  'customer-transfers',
  'staff',
].map((path) => ({
  name: path.replaceAll('/', '-'),
  address: `/admin/${path}`,
  shows: '.ant-table-row, [data-testid="empty"], [data-testid="not-for-me"]',
}));

it.each([
  ['hq', 'desk'],
  ['hq', 'smallDesk'],
  ['d01', 'desk'],
] as const)(
  'shows %s every screen of the console on a %s, whole and without a fault',
  async (loginName, screen) => {
    const desk = consoleOf(
      await seat(browser, { base: server.base, screen, album: `pages-${loginName}-${screen}` }),
    );
    await desk.open();
    await desk.shown('login-submit').waitFor();
    await desk.shot('log-in');
    expect(await whatDoesNotFit(desk.page, madeToScroll[screen])).toEqual([]);
    await desk.logIn(loginName);
    await desk.sees('待审订单');

    const office = await officeOf(server, loginName);
    const [sale] = (await office.orders.list({ side: 'seller', state: 'completed', limit: 1 })).items;
    const [any] = (await office.orders.list({ side: loginName === 'hq' ? 'all' : 'seller', limit: 1 })).items;
    const findings = await visitAll(
      desk,
      [
        { name: 'desk', address: '/admin/desk', shows: '.figure-tiles' },
        {
          name: 'reports',
          address: '/admin/reports?by=goods',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        { name: 'report-plans', address: '/admin/report-plans', shows: '[data-testid="plan-new"]' },
        { name: 'queue', address: '/admin/queue', shows: '.ant-table-row, [data-testid="empty"]' },
        { name: 'orders', address: '/admin/orders', shows: '.ant-table-row' },
        {
          name: 'order',
          address: `/admin/orders/${sale?.orderId ?? any?.orderId ?? ''}`,
          shows: '[data-testid="order-totals"]',
        },
        {
          name: 'audit-policy',
          address: '/admin/audit-policy',
          shows: '[data-testid="policy-publish"], [data-testid="not-for-me"]',
        },
        {
          name: 'after-sales',
          address: '/admin/after-sales',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        { name: 'goods', address: '/admin/goods', shows: '.ant-table-row' },
        { name: 'lots', address: '/admin/lots', shows: '.ant-table-row' },
        {
          name: 'promotions',
          address: '/admin/promotions',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        {
          name: 'promotion-calendar',
          address: '/admin/promotions/calendar',
          shows: '[data-testid="promotion-calendar"]',
        },
        {
          name: 'promotion-costs',
          address: '/admin/promotions/costs',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        {
          name: 'promotion-new',
          address: '/admin/promotions/new',
          shows: '[data-testid="rule-tiers-0-fromFen"]',
        },
        { name: 'flash', address: '/admin/flash', shows: '.ant-table-row, [data-testid="empty"]' },
        { name: 'credit', address: '/admin/credit', shows: '.ant-table-row' },
        { name: 'bills', address: '/admin/bills', shows: '.ant-table-row, [data-testid="empty"]' },
        { name: 'rebates', address: '/admin/rebates', shows: '.ant-table-row, [data-testid="empty"]' },
        {
          name: 'payments',
          address: '/admin/payments',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        {
          name: 'wechat-delivery',
          address: '/admin/wechat-delivery',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        {
          name: 'announcements',
          address: '/admin/announcements',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        { name: 'delivery', address: '/admin/delivery', shows: '.tp-panel' },
        { name: 'parties', address: '/admin/parties', shows: '.ant-table-row' },
        {
          name: 'onboarding',
          address: '/admin/onboarding',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        { name: 'wechat', address: '/admin/wechat', shows: '.ant-table-row, [data-testid="empty"]' },
        ...consoleLists,
        { name: 'audit-log', address: '/admin/audit-log', shows: '.ant-table-row' },
        { name: 'log-ins', address: '/admin/log-ins', shows: '.ant-table-row' },
        { name: 'api-keys', address: '/admin/api-keys', shows: '.ant-table-row, [data-testid="empty"]' },
        { name: 'webhooks', address: '/admin/webhooks', shows: '.ant-table-row, [data-testid="empty"]' },
        {
          name: 'webhook-deliveries',
          address: '/admin/webhooks?tab=deliveries',
          shows: '.ant-table-row, [data-testid="empty"]',
        },
        {
          name: 'work',
          address: '/admin/work',
          shows: '.ant-table-row, [data-testid="empty"], [data-testid="not-for-me"]',
        },
        {
          name: 'work-events',
          address: '/admin/work?tab=events&stage=dead',
          shows: '.ant-table-row, [data-testid="empty"], [data-testid="not-for-me"]',
        },
        {
          name: 'settings',
          address: '/admin/settings',
          shows: '.ant-table-row, [data-testid="not-for-me"]',
        },
        { name: 'exchange', address: '/admin/exchange', shows: '[data-testid="template"]' },
        { name: 'missing', address: '/admin/nowhere', shows: 'text=没有' },
      ],
      madeToScroll[screen],
    );

    expect({ doesNotFit: findings, faults: desk.faults() }).toEqual({ doesNotFit: {}, faults: [] });
    await desk.leave();
  },
);
