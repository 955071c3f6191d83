import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { dayIn, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-analyst-'));
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  hq = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'analyst' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => hq.shot('broken'));
const clean = async (name: string) => {
  await hq.page.waitForLoadState('networkidle');
  await hq.shot(name);
  await isClean(hq);
};
/** The year that ends today: the demo company has sold in all of it. */
const year = { from: dayIn(-364), to: dayIn(0) };
const figure = async (testId: string) => {
  const value = hq.shown(testId).locator('.figure-value');
  await value.waitFor();
  return value.textContent();
};

step('the analyst sees what promotions brought and cost, and the orders of one of them', async () => {
  await hq.open(`/admin/reports?from=${year.from}&to=${year.to}&by=promotions`);
  await hq.logIn('hq');
  const { total, items } = await office.insight.promoted({ ...year, side: 'channel' });
  expect(await figure('promoted-count')).toBe(String(total.promotions));
  await clean('1-promotions');
  const [first] = items;
  if (!first) throw new Error('the demo company promotes');
  await hq.page.locator('.ant-table-row a').filter({ hasText: first.name }).first().click();
  await hq.page.getByRole('heading', { name: `促销的订单：${first.name}` }).waitFor();
  await hq.page.locator('.ant-table-row').first().waitFor();
  await hq.page.getByRole('link', { name: '返回报表' }).click();
  await hq.shown('report-promoted').waitFor();
});

step('what was asked back, by reason and by goods', async () => {
  await hq.click('cut-returns');
  const { total } = await office.insight.returns({ ...year, side: 'channel', by: 'reason' });
  expect(await figure('returns-requests')).toBe(String(total.requests));
  await clean('2-returns');
  await hq.click('split-goods');
  await hq.page.waitForURL(/split=goods/);
});

step('what was lost, what does not sell and what was stopped at a border', async () => {
  await hq.click('cut-losses');
  const losses = await office.insight.losses({ ...year, side: 'channel' });
  expect(await figure('losses-skus')).toBe(String(losses.total.skus));
  await clean('3-losses');
  await hq.click('cut-slow');
  const slow = await office.insight.slowStock({ side: 'channel' });
  expect(await figure('slow-skus')).toBe(slow.total.slowSkus.toLocaleString('en-US'));
  await clean('4-slow');
  await hq.click('cut-diversion');
  const diversions = await office.insight.diversions({ ...year, side: 'channel', by: 'seller' });
  expect(await figure('diversion-lines')).toBe(String(diversions.total.blockedLines));
  await clean('5-diversion');
});

step('a report is planned, made at once, taken along, paused and given up', async () => {
  await hq.page.getByRole('link', { name: '定时导出' }).first().click();
  await hq.click('plan-new');
  await hq.shown('plan-name').fill('每周商品销售');
  await hq.shot('6-plan-form');
  await hq.click('plan-form-submit');
  await hq.page.getByText('每周一 08:00').waitFor();
  await hq.click('plan-make');
  await hq.page.getByTestId('file-state').waitFor();
  const [file] = (await office.insight.reportFiles({})).items;
  expect(file).toMatchObject({ name: '每周商品销售', report: 'goods', problem: '' });
  // A link is paler while a pointer rests on it, and on its way back.
  await hq.page.mouse.move(0, 0);
  await clean('7-plans');
  const [taken] = await Promise.all([hq.page.waitForEvent('download'), hq.click('file-download')]);
  expect(taken.suggestedFilename()).toMatch(/^每周商品销售 .*\.xlsx$/);
  await hq.click('plan-pause');
  await hq.page.getByText('已暂停').first().waitFor();
  await hq.click('plan-remove');
  await hq.page
    .getByRole('dialog')
    .getByRole('button', { name: /^删\s?除$/ })
    .click();
  await hq.page.getByText('还没有定时导出').waitFor();
  expect((await office.insight.plans({})).items).toEqual([]);
});
