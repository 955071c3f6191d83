import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { dayIn, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-desk-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'desk' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => desk.shot('broken'));
/** The period that reports begin with. */
const lastDays = () => ({ from: dayIn(-29), to: dayIn(0) });
const clean = () => isClean(desk);

step('HQ begins its day at the desk, which says what waits and leads there', async () => {
  await desk.open();
  await desk.logIn('hq');
  await desk.page.waitForURL('**/admin/desk');
  const { waiting } = await office.insight.desk({});
  const overdue = waiting.find(({ kind }) => kind === 'overdueAccounts');
  const card = desk.shown('waiting-overdueAccounts');
  await card.getByText(String(overdue?.count), { exact: true }).waitFor();
  await desk.page.locator('.live-order').first().waitFor();
  await desk.shot('1-desk');
  await clean();
  await card.click();
  await desk.page.waitForURL('**/admin/bills');
});

step('the report says what the orders come to, by goods and by customer, and leads to them', async () => {
  await desk.page.goto(`${server.base}/admin/reports`);
  await desk.shown('report-overview').waitFor();
  await desk.page.locator('.ant-table-row').first().waitFor();
  await desk.shot('2-reports');
  await clean();
  await desk.click('cut-goods');
  await desk.page.getByRole('columnheader', { name: '订货量' }).first().waitFor();
  await desk.shot('3-goods');
  await desk.click('cut-category');
  await desk.page.getByRole('columnheader', { name: '动销品项' }).first().waitFor();
  await desk.click('cut-province');
  await desk.sees('浙江省');
  await desk.click('cut-delivery');
  const figure = desk.shown('delivery-otif').locator('.figure-value');
  await figure.waitFor();
  const { total } = await office.insight.deliveries({ ...lastDays(), side: 'channel' });
  expect(total.orders).toBeGreaterThan(0);
  expect(await desk.shown('delivery-orders').locator('.figure-value').textContent()).toBe(
    total.orders.toLocaleString('en-US'),
  );
  await desk.shot('4-delivery');
  await clean();
  await desk.click('cut-buyer');
  const name = (await desk.page.locator('.ant-table-row a').first().textContent()) ?? '';
  await desk.page.locator('.ant-table-row a').first().click();
  await desk.page.waitForURL('**/admin/reports/orders**');
  await desk.page.getByRole('heading', { name: `客户的订单：${name}` }).waitFor();
  await desk.page.locator('.ant-table-row').first().getByText(name).waitFor();
  await desk.shot('4-behind');
  await clean();
});

step('the report says what is owed and what lay in stock, as the books have it', async () => {
  await desk.page.getByRole('link', { name: '返回报表' }).click();
  await desk.click('cut-owed');
  const { from, to } = lastDays();
  const { total } = await office.insight.receivables({ from, to, side: 'channel' });
  expect(total.receivableFen).toBeGreaterThan(0);
  const owed = desk.shown('owed-receivable').locator('.figure-value');
  await owed.waitFor();
  expect((await owed.textContent())?.replaceAll(/[¥,]/g, '')).toBe((total.receivableFen / 100).toFixed(2));
  await desk.shot('4-owed');
  await clean();
  await desk.click('cut-shelves');
  const shelves = await office.insight.shelves({ from, to, side: 'channel' });
  const days = desk.shown('shelf-days').locator('.figure-value');
  await days.waitFor();
  expect(await days.textContent()).toBe(shelves.total.skuDays.toLocaleString('en-US'));
  await desk.shot('4-shelves');
  await clean();
});

step('the log says who set other terms, from where, and what they were before', async () => {
  const setTerms = (days: number) =>
    office.credit.setTerms({ commandId: `TERMS-${days}`, buyerId: 'D01', kind: 'net', days, reason: '旺季' });
  await setTerms(20);
  await setTerms(45);
  const written = async () =>
    (await office.auditLog.list({ route: 'credit.setTerms', subjectId: 'D01' })).items;
  await eventually('both are in the log', async () => (await written()).length === 2);
  const [latest] = await written();

  await desk.page.goto(`${server.base}/admin/audit-log`);
  await desk.page.getByRole('button', { name: 'D01', exact: true }).first().click();
  await desk.page.waitForURL('**/audit-log?subjectId=D01');
  await desk.page.locator('.ant-table-row').nth(1).waitFor();
  await desk.shot('4-audit-log');
  await clean();
  await desk.click(`audit-open-${latest?.entryId}`);
  const changed = desk.shown('audit-fields').locator('.audit-changed');
  await changed.first().waitFor();
  expect(await changed.allTextContents()).toEqual(['45']);
  await desk.shot('5-audit-entry');
  await clean();
});
