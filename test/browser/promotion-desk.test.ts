import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { axeFindingsInBothThemes } from './axe';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-promotions-'));
const name = '整箱满减';
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let office: Client;
let goods: Awaited<ReturnType<Client['catalog']['search']>>['items'][number];
let customer: string;
let promotionId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  hq = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'promotions' }));
  office = await officeOf(server, 'hq');
  const distributor = await officeOf(server, 'd01');
  customer = (await distributor.auth.me({})).party.name;
  const found = (await distributor.catalog.search({ limit: 20 })).items.find(
    ({ unitPriceE4, minimumQuantity }) => unitPriceE4 !== null && minimumQuantity <= 1,
  );
  if (!found) throw new Error('nothing is sold');
  goods = found;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => hq.shot('broken'));

/** Types into a picker and takes what it offers under these words. */
async function pick(testId: string, words: string, typed = words) {
  await hq.click(testId);
  await hq.page.keyboard.type(typed);
  await hq.page
    .locator('.ant-select-item-option')
    .filter({ hasText: words })
    .locator('visible=true')
    .first()
    .click();
}
const promotion = async () => (await office.promotions.get({ promotionId })).promotion;
const seen = async () => ({
  doesNotFit: await whatDoesNotFit(hq.page, []),
  axe: await axeFindingsInBothThemes(hq.page),
});
const clean = { doesNotFit: [], axe: {} };

step('HQ opens its promotions, of which there are none like it', async () => {
  await hq.open();
  await hq.logIn('hq');
  await hq.go('promotions');
  await hq.shown('promotion-new').waitFor();
  await hq.page.waitForLoadState('networkidle');
  expect(await seen()).toEqual(clean);
});

step('writes 满减 for one of its goods, 1,000 yuan and 50 off', async () => {
  await hq.page.keyboard.press('n');
  await hq.shown('promotion-name').fill(name);
  await hq.shown('rule-tiers-0-fromFen').fill('1000');
  await hq.shown('rule-tiers-0-offFen').fill('2000');
  await hq.page.getByRole('button', { name: '删除第 2 行' }).click();
  await pick('scope-skus', goods.name);
  await hq.page.keyboard.press('Escape');
  await hq.shown('promotion-budget').fill('88888.88');
});

step('is shown at its field what the server finds wrong, and saves nothing', async () => {
  await hq.click('promotion-save');
  await hq.shown('rule-faults').filter({ hasText: '减的金额不能超过门槛' }).waitFor();
  expect((await office.promotions.list({ limit: 100 })).items.map((one) => one.name)).not.toContain(name);
  await hq.shown('rule-tiers-0-offFen').fill('50');
});

step('sees beside it what a basket of a customer would cost', async () => {
  await pick('preview-buyer', customer);
  await pick('basket-sku-0', goods.name);
  await hq.shown('basket-count-0').fill('1000');
  const own = hq.shown('preview-own');
  await own.filter({ hasText: '省 ¥50.00' }).waitFor();
  expect(await own.getAttribute('data-applied')).toBe('true');
  await hq.shot('form');
  expect(await seen()).toEqual(clean);
});

step('is told before publishing what will happen, and publishes', async () => {
  await hq.click('promotion-publish');
  await hq.shown('publish').filter({ hasText: '没有与正在生效的促销冲突' }).waitFor();
  await hq.sees('¥88,888.88');
  promotionId = new URL(hq.page.url()).pathname.split('/').at(-1) ?? '';
  expect(await promotion()).toMatchObject({
    state: 'draft',
    version: 1,
    budgetFen: 8_888_888,
    rule: { tiers: [{ fromFen: 100_000, offFen: 5_000 }], isPerMultiple: false },
    scope: { skuIds: [goods.skuId] },
  });
  await hq.shot('publish');
  await hq.click('publish-submit');
  await hq.page.locator('.editor-state [data-state="live"]').waitFor();
  expect(await promotion()).toMatchObject({ state: 'live', version: 2 });
});

step('the second editor is told, and nothing is overwritten silently', async () => {
  const { version, state, label, used, costFen, ...before } = await promotion();
  expect([state, label, used, costFen]).toEqual(['live', '满¥1,000.00减¥50.00', 0, 0]);
  await hq.shown('promotion-name').fill('我的名字');
  const theirs = { ...before, name: '同事的名字' };
  await office.promotions.put({ commandId: newId(), expectedVersion: version, promotion: theirs });
  await hq.click('promotion-save');
  await hq.shown('changed-by-another').filter({ hasText: '保存了第 3 版' }).waitFor();
  await hq.shot('changed-by-another');
  expect((await promotion()).name).toBe('同事的名字');

  await hq.click('take-theirs');
  await hq.shown('changed-by-another').waitFor({ state: 'detached' });
  expect(await hq.shown('promotion-name').inputValue()).toBe('同事的名字');
});

step('finds it in the list by its state and kind, which the address keeps', async () => {
  await hq.open('/admin/promotions');
  await pick('filter-state', '生效', '');
  await pick('filter-kind', '满减');
  await hq.shown(`promotion-${promotionId}`).waitFor();
  expect(new URL(hq.page.url()).search).toBe('?state=live&kind=thresholdOff');
  await hq.page.reload();
  await hq.shown(`promotion-${promotionId}`).waitFor();
  await hq.page.waitForLoadState('networkidle');
  await hq.shot('list');
  expect(await seen()).toEqual(clean);
});

step('sees it in the calendar, from the day it begins', async () => {
  const { startsAt } = await promotion();
  const month = new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString().slice(0, 7);
  await hq.open(`/admin/promotions/calendar?month=${month}`);
  await hq.page.locator('.calendar-bar').filter({ hasText: '同事的名字' }).first().waitFor();
  await hq.page.waitForLoadState('networkidle');
  await hq.shot('calendar');
  expect(await seen()).toEqual(clean);
  await hq.page.locator('.calendar-bar').filter({ hasText: '同事的名字' }).first().click();
});

step('stops it, after being told what that means', async () => {
  await hq.click('promotion-stop');
  await hq.shown('stop').filter({ hasText: '已下的订单保留当时的价格和赠品' }).waitFor();
  await hq.click('stop-submit');
  await hq.page.locator('.editor-state [data-state="stopped"]').waitFor();
  expect(await promotion()).toMatchObject({ state: 'stopped', version: 4 });
  await hq.shown('promotion-versions').filter({ hasText: '第 4 版' }).waitFor();
  await hq.shot('stopped');
  expect(await hq.shown('promotion-name').isDisabled()).toBe(true);
});

step('holds a draft against past orders: what it would have cost', async () => {
  await hq.click('promotion-copy');
  await hq.sees('复制促销');
  await hq.click('simulate');
  await hq.shown('simulation').filter({ hasText: '涉及订单' }).waitFor();
});

step('has a copy of it there as a new one', async () => {
  expect(await hq.shown('promotion-name').inputValue()).toBe('同事的名字 副本');
  expect(await hq.shown('rule-tiers-0-fromFen').inputValue()).toBe('1000.00');
});

step('drafts a flash sale, publishes it, and stops it: all goods go back', async () => {
  const at = (inMinutes: number) =>
    new Date(Date.now() + 8 * 3_600_000 + inMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  const instant = async (testId: string, text: string) => {
    await hq.shown(testId).locator('xpath=descendant-or-self::input').fill(text);
    await hq.page.keyboard.press('Enter');
  };
  await hq.go('flash');
  await hq.click('flash-new');
  await hq.shown('flash-title').fill('周五秒杀');
  await pick('flash-sku', goods.name);
  await hq.shown('flash-price').fill('0.99');
  await hq.shown('flash-quota').fill('120');
  await hq.shown('flash-per-buyer').fill('12');
  await instant('flash-starts', at(60));
  await instant('flash-ends', at(120));
  await hq.click('flash-submit');
  const phase = (name: string) => hq.page.locator(`[data-testid="flash-phase"][data-phase="${name}"]`);
  await phase('draft').waitFor();
  const [draft] = (await office.flash.activities({ limit: 1 })).items;
  expect(draft).toMatchObject({ unitPriceE4: 9_900, quota: 120, perBuyer: 12, phase: 'draft' });

  await hq.click(`flash-publish-${draft?.activityId ?? ''}`);
  await hq.shown('flash-confirm').filter({ hasText: '从真实批次中留出 120' }).waitFor();
  await hq.click('flash-confirm-submit');
  await phase('planned').waitFor();
  await hq.shown('flash-confirm').waitFor({ state: 'detached' });
  expect(await seen()).toEqual(clean);
  await hq.shot('flash');

  await hq.click(`flash-stop-${draft?.activityId ?? ''}`);
  await hq.click('flash-confirm-submit');
  await phase('stopped').waitFor();
  await hq.sees('退回 120');
});

step('met no fault on the way but the refusals it asked for', () => {
  expect(hq.faults(['refused request'])).toEqual([]);
});
