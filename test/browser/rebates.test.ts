import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { choosePhotos } from './choose-photos';
import { axeFindingsInBothThemes } from './axe';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-rebates-'));
let server: ServerProcess;
let browser: Browser;
let store: Shop;
let desk: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  store = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'rebates-shop' }));
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'rebates-desk' }));
  office = await officeOf(server, 's001');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await store.shot('broken');
  await desk.shot('broken');
});
const seen = async () => ({
  doesNotFit: await whatDoesNotFit(desk.page, []),
  axe: await axeFindingsInBothThemes(desk.page),
});
const clean = { doesNotFit: [], axe: {} };
const balance = async () => (await office.rebates.balances({})).items[0];

step('a store sees how far it is with what its distributor pays later', async () => {
  await store.open();
  await store.logIn('s001');
  await store.tab('我的');
  await store.tap('to-rebates');
  await store.sees('门店季度返利');
  await store.sees('还差3张陈列照片，返¥200.00');
});

step('hands in the photos of its display, and they wait', async () => {
  await store.page.locator('[id^="display-hand-in-"]:visible').tap();
  await choosePhotos(store.page, 'display-photos', 'door 1', 'door 2', 'door 3');
  await store.shot('hand-in');
  await store.confirm('提交 3 张');
  await store.sees('待核验');
});

step('its distributor looks at them and says what is wrong', async () => {
  await desk.open();
  await desk.logIn('d01');
  await desk.go('rebates');
  await desk.page.getByRole('tab', { name: '陈列核验（1）' }).click();
  await desk.page.locator('[data-testid="photo-wall"] img').nth(2).waitFor();
  await desk.page.waitForLoadState('networkidle');
  await desk.shot('displays');
  expect(await seen()).toEqual(clean);
  await desk.page.locator('[data-testid^="display-refuse-"]').click();
  await desk.shown('display-reason').fill('看不清排面');
  await desk.click('display-decide-submit');
  await desk.sees('没有待核验的陈列');
  expect(await balance()).toBeUndefined();
});

step('the store reads why, and hands them in once more', async () => {
  await store.page.reload();
  await store.sees('看不清排面');
  await store.page.locator('[id^="display-hand-in-"]:visible').tap();
  await choosePhotos(store.page, 'display-photos', 'door 1', 'door 2', 'door 4');
  await store.confirm('提交 3 张');
});

step('approved, they are paid at once', async () => {
  await desk.page.reload();
  await desk.page.getByRole('tab', { name: '陈列核验（1）' }).click();
  await desk.page.locator('[data-testid^="display-approve-"]').click();
  await desk.click('display-decide-submit');
  await desk.sees('没有待核验的陈列');
  await store.page.reload();
  const { accountId = '', freeFen } = (await balance()) ?? {};
  expect(freeFen).toBe(20_000);
  await store.shown(`rebate-free-${accountId}`).filter({ hasText: '¥200.00' }).waitFor();
  await store.tap(`rebate-expiries-${accountId}`);
  await store.shot('paid');
});

step('the distributor takes some off by hand, which the store reads', async () => {
  await desk.page.getByRole('tab', { name: '返利账户' }).click();
  await desk.click('rebate-adjust-S001');
  await desk.page.getByText('扣减（限未占用的余额）').click();
  await desk.shown('rebate-adjust-yuan').fill('50');
  await desk.shown('rebate-adjust-reason').fill('陈列提前撤下');
  await desk.shot('adjust');
  await desk.click('rebate-adjust-submit');
  await desk.shown('rebate-adjust').waitFor({ state: 'hidden' });
  const { accountId = '', freeFen } = (await balance()) ?? {};
  expect(freeFen).toBe(15_000);
  await store.tap(`rebate-entries-${accountId}`);
  await store.sees(/陈列提前撤下/);
});

step('reads the ledger and the statement of the month', async () => {
  await desk.click('rebate-entries-S001');
  await desk.shown('rebate-drawer').getByText('端架陈列').waitFor();
  await desk.page.getByRole('tab', { name: '对账' }).click();
  await desk.shown('rebate-statement').filter({ hasText: '¥150.00' }).waitFor();
  await desk.shot('statement');
  expect(await seen()).toEqual(clean);
  await desk.page.keyboard.press('Escape');
});

step('changes how rebates may be used', async () => {
  await desk.click('rebate-terms-open');
  const share = desk.shown('rebate-share');
  expect(await share.inputValue()).toBe('30.00');
  await share.fill('20');
  await desk.shot('terms');
  await desk.click('rebate-terms-submit');
  await desk.shown('rebate-terms').waitFor({ state: 'hidden' });
  expect((await balance())?.maxShareBp).toBe(2_000);
});

step('freezes the balance in a dispute', async () => {
  await desk.click('rebate-freeze-S001');
  await desk.shown('rebate-freeze-reason').fill('窜货争议');
  await desk.click('rebate-freeze-submit');
  await desk.sees('已冻结');
  await desk.page.waitForLoadState('networkidle');
  // Colours of the row that was pointed at fade for a moment.
  await desk.page.waitForTimeout(600);
  await desk.shot('accounts');
  expect(await seen()).toEqual(clean);
  expect(await balance()).toMatchObject({ freeFen: 0, balanceFen: 15_000, frozenReason: '窜货争议' });
});

it('left no fault behind', () => {
  expect([...store.faults(), ...desk.faults(), ...server.complaints()]).toEqual([]);
});
