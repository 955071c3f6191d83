/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-lists-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'lists' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => desk.shot('broken'));
const clean = () => isClean(desk);
const rows = () => desk.page.locator('.ant-table-row').first().waitFor();
const headings = () => desk.page.locator('thead th:visible').allTextContents();
/** What is exported when something is clicked. */
async function exported(testId: string) {
  const coming = desk.page.waitForEvent('download');
  await desk.click(testId);
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

step('a column that is hidden stays hidden, until the list is as it was', async () => {
  await desk.open('/admin/orders');
  await desk.logIn('hq');
  await rows();
  expect(await headings()).toContain('供货方');

  await desk.click('columns-orders');
  await desk.click('column-seller');
  await desk.page.locator('thead th', { hasText: '供货方' }).first().waitFor({ state: 'hidden' });
  await desk.shot('1-columns');
  await clean();
  expect(await desk.shown('column-number').isDisabled()).toBe(true);
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('dialog', { name: '显示的列' }).waitFor({ state: 'hidden' });
  expect(await desk.shown('columns-orders').evaluate((one) => one === document.activeElement)).toBe(true);

  await desk.page.reload();
  await rows();
  expect(await headings()).not.toContain('供货方');
  await desk.sees('列设置（已隐藏 1）');

  await desk.click('columns-orders');
  await desk.click('columns-restore');
  await desk.page.locator('thead th', { hasText: '供货方' }).first().waitFor();
  await desk.page.keyboard.press('Escape');
});

step(
  'filters are saved as a view, which is chosen again, replaced when asked, removed and put back',
  async () => {
    const saveAs = async (name: string) => {
      await desk.click('views-orders');
      await desk.click('view-save');
      await desk.shown('view-name').fill(name);
      await desk.click('save-view-submit');
    };
    await desk.page.goto(`${server.base}/admin/orders?state=completed`);
    await rows();
    await saveAs('已办结');
    await desk.sees('视图：已办结');

    await desk.page.goto(`${server.base}/admin/orders`);
    await rows();
    await desk.click('views-orders');
    await desk.shown('view-已办结').waitFor();
    await desk.shot('2-views');
    await clean();
    await desk.click('view-已办结');
    await desk.page.waitForURL('**/admin/orders?state=completed');
    await desk.sees('视图：已办结');

    await desk.page.goto(`${server.base}/admin/orders?state=cancelled`);
    await saveAs('已办结');
    await desk.sees('已有视图“已办结”，用当前筛选替换它？');
    await desk.shot('3-replace');
    await desk.page.getByRole('button', { name: /替\s*换/ }).click();
    await desk.sees('视图：已办结');

    await desk.click('views-orders');
    await desk.click('view-remove-已办结');
    await desk.shown('view-已办结').waitFor({ state: 'hidden' });
    await desk.click('view-put-back');
    await desk.sees('视图：已办结');
  },
);

step('what is filtered is exported, as CSV with one click and as a workbook with two', async () => {
  const { items } = await office.orders.list({ side: 'all', state: 'completed', limit: 100 });
  await desk.page.goto(`${server.base}/admin/orders?side=all&state=completed`);
  await rows();

  const csv = await exported('export-csv');
  expect(csv.name).toMatch(/^订单-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.bytes.toString('utf8')).toMatch(/^\uFEFF订单号,/);

  await desk.click('export-more');
  await desk.shown('export-xlsx').waitFor();
  await clean();
  const workbook = await exported('export-xlsx');
  expect(workbook.name).toMatch(/^订单-\d{4}-\d\d-\d\d\.xlsx$/);
  const [sheet] = (await readXlsx(workbook.bytes)).sheets;
  const [titles = [], ...lines] = sheet?.rows ?? [];
  const column = (title: string) => lines.map((line) => line[titles.indexOf(title)]);
  expect(column('订单号').slice(0, 100)).toEqual(items.map(({ number }) => number));
  expect(column('应付金额（元）').slice(0, 100)).toEqual(items.map(({ payableFen }) => payableFen / 100));
  expect(desk.faults()).toEqual([]);
});
