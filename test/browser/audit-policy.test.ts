import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { axeFindingsInBothThemes } from './axe';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-audit-policy-'));
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let office: Client;
let store: Client;
/** A basket that one rule alone refuses: its quantity is no whole number of cases. */
let lines: { skuId: string; quantity: number }[];
let refused: Answer<'orders', 'place'>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  hq = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'audit-policy' }));
  [office, store] = await Promise.all([officeOf(server, 'hq'), officeOf(server, 's001')]);
  lines = await oddBasket();
  refused = await placeOdd();
  if (refused.state !== 'rejected') throw new Error('an odd quantity was not refused');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function oddBasket() {
  const { items } = await store.catalog.search({ limit: 40 });
  for (const { skuId, multipleQuantity } of items.filter((one) => one.multipleQuantity > 1)) {
    for (const multiples of [4, 10, 30]) {
      const odd = [{ skuId, quantity: multipleQuantity * multiples + 1 }];
      const { findings } = await store.orders.quote({ lines: odd });
      const stopping = findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule);
      if (stopping.join() === 'quantity.multiple') return odd;
    }
  }
  throw new Error('nothing is sold by the case alone');
}
const placeOdd = () => store.orders.place({ orderId: newId(), lines });

const step = stepsOf(() => hq.shot('broken'));

const seen = async () => ({
  doesNotFit: await whatDoesNotFit(hq.page, []),
  axe: await axeFindingsInBothThemes(hq.page),
});
const clean = { doesNotFit: [], axe: {} };

async function pick(testId: string, words: string) {
  await hq.click(testId);
  await hq.page
    .locator('.ant-select-item-option')
    .filter({ hasText: words })
    .locator('visible=true')
    .first()
    .click();
}

step('HQ reads what the audit makes of each finding, in words', async () => {
  await hq.open();
  await hq.logIn('hq');
  await hq.go('audit-policy');
  await hq.sees('现行：常规规则');
  await hq.sees('数量不是规定倍数');
  await hq.sees('还没有发布过策略');
  expect(await hq.shown('policy-publish').isDisabled()).toBe(true);
  await hq.page.waitForLoadState('networkidle');
  await hq.shot('rules');
  expect(await seen()).toEqual(clean);
});

step('drafts another consequence for odd quantities: HQ looks at them within 8 hours', async () => {
  await hq.click('rule-edit-quantity.multiple');
  await hq.shown('rule-form').waitFor();
  await hq.click('consequence-review');
  await pick('rule-owner', '总部');
  await hq.shown('rule-hours').fill('8');
  await hq.shown('accept-up-to-0').fill('100');
  await hq.shot('rule');
  expect(await seen()).toEqual(clean);
  await hq.click('rule-form-submit');
  await hq.shown('rule-changed-quantity.multiple').filter({ hasText: '后果原为 驳回' }).waitFor();
  await hq.shown('policy-dirty').filter({ hasText: '草稿改了 1 条规则' }).waitFor();
});

step('is asked before the draft is left behind', async () => {
  await hq.go('orders');
  await hq.sees('离开并放弃没有保存的修改？');
  await hq.page.getByRole('button', { name: '继续编辑' }).click();
  await hq.shown('policy-dirty').waitFor();
});

step('tries it on last week’s orders, and sees which would have gone another way', async () => {
  await hq.click('replay');
  const result = hq.shown('replay-result');
  await result.filter({ hasText: refused.number }).waitFor();
  await result.filter({ hasText: '（驳回 → 挂起待审）' }).waitFor();
  const order = hq.page.locator(`tr[data-row-key="${refused.orderId}"]`);
  expect(await order.getByRole('link').getAttribute('href')).toBe(`/admin/orders/${refused.orderId}`);
  expect(await order.innerText()).toContain('挂起：总部 8 小时内');
  const held = await hq.shown('replay-counts').locator('tr[data-row-key="held"] td').allInnerTexts();
  expect(Number(held[2])).toBeGreaterThan(Number(held[1]));
  expect((await office.orders.auditPolicies({})).items).toEqual([]);
  await hq.page.waitForLoadState('networkidle');
  await hq.shot('replay');
  expect(await seen()).toEqual(clean);
});

step('takes the changed orders along as a sheet', async () => {
  const [file] = await Promise.all([hq.page.waitForEvent('download'), hq.click('export-csv')]);
  expect(readFileSync(await file.path(), 'utf8')).toContain(refused.number);
});

step('the second to publish is told, and nothing is overwritten silently', async () => {
  await hq.click('policy-publish');
  await hq.shown('publish-changes').filter({ hasText: '订货倍数' }).waitFor();
  await hq.shown('policy-note').fill('拆箱也可商量');
  await hq.shot('publish');
  expect(await seen()).toEqual(clean);
  const theirs = { commandId: newId(), expectedVersion: 0, rules: [], note: '同事先发布' };
  await office.orders.putAuditPolicy(theirs);

  await hq.click('publish-policy-submit');
  await hq.shown('problem').filter({ hasText: '审单策略已有新版本' }).waitFor();
  await hq.page.keyboard.press('Escape');
  await hq.shown('policy-stale').filter({ hasText: '发布了第 1 版' }).waitFor();
  await hq.shot('stale');
  expect((await office.orders.auditPolicy({})).newestVersion).toBe(1);
  expect(await hq.shown('policy-publish').isDisabled()).toBe(true);
});

step('keeps the draft, looks again at what it changes, and publishes it', async () => {
  await hq.click('keep-mine');
  await hq.shown('policy-stale').waitFor({ state: 'detached' });
  await hq.click('policy-publish');
  await hq.shown('publish-changes').filter({ hasText: '挂起待审' }).waitFor();
  await hq.shown('policy-note').fill('拆箱也可商量');
  await hq.click('publish-policy-submit');
  await hq.sees('现行：第 2 版，拆箱也可商量');
  await hq.shown('policy-dirty').waitFor({ state: 'detached' });
  const { policy, newestVersion } = await office.orders.auditPolicy({});
  expect([policy.version, newestVersion]).toEqual([2, 2]);
  expect(policy.rules.find(({ rule }) => rule === 'quantity.multiple')).toMatchObject({
    consequence: 'review',
    owner: 'hq',
    withinHours: 8,
    acceptedBy: [
      { desk: 'seller', role: 'reviewer', upToFen: 10_000 },
      { desk: 'hq', role: 'reviewer', upToFen: null },
    ],
  });
});

step('the next such order is treated by it: it waits for HQ', async () => {
  const order = await placeOdd();
  const before = await office.orders.get({ orderId: refused.orderId });

  expect(order).toMatchObject({ state: 'held', openHolds: [{ kind: 'review', owner: 'hq' }] });
  expect((await office.orders.get({ orderId: order.orderId })).policyVersion).toBe(2);
  expect(before).toMatchObject({ state: 'rejected', policyVersion: 0 });
});

step('takes an older version into the draft, and drops it again', async () => {
  await hq.click('version-compare-1');
  await hq.shown('version-changes').filter({ hasText: '订货倍数' }).waitFor();
  await hq.click('version-restore-1');
  await hq.shown('rule-changed-quantity.multiple').filter({ hasText: '后果原为 挂起待审' }).waitFor();
  await hq.click('policy-discard');
  await hq.shown('policy-dirty').waitFor({ state: 'detached' });
  await hq.shown('empty').filter({ hasText: '没有改过的规则' }).waitFor();
  await hq.shot('versions');
  expect(await seen()).toEqual(clean);
});

step('met no fault on the way but the refusal it asked for', () => {
  expect(hq.faults(['refused request'])).toEqual([]);
});
