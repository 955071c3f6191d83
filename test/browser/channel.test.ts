import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { madeToScroll } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-channel-'));
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let second: Console;
let seller: Console;
let storeName = '';
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  const { base } = server;
  hq = consoleOf(await seat(browser, { base, screen: 'desk', album: 'channel-hq' }));
  second = consoleOf(await seat(browser, { base, screen: 'desk', album: 'channel-second' }));
  seller = consoleOf(await seat(browser, { base, screen: 'desk', album: 'channel-seller' }));
  office = await officeOf(server, 'hq');
  storeName = (await (await officeOf(server, 's001')).auth.me({})).party.name;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await hq.shot('broken');
  await second.shot('broken');
  await seller.shot('broken');
});
const clean = (desk: Console) => isClean(desk, madeToScroll.smallDesk);
async function grantNamed(name: string) {
  const { items } = await office.territory.grants({ limit: 100, state: 'all' });
  const grant = items.find((one) => one.name === name);
  if (!grant) throw new Error(`there is no grant ${name}`);
  return grant;
}

step('HQ looks at who sells where on the map, and goes down to the districts', async () => {
  await hq.open('/admin/territory');
  await hq.logIn('hq');
  await hq.shown('territory-map').waitFor();
  await hq.sees('34 个下级区域');
  await hq.shot('01-china');
  await clean(hq);

  await hq.click('territory-enter-330000');
  await hq.shown('territory-here').filter({ hasText: '浙江省' }).waitFor();
  await hq.sees('11 个下级区域');
  await hq.shot('02-province');
  await hq.click('territory-enter-330100');
  await hq.shown('territory-here').filter({ hasText: '杭州市' }).waitFor();
  await hq.shown('territory-pick-330106').waitFor();
  await hq.shot('03-city');
  await hq.click('territory-up-330000');
  await hq.shown('territory-here').filter({ hasText: '浙江省' }).waitFor();
});

step('picks a city by the keyboard, and is told before saving that another holds it', async () => {
  await hq.shown('territory-pick-330100').focus();
  await hq.page.keyboard.press('Space');
  await hq.sees('已选 1 个区域');
  await hq.click('territory-grant');
  await hq.click('grant-seller');
  await hq.page.keyboard.type('宁波海联');
  await hq.choose('宁波海联');
  await hq.shown('grant-name').fill('杭州共营');
  await hq.shown('grant-exclusive').click();
  await hq.sees(/与杭州汇丰食品商行的授权/);
  await hq.shot('04-overlap');
  await clean(hq);
  await hq.shown('grant-exclusive').click();
  await hq.click('grant-submit');
  await hq.sees('已保存，按生效日执行');
  expect(await grantNamed('杭州共营')).toMatchObject({ areas: [{ code: '330100' }], exclusive: false });
  await hq.shot('05-granted');
});

step('the second of two who change a grant is told, and overwrites nothing', async () => {
  const { grantId, version } = await grantNamed('杭州共营');
  await hq.click(`grant-edit-${grantId}`);
  await hq.shown('grant-name').fill('另一个名字');
  await office.territory.endGrant({
    grantId,
    commandId: newId(),
    endsOn: '2099-01-01',
    expectedVersion: version,
  });
  await hq.click('grant-submit');
  await hq.shown('problem').waitFor();
  expect(await grantNamed('杭州共营')).toMatchObject({ version: version + 1 });
  await hq.page.keyboard.press('Escape');
});

step('ends the grant, after reading what that does', async () => {
  const { grantId } = await grantNamed('杭州共营');
  await hq.click(`grant-end-${grantId}`);
  await hq.sees(/发往该区域的订单将被拦截/);
  await hq.shot('06-end');
  await hq.click('grant-end-submit');
  await hq.sees('已终止');
  await hq.shown(`grant-end-${grantId}`).waitFor({ state: 'hidden' });
});

step('looks at what was stopped over time', async () => {
  await hq.open('/admin/territory/blocked');
  await hq.shown('blocked-total').waitFor();
  await hq.shot('07-blocked');
  await clean(hq);
});

step('the owner lets somebody in, whose first password is said once, and shuts them out again', async () => {
  await hq.open('/admin/staff');
  await hq.shown('staff-new').waitFor();
  await hq.page.keyboard.press('n');
  await hq.shown('staff-name').fill('赵敏');
  await hq.shown('staff-login-name').fill('zhaomin');
  await hq.shown('role-reviewer').click();
  await hq.shot('08-staff-add');
  await hq.click('staff-add-submit');
  await hq.shown('first-password').waitFor();
  const password = await hq.shown('first-password-text').innerText();
  await hq.shot('09-first-password');
  await hq.click('first-password-done');
  await hq.shown('staff-suspend-zhaomin').waitFor();
  await hq.shot('10-staff');
  await clean(hq);

  await second.open();
  await second.logIn('zhaomin', password.trim());
  await second.sees('新密码');

  await hq.click('staff-suspend-zhaomin');
  await hq.sees(/立即退出/);
  await hq.click('staff-action-submit');
  await hq.shown('staff-reactivate-zhaomin').waitFor();
  await second.page.reload();
  await second.shown('login-submit').waitFor();
});

step('HQ proposes that a store changes hands, and its distributors agree', async () => {
  await hq.open('/admin/customer-transfers');
  await hq.sees('还没有客户转移');
  await hq.click('transfer-new');
  for (const [field, name] of [
    ['transfer-buyer', storeName],
    ['transfer-from', '杭州汇丰'],
    ['transfer-to', '宁波海联'],
  ] as const) {
    await hq.click(field);
    await hq.page.keyboard.type(name);
    await hq.choose(name);
  }
  await hq.shown('transfer-reason').fill('就近配送');
  await hq.shot('11-transfer');
  await hq.click('transfer-propose-submit');
  await hq.shown('transfer-state').filter({ hasText: '待各方同意' }).waitFor();
  await hq.sees('待宁波海联商贸同意');
  await hq.shot('12-transfers');
  await clean(hq);

  await seller.open('/admin/customer-transfers');
  await seller.logIn('d01');
  await seller.page.locator('button[data-testid^="transfer-consent-"]').click();
  await seller.click('transfer-answer-submit');
  await seller.sees('杭州汇丰食品商行已同意');
  await hq.page.locator('button[data-testid^="transfer-withdraw-"]').click();
  await hq.click('transfer-answer-submit');
  await hq.shown('transfer-state').filter({ hasText: '已撤回' }).waitFor();
});

step('a supplier stops a customer, whose trail says so, and lets it go on', async () => {
  await seller.open(`/admin/parties?q=${encodeURIComponent(storeName)}`);
  await seller.page.locator('button[data-testid^="party-"]').first().click();
  await seller.click('tab-suspensions');
  await seller.sees('没有停用过');
  await seller.click('party-suspend');
  await seller.shown('suspend-reason').fill('欠款未清');
  await seller.click('suspend-submit');
  await seller.shown('suspension-state').filter({ hasText: '停用中' }).waitFor();
  await seller.shot('13-suspended');
  await clean(seller);
  await seller.click('party-reinstate');
  await seller.click('reinstate-submit');
  await seller.shown('suspension-state').filter({ hasText: '已结束' }).waitFor();
});

step('HQ takes a store into a chain, and a distributor sees its own regions alone', async () => {
  await hq.open('/admin/parties?q=连锁');
  await hq.page.locator('button[data-testid^="party-"]').first().click();
  await hq.click('tab-members');
  await hq.click('member-add');
  await hq.click('member-store');
  await hq.page.keyboard.type(storeName);
  await hq.choose(storeName);
  await hq.click('member-join-submit');
  await hq.shown('party-drawer').getByText(storeName).waitFor();
  await hq.shot('14-members');
  await clean(hq);

  await seller.open('/admin/territory?area=330000');
  await seller.sees('11 个下级区域，1 个已授权');
  await seller.shot('15-own-regions');
  expect(await seller.shown('grant-new').count()).toBe(0);
  await clean(seller);
});

step('nothing went wrong that no one provoked', () => {
  for (const visitor of [hq, second, seller]) expect(visitor.faults(['refused request'])).toEqual([]);
  expect(server.complaints()).toEqual([]);
});
