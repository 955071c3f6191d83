import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatYuan } from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-ledger-'));
let server: ServerProcess;
let browser: Browser;
/** A distributor at its desk, and one of its stores on a phone. */
let desk: Shop;
let phone: Shop;
let offices: { readonly store: Client; readonly distributor: Client };
/** Who owes the most. */
let buyerId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  const { base } = server;
  const distributor = await officeOf(server, 'd01');
  const owed = (await distributor.credit.bills({ side: 'seller', limit: 1 })).items;
  buyerId = owed[0]?.buyerId ?? '';
  offices = { store: await officeOf(server, buyerId.toLowerCase()), distributor };
  desk = shopOf(await seat(browser, { base, screen: 'desk', album: 'ledger-desk' }), 'click');
  phone = shopOf(await seat(browser, { base, screen: 'phone', album: 'ledger-phone' }));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await desk.shot('broken');
  await phone.shot('broken');
});
const clean = async ({ page }: Shop, screen: keyof typeof madeToScroll) => {
  expect(await whatDoesNotFit(page, madeToScroll[screen])).toEqual([]);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await gravestAxeFindings(page)).toEqual([]);
  }
};
const account = async () => (await offices.distributor.credit.accounts({ partyId: buyerId })).items[0];
const receipts = async () =>
  (await offices.distributor.credit.receipts({ sellerId: 'D01', buyerId, limit: 100 })).items;

step('a distributor sees what its stores owe by age, overdue first, and takes it along', async () => {
  const { page } = desk;
  await desk.open();
  await desk.logIn('d01');
  await desk.sees('充足');
  await desk.open('/pages/mine/index');
  await desk.tap('to-ledger');
  const { total } = await offices.distributor.credit.ageing({ limit: 1 });
  const owed = Object.values(total).reduce((sum, fen) => sum + fen, 0);
  await desk
    .shown('owed-total')
    .filter({ hasText: formatYuan(owed) })
    .waitFor();
  await desk.shot('01-ageing');
  await clean(desk, 'desk');
  const saving = page.waitForEvent('download');
  await desk.tap('save-ageing');
  expect((await saving).suggestedFilename()).toBe('应收账龄.xlsx');
});

step('what it looked for is still looked for after a reload', async () => {
  const { page } = desk;
  await desk.fill('owing-search', (await account())?.buyerName ?? '');
  await page.waitForURL(/[?&]q=/);
  await page.reload();
  await desk.shown(`owing-${buyerId}`).waitFor();
  expect(await page.locator('.owing:visible').count()).toBe(1);
});

step('money that came in is looked at once more before it is booked, and booked once', async () => {
  await desk.tap(`owing-${buyerId}`);
  await desk.shown('receivable').waitFor();
  await desk.shot('02-customer');
  await clean(desk, 'desk');
  const before = await account();
  const known = (await receipts()).length;
  await desk.tap('receive-open');
  await desk.shown('pick-bill-none').waitFor();
  await desk.fill('receive-yuan', '12.50');
  await desk.shot('03-receive');
  await clean(desk, 'desk');
  await desk.tap('confirm-ok');
  await desk.shown('receive-sum').filter({ hasText: '¥12.50' }).waitFor();
  await desk.shot('04-receive-check');
  await desk.tapTwice('confirm-ok');
  await desk.shown('receive-sum').waitFor({ state: 'hidden' });
  expect((await receipts()).length).toBe(known + 1);
  expect((await account())?.receivableFen).toBe((before?.receivableFen ?? 0) - 1_250);
});

step('the money is taken off its bill, matched to another, and taken back with a reason', async () => {
  const [newest] = await receipts();
  const receiptId = newest?.receiptId ?? '';
  await desk.tap(`unapply-${receiptId}`);
  await desk.confirm('撤销核销');
  await desk.sees('未核销 ¥12.50', desk.shown(`receipt-${receiptId}`));
  await desk.tap(`apply-${receiptId}`);
  const { items } = await offices.distributor.credit.bills({ side: 'seller', partyId: buyerId, limit: 1 });
  await desk.tap(`pick-bill-${items[0]?.billId}`);
  await desk.shot('05-apply');
  await desk.confirm('核销 ¥12.50');
  await desk.sees('已核销', desk.shown(`receipt-${receiptId}`));
  await desk.tap(`reverse-${receiptId}`);
  await desk.fill('reverse-reason', '客户打款退回');
  await desk.confirm('确认冲销');
  await desk.sees('已冲销', desk.shown(`receipt-${receiptId}`));
  await desk.shot('06-reversed');
});

step('a statement goes to the store, which disputes it on its phone; the distributor reads why', async () => {
  await desk.tap('issue-open');
  await desk.shown('statement-from').waitFor();
  await desk.shot('07-issue');
  await clean(desk, 'desk');
  await desk.confirm('发给');

  await phone.open('/pages/account/bills/index');
  await phone.logIn(buyerId.toLowerCase());
  await phone.tap('to-statements');
  const [statement] = (await offices.store.credit.statements({})).items;
  await phone.tap(`statement-${statement?.statementId}`);
  await phone.shown('paper-lines').waitFor();
  await phone.shot('01-statement');
  await clean(phone, 'phone');
  await phone.tap('statement-dispute');
  await phone.fill('answer-note', '少记一笔回款');
  await phone.shot('02-dispute');
  await phone.confirm('提交异议');
  await phone.sees('有异议', phone.shown(`statement-${statement?.statementId}`));

  await desk.open('/pages/ledger/statements/index?side=seller');
  await desk.sees('说明：少记一笔回款', desk.shown(`statement-${statement?.statementId}`));
  await desk.shot('08-statements');
  await clean(desk, 'desk');
});

step('it looks up where it may sell, on a map and grant by grant, and finds the place again', async () => {
  const { page } = desk;
  await desk.open('/pages/mine/index');
  await desk.tap('to-region');
  await desk.shown('region-map').waitFor();
  await desk.shown('division-330000').waitFor();
  await desk.shot('09-region');
  await clean(desk, 'desk');
  await page.locator('#region-map [data-code="330000"]').click();
  await desk.shown('division-330100').waitFor();
  await page.waitForURL(/area=330000/);
  await page.reload();
  await desk.shown('division-330100').waitFor();
  await desk.shown('region-map').waitFor();
  await desk.shot('10-province');
  await desk.tap('region-up');
  await desk.shown('division-330000').waitFor();
  const saving = page.waitForEvent('download');
  await desk.tap('save-grants');
  expect((await saving).suggestedFilename()).toBe('我的区域.xlsx');
  expect(desk.faults()).toEqual([]);
  expect(phone.faults()).toEqual([]);
});
