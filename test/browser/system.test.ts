/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { officeOf } from './office';
import { type ServerProcess, startTongpan } from './server-process';
import { stepsOf } from './steps';
import { prepareTroubles } from '../engines/what-went-wrong';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-system-'));
let troubles: Awaited<ReturnType<typeof prepareTroubles>>;
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;

beforeAll(async () => {
  troubles = await prepareTroubles(dataDir);
  const place = { dataDir, databaseUrl: null, databasePool: 1, redisUrl: null };
  [server, browser] = await Promise.all([startTongpan(place), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'system' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => desk.shot('broken'));
const clean = () => isClean(desk);
/** What an export of this name brings, as lines of cells. */
async function exported(name: string) {
  const coming = desk.page.waitForEvent('download');
  await desk.page.getByTitle(`导出${name}`, { exact: true }).click();
  const download = await coming;
  const [titles = '', ...lines] = readFileSync(await download.path(), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return { file: download.suggestedFilename(), titles: titles.split(','), lines };
}

step('the desk names all that went wrong, and each leads to where one mends it', async () => {
  await desk.open();
  await desk.logIn('hq');
  await desk.page.waitForURL('**/admin/desk');
  for (const [kind, address, there] of [
    ['rebindings', '**/admin/wechat', 'tab-rebindings'],
    ['returns', '**/admin/payments?tab=returns', 'decide-return-RETURN-1'],
    ['failedUploads', '**/admin/wechat-delivery', 'failed-uploads'],
    ['failedSends', '**/admin/wechat-delivery?tab=failed', 'retry-send-SEND-1'],
    ['deadEvents', '**/admin/work?tab=events&stage=dead', `retry-${troubles.eventId}`],
    ['deadJobs', '**/admin/work?stage=dead', `retry-${troubles.jobId}`],
  ] as const) {
    await desk.page.goto(`${server.base}/admin/desk`);
    await desk.shown(`waiting-${kind}`).waitFor();
    if (kind === 'rebindings') {
      await desk.shot('1-desk');
      await clean();
    }
    await desk.click(`waiting-${kind}`);
    await desk.page.waitForURL(address);
    await desk.shown(there).first().waitFor();
  }
});

step(
  'a dead job tells what went wrong and not of whom, is copied, and runs again once one has said so',
  async () => {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.sees('汇总经营数据');
    await desk.sees("Duplicate entry '…' for key 'ux_insightShare'");
    await desk.shot('2-dead-job');
    await clean();
    await desk.click(`details-${troubles.jobId}`);
    await desk.sees('停止时间');
    await desk.shot('3-details');
    await clean();
    await desk.page.getByRole('button', { name: '复制详情' }).click();
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`编号：${troubles.jobId}`);
    expect(copied).not.toContain('13800138000');
    await desk.page.getByTestId('work-details').locator('.ant-drawer-close').click();
    await desk.page.getByTestId('work-details').waitFor({ state: 'hidden' });

    await desk.click(`retry-${troubles.jobId}`);
    await desk.shown('retry-job-submit').waitFor();
    await desk.shot('4-retry');
    await clean();
    await desk.click('retry-job-submit');
    await desk.sees('没有停止的任务');
    expect((await office.work.jobs({ stage: 'dead' })).items).toEqual([]);
  },
);

step('a dead event lets go of those behind it when it is tried again', async () => {
  await desk.click('tab-events');
  await desk.click('stage-dead');
  await desk.page.waitForURL('**/admin/work?tab=events&stage=dead');
  await desk.shown(`retry-${troubles.eventId}`).waitFor();
  await desk.shot('5-dead-event');
  await clean();
  await desk.click(`retry-${troubles.eventId}`);
  await desk.sees('后面等着的 1 个事件也会继续');
  await desk.click('retry-event-submit');
  await desk.sees('没有停止的事件');
  expect((await office.work.events({ stage: 'dead' })).items).toEqual([]);
});

step(
  'the log tells who let them be tried again, and another page who came in and who was refused',
  async () => {
    await expect(officeOf(server, 'nobody-there')).rejects.toThrow();
    await desk.page.goto(`${server.base}/admin/audit-log?route=work`);
    await desk.sees('重试后台任务');
    await desk.page.goto(`${server.base}/admin/log-ins`);
    await desk.page.locator('.ant-table-row').first().waitFor();
    await desk.click('log-ins-refused');
    await desk.page.waitForURL('**/admin/log-ins?outcome=refused');
    await desk.sees('未登录（试用 nobody-there）');
    await desk.shot('6-log-ins');
    await clean();
  },
);

step(
  'the settings say what the program was started with, and of a secret only whether it is there',
  async () => {
    await desk.page.goto(`${server.base}/admin/settings`);
    await desk.shown('setting-SESSION_DAYS').getByText('14', { exact: true }).waitFor();
    await desk.shown('setting-DATABASE_URL').getByText('未设置').waitFor();
    await desk.shot('7-settings');
    await clean();
  },
);

step('the queue and the open bills of an account are exported as they stand', async () => {
  await desk.page.goto(`${server.base}/admin/queue`);
  await desk.page.locator('.ant-table-row, [data-testid="empty"]').first().waitFor();
  const { items: held } = await office.orders.list({ side: 'all', state: 'held', limit: 100 });
  const queue = await exported('待审订单');
  expect(queue.file).toMatch(/^待审订单-\d{4}-\d\d-\d\d\.csv$/);
  expect(queue.titles).toContain('最早期限');
  expect(queue.lines.slice(0, held.length).map((line) => line.split(',')[0])).toEqual(
    held.map(({ number }) => number),
  );

  const { items: all } = await office.credit.bills({ side: 'seller', limit: 100 });
  const { buyerId = '', buyerName = '' } = all[0] ?? {};
  const { items: bills } = await office.credit.bills({ side: 'seller', partyId: buyerId, limit: 100 });
  expect(bills.length).toBeGreaterThan(0);
  await desk.page.goto(`${server.base}/admin/credit`);
  await desk.click(`ledger-${buyerId}`);
  await desk.page.getByRole('tab', { name: '未结账单' }).click();
  const open = await exported(`未结账单-${buyerName}`);
  expect(open.lines.map((line) => line.split(',')[0])).toEqual(bills.map(({ orderNumber }) => orderNumber));
  await desk.shot('8-open-bills');
  await clean();
  expect(desk.faults()).toEqual([]);
});

step('a distributor has no such pages', async () => {
  const other = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'system-d01' }));
  await other.open('/admin/work');
  await other.logIn('d01');
  await other.shown('not-for-me').waitFor();
  await other.sees('总部的“负责人”角色');
  expect(await other.page.getByTestId('nav-work').count()).toBe(0);
  expect(await other.page.getByTestId('nav-log-ins').count()).toBe(1);
  await other.leave();
});
