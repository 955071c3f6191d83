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
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-catalogue-'));
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  hq = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'catalogue' }));
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
const sees = (testId: string, text: string | RegExp) =>
  hq.shown(testId).filter({ hasText: text }).first().waitFor();
/** Types into a choice and takes what is found. */
async function find(testId: string, typed: string, words: string) {
  await hq.click(testId);
  await hq.page.keyboard.type(typed);
  await hq.page
    .locator('.ant-select-item-option')
    .filter({ hasText: words })
    .locator('visible=true')
    .first()
    .click();
}

/** What is saved stands in the preview as well: only without it the list speaks for itself. */
async function saveChange() {
  await hq.click('change-save');
  await hq.page.getByTestId('change-form').waitFor({ state: 'detached' });
}

const skuId = 'QG-NEW-1';

step('HQ adds goods; what the server refuses is marked at its field', async () => {
  await hq.open('/admin/goods');
  await hq.logIn('hq');
  await hq.shown('goods-new').waitFor();
  await clean('1-goods');
  await hq.click('goods-new');
  await hq.shown('sku-id').fill(skuId);
  await hq.shown('sku-name').fill('清谷海盐苏打');
  await hq.shown('sku-spec').fill('480ml');
  await find('sku-category', '水', '水');
  await hq.shown('sku-line').fill('水');
  await hq.shown('sku-base-unit').fill('瓶');
  await hq.shown('sku-barcode').fill('6901234567890');
  await hq.shown('sku-factor-0').fill('15');
  await hq.shown('sku-life').fill('12');
  await hq.click('sku-save');
  await hq.page.locator('.ant-form-item-explain-error', { hasText: '条码有误' }).first().waitFor();
  await clean('2-refused');

  await hq.shown('sku-barcode').fill('6901234567892');
  await hq.click('sku-save');
  await hq.page.waitForURL(`**/admin/goods/${skuId}`);
  await sees('sku-packs', '1箱 = 15瓶');
  await clean('3-sku');
  expect(await office.catalog.sheet({ skuId })).toMatchObject({
    shelfLifeMonths: 12,
    status: 'active',
    version: 1,
  });
});

step('the second of two editors is told, and keeps what was typed', async () => {
  const { packVersion: _, version, ...sheet } = await office.catalog.sheet({ skuId });
  await office.catalog.putSku({ commandId: newId(), ...sheet, spec: '500ml', expectedVersion: version });
  await hq.shown('sku-name').fill('清谷海盐苏打水');
  await hq.click('sku-save');
  await hq.shown('changed-by-another').waitFor();
  await hq.shot('4-changed');
  await hq.click('take-theirs');
  expect(await hq.shown('sku-spec').inputValue()).toBe('500ml');

  await hq.shown('sku-name').fill('清谷海盐苏打水');
  await hq.page.getByRole('button', { name: '全部商品' }).click();
  await hq.sees('离开并放弃没有保存的修改？');
  await hq.page.getByRole('button', { name: '继续编辑' }).click();
  await hq.click('sku-save');
  await hq.sees('商品已保存');
});

step('goods are taken off sale, found there and put back', async () => {
  await hq.click('sku-set-status');
  await hq.click('sku-status-ok');
  await hq.page.locator('[data-testid="sku-status"][data-state="inactive"]').waitFor();
  await hq.page.goto(`${server.base}/admin/goods?range=offSale`);
  await hq.click(`goods-open-${skuId}`);
  await hq.click('sku-set-status');
  await hq.click('sku-status-ok');
  await hq.page.locator('[data-testid="sku-status"][data-state="active"]').waitFor();
});

step('a price list is made, filled by pasting, and raised after a look at what becomes of it', async () => {
  await hq.click('nav-prices');
  await hq.shown('price-list-new').waitFor();
  await clean('5-price-lists');
  await hq.click('price-list-new');
  await hq.shown('price-list-name').fill('夏季供货价');
  await hq.click('price-list-submit');
  await hq.page.getByRole('heading', { name: '夏季供货价' }).waitFor();
  await hq.sees('这张价目表还没有价格');

  await hq.click('price-change');
  await hq.page.getByText('粘贴新价').click();
  await hq.shown('change-pasted').fill(`${skuId}\t2.40\t2.20\n6900000000000\t1`);
  await hq.click('change-show');
  await sees('change-preview', '找不到该商品');
  expect(await hq.shown('change-save').isDisabled()).toBe(true);
  await hq.shown('change-pasted').fill(`${skuId}\t2.40\t2.20\nQG1012\t1.50`);
  await hq.click('change-show');
  await sees('change-summary', '将保存 2 个价格');
  await saveChange();
  await hq.sees('¥2.40');

  await hq.click('price-change');
  await hq.shown('change-percent').fill('-10');
  await hq.click('change-show');
  await sees('change-preview', '低于底价');
  await sees('change-preview', '¥2.16');
  expect(await hq.shown('change-save').isDisabled()).toBe(true);
  await clean('6-change');
  await hq.click('change-checked');
  await saveChange();
  await hq.sees('¥2.16');
  await clean('7-price-list');

  await hq.click(`price-line-edit-${skuId}`);
  await hq.shown('price-line-price').fill('2.25');
  await hq.shown('price-line-箱').fill('33');
  await hq.shot('8-price');
  await hq.click('price-line-submit');
  await hq.sees('箱 ¥33.00');
});

step('why a customer pays what it pays is told step by step', async () => {
  await hq.page.goto(`${server.base}/admin/prices/why?buyer=D01&sku=${skuId}&count=2&unit=箱`);
  await sees('why-result', '采用此价');
  await sees('why-result', '合计 ¥66.00');
  await clean('9-why');
});

step('categories stand in each other, and prices that are inverted are marked', async () => {
  await hq.click('nav-shelves');
  await hq.click('category-new');
  await hq.shown('category-name').fill('运动饮品');
  await hq.shown('category-id').fill('运动饮品');
  await hq.click('category-submit');
  await hq.click('category-edit-运动饮品');
  await find('category-parent', '茶', '茶饮料');
  await hq.click('category-submit');
  await hq.shown('category-submit').waitFor({ state: 'hidden' });
  const { items } = await office.catalog.categories({});
  expect(items.find(({ category }) => category === '运动饮品')?.parentId).toBe('茶饮料');
  await clean('10-shelves');

  await hq.click('nav-price-ladders');
  await hq.click('ladder-new');
  await find('ladder-sku', 'QG1012', '可乐');
  await hq.shown('ladder-factoryE4').fill('2');
  await hq.shown('ladder-storeE4').fill('1.8');
  await hq.click('ladder-submit');
  await hq.sees(/终端价 1.80? 元低于出厂价/);
  await clean('11-ladders');
});

step('customers are grouped, and ordering has rules', async () => {
  await hq.click('nav-customer-groups');
  await hq.click('group-new');
  await hq.shown('group-name').fill('核心经销商');
  const { name } = await office.partners.get({ partyId: 'D01' });
  await find('group-buyers', name, name);
  await hq.page.keyboard.press('Escape');
  await hq.click('group-submit');
  await hq.page.locator('.ant-table-row', { hasText: '核心经销商' }).filter({ hasText: name }).waitFor();
  await clean('12-groups');

  await hq.click('nav-ordering-rules');
  await hq.click('rule-new');
  await hq.shown('rule-yuan').fill('500');
  await hq.shot('13-rule');
  await hq.click('rule-submit');
  await hq.page.locator('.ant-table-row', { hasText: '每单满 ¥500.00' }).waitFor();
  await clean('14-rules');
});

step('nothing went wrong behind the screens', () => {
  // A refusal and a conflict were asked for.
  expect(hq.faults(['refused request'])).toEqual([]);
  expect(server.complaints()).toEqual([]);
});
