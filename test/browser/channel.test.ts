import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { axeFindingsInBothThemes } from './axe';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { officeOf } from './office';
import { type ServerProcess, startTongpan } from './server-process';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-channel-'));
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let second: Console;
let office: Client;

beforeAll(async () => {
  const place = { dataDir, databaseUrl: null, databasePool: 1, redisUrl: null };
  [server, browser] = await Promise.all([startTongpan(place), openBrowser()]);
  const { base } = server;
  hq = consoleOf(await seat(browser, { base, screen: 'desk', album: 'channel-hq' }));
  second = consoleOf(await seat(browser, { base, screen: 'desk', album: 'channel-second' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await hq.shot('broken');
  await second.shot('broken');
});
const isClean = async ({ page }: Console) => {
  expect(await whatDoesNotFit(page, madeToScroll.smallDesk)).toEqual([]);
  expect(await axeFindingsInBothThemes(page)).toEqual({});
};
/** Chooses the option of an open list that says so. */
const option = ({ page }: Console, text: string) =>
  page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: text })
    .first()
    .click();
const grantNamed = async (name: string) =>
  (await office.territory.grants({ limit: 100, state: 'all' })).items.find((grant) => grant.name === name);

step('HQ looks at who sells where on the map, and goes down to the districts', async () => {
  await hq.open('/admin/territory');
  await hq.logIn('hq');
  await hq.shown('territory-map').waitFor();
  await hq.sees('34 个下级区域');
  await hq.shot('01-china');
  await isClean(hq);

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

step(
  'picks a city on the keyboard and gives it to somebody, told before it is saved that another holds it',
  async () => {
    await hq.shown('territory-pick-330100').focus();
    await hq.page.keyboard.press('Space');
    await hq.sees('已选 1 个区域');
    await hq.click('territory-grant');
    await hq.click('grant-seller');
    await hq.page.keyboard.type('宁波');
    await option(hq, '宁波');
    await hq.shown('grant-exclusive').click();
    await hq.shown('overlap-conflict').or(hq.shown('overlap-shutsOut')).first().waitFor();
    await hq.shot('04-overlap');
    await isClean(hq);
    await hq.page.keyboard.press('Escape');
    await hq.click('territory-clear');
  },
);
