import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { anAnnouncement } from './an-announcement';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-announcements-'));
const title = '清谷春节发货安排';
const words = '除夕至初六停发。\n初七恢复，请提前备货。';
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let store: Shop;
let office: Client;
let announcementId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  hq = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'announcements-desk' }));
  store = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'announcements-shop' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await hq.shot('broken');
  await store.shot('broken');
});
const deskIsClean = () => isClean(hq);
/** By day and by night. */
const shopIsClean = async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await store.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await gravestAxeFindings(store.page)).toEqual([]);
  }
  expect(await whatDoesNotFit(store.page, madeToScroll.phone)).toEqual([]);
};
const newest = async () => (await office.announcements.own({})).items[0];

step('HQ writes an announcement beside what it will look like, and keeps it as a draft', async () => {
  await hq.open('/admin/announcements');
  await hq.logIn('hq');
  await hq.sees('还没有公告');
  await hq.page.keyboard.press('n');
  await hq.shown('announcement-title').fill(title);
  await hq.shown('announcement-body').fill(words);
  await hq.sees('初七恢复，请提前备货。');
  expect(await hq.shown('announcement-preview').locator('.announcement-body').innerText()).toBe(words);
  await hq.click('announcement-link');
  await hq.page.locator('.ant-select-item-option').filter({ hasText: '商品页' }).click();
  await hq.click('announcement-sku');
  await hq.page.keyboard.type('qgkl');
  await hq.page.locator('.ant-select-item-option').filter({ hasText: '清谷可乐' }).first().click();
  await hq.shot('1-dialog');
  await hq.click('announcement-submit');
  await hq.shown('announcement-standing').filter({ hasText: '草稿' }).waitFor();
  announcementId = (await newest())?.announcementId ?? '';
  expect(await newest()).toMatchObject({ title, body: words, link: { kind: 'goods' }, standing: 'draft' });
});

step('publishes it, after being told what that does', async () => {
  await hq.click(`announcement-publish-${announcementId}`);
  await hq.sees(/起在商城展示给门店/);
  await hq.click('announcement-confirm-submit');
  await hq.shown('announcement-standing').filter({ hasText: '展示中' }).waitFor();
  await hq.shot('2-published');
  await deskIsClean();
});

step('a store sees it above the goods, reads it with its line breaks, and goes to the goods', async () => {
  await store.open();
  await store.logIn('s001');
  await store.sees('充足');
  await store.sees(title, store.shown('announced'));
  await store.shot('1-home');
  await shopIsClean();
  await store.tap('announced-open');
  await store.shown('announcement-body').waitFor();
  expect(await store.textOf('announcement-body')).toBe(words);
  await store.shot('2-announcement');
  await shopIsClean();
  await store.tap('announcement-link');
  await store.shown('line-amount').waitFor();
});

step('what it has read is not marked any more; what it closes is gone from the home page', async () => {
  const second = anAnnouncement({ title: '新仓启用' });
  await office.announcements.put(second);
  const { announcementId: secondId } = second;
  await office.announcements.publish({ commandId: newId(), announcementId: secondId, expectedVersion: 1 });

  await store.open('/pages/account/announcements/index');
  await store.sees('未读', store.shown(`announcement-${secondId}`));
  expect(await store.textOf(`announcement-${announcementId}`)).not.toContain('未读');
  await store.shot('3-list');
  await shopIsClean();

  await store.open();
  // It began an hour ago, before the first one did.
  await store.sees(title, store.shown('announced'));
  await store.tap('announced-close');
  await store.sees('新仓启用', store.shown('announced'));
  await store.tap('announced-close');
  await store.shown('announced').waitFor({ state: 'hidden' });
  await store.open();
  await store.sees('充足');
  await store.page.waitForLoadState('networkidle');
  expect(await store.shown('announced').count()).toBe(0);
});

step('a change shows it again, and a stop ends it at once', async () => {
  await hq.click(`announcement-edit-${announcementId}`);
  await hq.shown('announcement-title').fill(`${title}（更新）`);
  await hq.click('announcement-submit');
  await hq.sees(`${title}（更新）`);
  await store.open();
  await store.sees(`${title}（更新）`, store.shown('announced'));

  await hq.click(`announcement-stop-${announcementId}`);
  await hq.sees('立即停止，之后打开商城的人都看不到它。停止后不能恢复。');
  await hq.shot('3-stop');
  await hq.click('announcement-confirm-submit');
  await hq.shown('announcement-standing').filter({ hasText: '已结束' }).waitFor();
  await store.open();
  await store.sees('充足');
  await store.page.waitForLoadState('networkidle');
  expect(await store.shown('announced').count()).toBe(0);
  await store.open(`/pages/account/announcement/index?announcementId=${announcementId}`);
  await store.sees('该公告不存在或已结束');
  await store.shot('4-over');
});

step('its versions stay to be looked at', async () => {
  await hq.click(`announcement-open-${announcementId}`);
  await hq.shown('announcement-versions').getByText('第 4 版').waitFor();
  await hq.shot('4-versions');
  await deskIsClean();
  expect(hq.faults()).toEqual([]);
  expect(store.faults(['refused request'])).toEqual([]);
  await hq.leave();
  await store.leave();
});
