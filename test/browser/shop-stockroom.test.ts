import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { dayIn, newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-shop-stockroom-'));
let server: ServerProcess;
let browser: Browser;
/** A distributor in its warehouse with a phone, and at its desk; HQ, which has warehouses to send goods between. */
let phone: Shop;
let desk: Shop;
let headquarters: Shop;
let office: Client;
let hqOffice: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  const { base } = server;
  [office, hqOffice] = await Promise.all([officeOf(server, 'd01'), officeOf(server, 'hq')]);
  phone = shopOf(await seat(browser, { base, screen: 'phone', album: 'shop-stockroom-phone' }));
  desk = shopOf(await seat(browser, { base, screen: 'desk', album: 'shop-stockroom' }), 'click');
  headquarters = shopOf(await seat(browser, { base, screen: 'desk', album: 'shop-stockroom-hq' }), 'click');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(async () => {
  await phone.shot('broken');
  await desk.shot('broken');
  await headquarters.shot('broken');
});
const clean = async ({ page }: Shop, excepted: readonly string[]) => {
  expect(await whatDoesNotFit(page, excepted)).toEqual([]);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await gravestAxeFindings(page)).toEqual([]);
  }
};
const cleanPhone = () => clean(phone, madeToScroll.phone);
const cleanDesk = (shop = desk) => clean(shop, ['.chips']);

let water: { skuId: string; warehouseId: string; skuName: string };

step('finds its lots by how near their end is; the address keeps what was asked', async () => {
  const lot = (await office.stock.lots({ limit: 1 })).items[0];
  if (!lot) throw new Error('the demo has no lot');
  water = lot;
  await desk.open();
  await desk.logIn('d01');
  await desk.sees('充足');
  await desk.open('/pages/mine/index');
  await desk.tap('to-stock');
  await desk.shown(`lot-${lot.lotId}`).waitFor();
  await desk.shot('1-lots');
  await cleanDesk();
  await desk.tap(`level-${lot.level}`);
  await desk.page.waitForURL(`**level=${lot.level}**`);
  await desk.page.reload();
  await desk.page.locator(`[id="level-${lot.level}"].chips__chip--on`).waitFor();
  await desk.shown(`lot-${lot.lotId}`).waitFor();

  await desk.tap('view-sku');
  await desk.page.locator('.sku-stock').first().waitFor();
  await desk.shot('1-skus');
  await cleanDesk();
  const saving = desk.page.waitForEvent('download');
  await desk.tap('save-stock');
  expect((await saving).suggestedFilename()).toBe('商品库存.xlsx');
});

step('takes in expected goods as a lot, in cases and loose ones, what was typed being kept', async () => {
  const inboundId = newId();
  await office.stock.putInbound({
    inboundId,
    warehouseId: water.warehouseId,
    skuId: water.skuId,
    expectedOn: dayIn(2),
    quantity: 600,
    isConfirmed: true,
  });
  await phone.open();
  await phone.logIn('d01');
  await phone.sees('充足');
  await phone.open('/pages/stockroom/receiving/index?from=expected');
  await phone.tap(`inbound-receive-${inboundId}`);
  await phone.fill('receive-lot', 'SHOP-1');
  await phone.open(`/pages/stockroom/receiving/index?from=expected&sku=${water.skuId}`);
  await phone.tap(`inbound-receive-${inboundId}`);
  expect(await phone.shown('receive-lot').locator('input').inputValue()).toBe('SHOP-1');
  await phone.fill('receive-day', dayIn(-3).replaceAll('-', ''));
  await phone.sees(dayIn(-3));
  const { units } = (await office.stock.inbounds({ limit: 1 })).items[0] ?? {};
  const [pack] = units ?? [];
  await phone.fill('receive-quantity', `1${pack?.unit}5`);
  await phone.sees(`共 ${(pack?.factor ?? 0) + 5}`);
  await phone.shot('2-receive');
  await cleanPhone();
  await phone.confirm('确认入库');
  await phone
    .shown(`inbound-${inboundId}`)
    .getByText(/已收 [^0]/)
    .waitFor();
  await phone.shot('2-inbounds');
  await cleanPhone();
  expect((await office.stock.inbounds({})).items).toMatchObject([
    { inboundId, received: (pack?.factor ?? 0) + 5 },
  ]);
});

step('signs for what its supplier has sent, with a difference that outlives the page', async () => {
  const orderId = newId();
  const placed = await office.orders.place({ orderId, lines: [{ skuId: water.skuId, quantity: 600 }] });
  if (placed.state === 'held') {
    const { findings } = await hqOffice.orders.get({ orderId });
    await hqOffice.orders.approve({ orderId, commandId: newId(), accept: findings.map(({ rule }) => rule) });
  }
  const shipmentId = newId();
  await hqOffice.orders.ship({ orderId, shipmentId });
  await phone.open('/pages/stockroom/receiving/index');
  await phone.shown(`incoming-sign-${shipmentId}`).waitFor();
  await phone.shot('3-incoming');
  await cleanPhone();
  await phone.tap(`incoming-sign-${shipmentId}`);
  await phone.fill('sign-damaged-1', '2');
  await phone.open('/pages/stockroom/receiving/index');
  await phone.tap(`incoming-sign-${shipmentId}`);
  await phone.shown('confirm-ok').filter({ hasText: '按差异签收' }).waitFor();
  await phone.confirm('按差异签收');
  await phone.shown(`incoming-sign-${shipmentId}`).waitFor({ state: 'hidden' });
  const [signed] = (await office.orders.get({ orderId })).shipments;
  expect(signed?.lines.reduce((total, { damaged }) => total + (damaged ?? 0), 0)).toBe(2);
});

let sheetId = '';

step('counts by thumb on the phone; the sheet is opened once', async () => {
  await phone.open('/pages/stockroom/counts/index');
  await phone.sees('还没有盘点单');
  await phone.tap('count-new');
  await phone.fill('count-note', '月末盘点');
  await phone.shown('confirm-ok').filter({ hasText: '开单' }).waitFor();
  await phone.tapTwice('confirm-ok');
  await phone.shown('counted-1').waitFor();
  const { items } = await office.stock.counts({});
  expect(items).toMatchObject([{ note: '月末盘点', state: 'open' }]);
  sheetId = items[0]?.sheetId ?? '';
  const [line] = (await office.stock.count({ sheetId })).lines;
  await phone.fill('counted-1', String((line?.booked ?? 0) + 3));
  await phone.shown('count-save').filter({ hasText: '保存（1）' }).tap();
  await phone.sees(/盘盈 3/, phone.shown('difference-1'));
  await phone.shot('4-count');
  await cleanPhone();
});

step('goes on at the desk by keyboard and a pasted column, and posts the differences', async () => {
  const { page } = desk;
  await desk.open(`/pages/stockroom/count/index?sheetId=${sheetId}`);
  await desk.shown('counted-2').waitFor();
  const { lines } = await office.stock.count({ sheetId });
  const bookedOf = (lineNo: number) => lines.find((line) => line.lineNo === lineNo)?.booked ?? 0;
  await desk.fill('counted-2', String(bookedOf(2)));
  await page.keyboard.press('Enter');
  await page.keyboard.type(String(bookedOf(3)));
  await page.keyboard.press('Enter');
  await desk
    .shown('counted-4')
    .locator('input')
    .evaluate(
      (input, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', text);
        input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      `${bookedOf(4)}\t甲\n${bookedOf(5)}\t乙\n`,
    );
  await desk.shown('count-save').filter({ hasText: '保存（4）' }).click();
  await desk.shown('count-figures').getByText(`5 / ${lines.length}`).waitFor();
  await desk.shot('5-count');
  await cleanDesk();
  await desk.tap('count-post');
  await desk.shown('count-preview').getByText('+3（1 个批次）').waitFor();
  await desk.shot('5-post');
  await cleanDesk();
  await desk.confirm('确认过账');
  await desk.shown('sheet-state').filter({ hasText: '已过账' }).waitFor();
  const { items } = await office.stock.movements({ kind: 'count', limit: 10 });
  expect(items).toMatchObject([{ quantity: 3, documentId: sheetId }]);
});

step('with a single warehouse there is nothing to transfer, and it says so', async () => {
  await phone.open('/pages/stockroom/transfers/index');
  await phone.sees('名下只有一个仓库');
  await phone.shot('6-transfers');
  await cleanPhone();
  expect(phone.faults()).toEqual([]);
  expect(desk.faults()).toEqual([]);
});

step('HQ sends a lot to another of its warehouses and takes it in with a difference', async () => {
  const { items: warehouses } = await hqOffice.stock.warehouses({});
  const from = warehouses[0];
  const to = warehouses[1];
  if (!from || !to) throw new Error('the demo has nowhere to send goods');
  const { items: lots } = await hqOffice.stock.lots({
    warehouseId: from.warehouseId,
    quality: 'available',
    limit: 20,
  });
  const lot = lots.find(({ onHand, reserved }) => onHand - reserved >= 10);
  await headquarters.open();
  await headquarters.logIn('hq');
  await headquarters.page.locator('.order-card').first().waitFor();
  await headquarters.open('/pages/mine/index');
  await headquarters.tap('to-transfers');
  await headquarters.tap('transfer-new');
  await headquarters.tap(`from-${from.warehouseId}`);
  await headquarters.tap(`to-${to.warehouseId}`);
  await headquarters.fill(`dispatch-quantity-${lot?.lotId}`, '10');
  await headquarters.sees('已选 1 个批次');
  await headquarters.shot('7-dispatch');
  await cleanDesk(headquarters);
  await headquarters.tap('dispatch-ask');
  await headquarters.confirm('确认发出');
  await headquarters.shown('transfer-state').filter({ hasText: '在途' }).waitFor();
  await headquarters.fill('transfer-damaged-1', '2');
  await headquarters.fill('transfer-missing-1', '1');
  await headquarters.shot('7-receive');
  await cleanDesk(headquarters);
  await headquarters.shown('transfer-receive').filter({ hasText: '按差异收货' }).click();
  await headquarters.confirm('确认收货');
  await headquarters.shown('transfer-state').filter({ hasText: '已收货' }).waitFor();
  const [sent] = (await hqOffice.stock.transfers({})).items;
  expect(sent?.lines).toMatchObject([
    { lotId: lot?.lotId, quantity: 10, arrived: 7, damaged: 2, missing: 1 },
  ]);
  expect(headquarters.faults()).toEqual([]);
  expect(server.complaints()).toEqual([]);
});
