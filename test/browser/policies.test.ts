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

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-policies-'));
let server: ServerProcess;
let browser: Browser;
let hq: Console;
let distributor: Console;
let office: Client;
const skuId = 'QG1012';
let skuName: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  const desk = { base: server.base, screen: 'desk', album: 'policies' } as const;
  hq = consoleOf(await seat(browser, desk));
  distributor = consoleOf(await seat(browser, desk));
  office = await officeOf(server, 'hq');
  skuName = (await office.catalog.get({ skuId })).name;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await hq.shot('broken-hq');
  await distributor.shot('broken-distributor');
});
const clean = async (desk: Console, name: string) => {
  await desk.page.waitForLoadState('networkidle');
  await desk.shot(name);
  await isClean(desk);
};
/** Types into a choice and takes what is found. */
async function find(desk: Console, testId: string, typed: string, words: string) {
  await desk.click(testId);
  await desk.page.keyboard.type(typed);
  await desk.page
    .locator('.ant-select-item-option')
    .filter({ hasText: words })
    .locator('visible=true')
    .first()
    .click();
  // One that is closing yet would be taken for the next.
  await desk.page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .waitFor({ state: 'detached' });
}
/** Sends a dialog off, and waits until it has gone. */
async function submit(desk: Console, dialog: string) {
  await desk.click(`${dialog}-submit`);
  await desk.page.getByTestId(dialog).waitFor({ state: 'detached' });
}
const tab = (desk: Console, name: string) => desk.page.getByRole('tab', { name }).click();
const row = (desk: Console, ...texts: readonly string[]) =>
  texts
    .reduce(
      (rows, hasText) => rows.filter({ hasText }),
      desk.page.locator('.ant-table-row').locator('visible=true'),
    )
    .first()
    .waitFor();
/** Goes from province to town in a choice of places. */
async function choosePlace(desk: Console, testId: string, names: readonly string[]) {
  await desk.click(testId);
  for (const name of names)
    await desk.page.locator('.ant-cascader-menu-item').getByText(name, { exact: true }).click();
  await desk.page.keyboard.press('Escape');
}

step('HQ says how fresh goods must be, what is kept back and what a channel may take', async () => {
  await hq.open('/admin/stock-policies');
  await hq.logIn('hq');
  await hq.shown('life-rules-new').waitFor();
  await clean(hq, '1-no-life-rules');
  await hq.click('life-rules-new');
  await find(hq, 'life-rule-channel', '', '商超');
  await hq.shown('life-rule-percent').fill('60');
  await hq.shown('life-rule-lots').fill('2');
  await hq.shot('2-life-rule');
  await submit(hq, 'life-rule');
  await row(hq, '商超渠道', '到货时剩余效期不少于 60%', '生效中');
  await clean(hq, '3-life-rules');

  await tab(hq, '安全库存');
  await hq.click('buffers-new');
  await find(hq, 'buffer-sku', skuId, skuName);
  await hq.shown('buffer-quantity').fill('240');
  await submit(hq, 'buffer');
  await row(hq, skuId, '全部仓库合计', '240');
  await hq.shot('4-buffers');

  await tab(hq, '渠道配额');
  await hq.click('quotas-new');
  await find(hq, 'quota-sku', skuId, skuName);
  await find(hq, 'quota-channel', '', '电商');
  await hq.shown('quota-quantity').fill('12000');
  await submit(hq, 'quota');
  await row(hq, skuId, '电商', '12,000');
  await clean(hq, '5-quotas');
});

step('HQ marks ageing goods down, says what becomes of shortages, and sees who would get what', async () => {
  await tab(hq, '临期折价');
  await hq.shown('band-off-1').fill('10');
  await hq.click('markdowns-save');
  await hq.sees('9 折');
  await clean(hq, '6-markdowns');
  expect((await office.stock.markdowns({})).items).toContainEqual({ fromBp: 3_333, markdownBp: 1_000 });

  await tab(hq, '缺货处理');
  await hq.click('shortages-new');
  await hq.page.getByRole('radio', { name: '用替代品补足' }).check();
  await find(hq, 'shortage-rest', '', '记欠货');
  await hq.shown('shortage-days').fill('7');
  await hq.shot('7-shortage');
  await submit(hq, 'shortage');
  await row(hq, '所有客户', '用替代品补足，仍不够的记欠货，7 天后自动关闭');

  await tab(hq, '缺货分配');
  await hq.click('shares-new');
  await find(hq, 'share-buyer', '汇丰', '汇丰');
  await hq.shown('share-weight').fill('3');
  await submit(hq, 'share');
  await row(hq, '汇丰', '第 1 顺位');
  await hq.click('fair-share-open');
  await find(hq, 'fair-share-sku', skuId, skuName);
  await hq.shown('fair-share-supply').waitFor();
  await clean(hq, '8-fair-share');
  await hq.page.keyboard.press('Escape');

  await hq.click('rule-history');
  await row(hq, '设置分配优先级');
  await clean(hq, '9-history');
  await hq.page.keyboard.press('Escape');
});

step('a rule that is taken away leaves the wider one to hold', async () => {
  await hq.open(`${server.base}/admin/stock-policies?tab=shares`);
  await hq.page.locator('[data-testid^="share-remove-"]').click();
  await submit(hq, 'policy-remove');
  await hq.sees('还没有缺货分配');
});

step('HQ asks whether an order would be let through, before anybody places it', async () => {
  await hq.open(`${server.base}/admin/territory/rules`);
  await find(hq, 'passage-seller', '汇丰', '汇丰');
  await find(hq, 'passage-sku', skuId, skuName);
  await find(hq, 'passage-channel', '', '流通');
  await choosePlace(hq, 'passage-place', ['浙江省', '杭州市', '西湖区']);
  await hq.shown('passage').waitFor();
  expect(await hq.shown('passage').getAttribute('data-answer')).toBe('pass');
  await hq.shown('place-holders').waitFor();
  await hq.shot('10-passage');
  await choosePlace(hq, 'passage-place', ['江苏省', '南京市', '玄武区']);
  await hq.page.locator('[data-testid="passage"][data-answer="block"]').waitFor();
  await hq.shot('11-blocked');
});

step('the second of two who set a capacity is told, and keeps what was typed', async () => {
  await tab(hq, '区域容量');
  await hq.click('capacities-new');
  await choosePlace(hq, 'capacity-area', ['浙江省', '杭州市', '西湖区']);
  await hq.shown('capacity-sell-out').fill('50000');
  await hq.shown('capacity-target').fill('8000');
  await submit(hq, 'capacity');
  await row(hq, '西湖区', '50,000', '8,000');
  await hq.shot('12-capacities');

  await hq.click('capacity-edit-330106');
  await office.territory.putCapacity({
    commandId: newId(),
    areaCode: '330106',
    productLine: '*',
    sellOutQuantity: 40_000,
    stockTargetQuantity: 8_000,
    expectedVersion: 1,
  });
  await hq.shown('capacity-target').fill('9000');
  await hq.click('capacity-submit');
  await hq.shown('changed-by-another').waitFor();
  await clean(hq, '13-changed');
  await row(hq, '西湖区', '40,000');
  await hq.click('take-theirs');
  expect(await hq.shown('capacity-sell-out').inputValue()).toBe('40000');
  await hq.shown('capacity-target').fill('9000');
  await submit(hq, 'capacity');
  await row(hq, '西湖区', '40,000', '9,000');
});

step('HQ sets the border and lets a chain’s centre be served across regions', async () => {
  await tab(hq, '边界规则');
  await hq.click('borders-new');
  await hq.shown('border-distance').fill('2');
  await hq.shown('border-factor').fill('1.8');
  await submit(hq, 'border');
  await row(hq, '2 公里', '1.8 倍', '生效中');
  await hq.shot('14-borders');

  await tab(hq, '连锁配送中心');
  await hq.click('chain-deliveries-new');
  await find(hq, 'chain-delivery-chain', '', '');
  await find(hq, 'chain-delivery-centre', '', '');
  await hq.shown('chain-delivery-note').fill('华东大仓统一收货');
  await hq.shot('15-chain-delivery');
  await submit(hq, 'chain-delivery');
  await row(hq, '所有供货方', '华东大仓统一收货', '生效中');
  await clean(hq, '16-chain-deliveries');
});

step('HQ decides who takes a new store on', async () => {
  await hq.open(`${server.base}/admin/rules`);
  await hq.shown('store-review').waitFor();
  await clean(hq, '17-rules');
  const before = (await office.partners.policy({})).storeReview;
  const [wanted, words] =
    before === 'seller' ? (['sellerThenHq', '总部再审'] as const) : (['seller', '经销商同意即开通'] as const);
  await hq.click('store-review-change');
  await hq.page.getByRole('radio', { name: words }).check();
  await submit(hq, 'store-review-form');
  await hq.page.locator(`[data-testid="store-review"][data-state="${wanted}"]`).waitFor();
});

step('a distributor sets its own rules and asks about its own regions alone', async () => {
  await distributor.open('/admin/rules');
  await distributor.logIn('d01');
  await distributor.click('auto-sign-change');
  await distributor.shown('auto-sign-input').fill('5');
  await submit(distributor, 'auto-sign');
  await distributor.page.getByTestId('auto-sign-days').filter({ hasText: '5' }).waitFor();
  expect(await distributor.shown('store-review-change').count()).toBe(0);
  await distributor.shot('18-own-rules');

  await distributor.open(`${server.base}/admin/stock-policies`);
  await distributor.sees('还没有效期要求');
  await distributor.open(`${server.base}/admin/territory/rules`);
  await distributor.shown('passage-sku').waitFor();
  expect(await distributor.page.getByRole('tab').count()).toBe(1);
  expect(await distributor.shown('passage-seller').count()).toBe(0);
});

step(
  'a distributor proposes to give a customer away and to borrow, naming the other by its code',
  async () => {
    await distributor.open(`${server.base}/admin/customer-transfers`);
    await distributor.click('transfer-new');
    await find(distributor, 'transfer-buyer', '', '');
    await distributor.shown('transfer-to').locator('input').fill('d02');
    await distributor.page.keyboard.press('Enter');
    await distributor.shown('transfer-to-found').filter({ hasText: '找到' }).waitFor();
    await distributor.shown('transfer-reason').fill('离我太远');
    await clean(distributor, '19-transfer');
    await submit(distributor, 'transfer-propose');
    await row(distributor, '待各方同意', '离我太远');
    const { items } = await office.partners.transfers({});
    expect(items[0]).toMatchObject({ proposedBy: 'from', fromId: 'D01', toId: 'D02', missing: ['to', 'hq'] });

    await distributor.open(`${server.base}/admin/pool?tab=agreements`);
    await distributor.click('agreement-new');
    await distributor.shown('agreement-other').locator('input').fill('D02');
    await distributor.page.keyboard.press('Enter');
    await distributor.shown('agreement-other-found').filter({ hasText: '找到' }).waitFor();
    await distributor.shown('agreement-quota').fill('600');
    await distributor.page.getByLabel('开始日期').fill('2030-01-01');
    await distributor.page.keyboard.press('Enter');
    await clean(distributor, '20-agreement');
    await submit(distributor, 'agreement-propose');
    await row(distributor, '待对方确认', '600');
  },
);

step('nothing went wrong behind the screens', () => {
  expect(server.complaints()).toEqual([]);
  expect([...hq.faults(['refused request']), ...distributor.faults()]).toEqual([]);
});
