import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { dayIn, newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-stockroom-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'stockroom' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => desk.shot('broken'));
const clean = async () => {
  await desk.page.waitForLoadState('networkidle');
  await isClean(desk);
};
const rows = () => desk.page.locator('.ant-table-row').first().waitFor();
/** Chooses from the menu of a lot, once it has slid open and stands still. */
const act = async (lotNo: string, what: string) => {
  await desk.page
    .getByRole('button', { name: `处置 ${lotNo}` })
    .first()
    .click();
  await desk.shown(`lot-do-${what}`).waitFor();
  await desk.page.locator('.ant-dropdown[class*="ant-slide"]').waitFor({ state: 'detached' });
  await desk.click(`lot-do-${what}`);
};
const lotIn = async (lotId: string, skuId: string) =>
  (await office.stock.lots({ skuId, limit: 100 })).items.find((lot) => lot.lotId === lotId);
/** A good lot of HQ's that customers have been sent some of. */
let shipped: { lotId: string; lotNo: string; skuId: string; onHand: number; reserved: number };

step('stops the sale of a lot, whole, and says why', async () => {
  const { items: sent } = await office.stock.movements({ kind: 'ship', limit: 100 });
  const { items: lots } = await office.stock.lots({ quality: 'available', limit: 100 });
  const found = lots.find(
    ({ lotId, onHand, reserved }) => onHand > reserved && sent.some((entry) => entry.lotId === lotId),
  );
  if (!found) throw new Error('the demo has shipped of no lot that is left');
  shipped = found;

  await desk.open(`/admin/lots?sku=${shipped.skuId}`);
  await desk.logIn('hq');
  await rows();
  await desk.shot('1-lots');
  await clean();
  await act(shipped.lotNo, 'blocked');
  await desk.shown('lot-quality-reason').fill('包装渗漏，待查');
  await desk.shot('1-stop-sale');
  await desk.click('lot-quality-move-submit');
  await desk.shown('lot-quality-move').waitFor({ state: 'hidden' });
  await desk.page.locator('[data-testid="lot-quality"][data-state="blocked"]').waitFor();

  expect((await lotIn(shipped.lotId, shipped.skuId))?.onHand ?? 0).toBe(shipped.reserved);
});

step('reads it in the ledger of the goods', async () => {
  await desk.page.goto(`${server.base}/admin/movements?sku=${shipped.skuId}&kind=quality`);
  await desk.sees('包装渗漏，待查');
  await desk.shot('1-movements');
  await clean();
});

step('recalls a lot and sees at once who was sent some', async () => {
  await desk.page.goto(`${server.base}/admin/recalls`);
  await desk.sees('没有召回');
  await desk.page.goto(`${server.base}/admin/lots?sku=${shipped.skuId}`);
  await rows();
  await act(shipped.lotNo, 'recall');
  await desk.shown('recall-reason').fill('抽检菌落总数超标');
  await desk.shot('2-recall-dialog');
  await desk.click('recall-open-submit');
  await desk.page.waitForURL('**/admin/recalls/*');
  await desk.sees('发给了谁');
  await desk.shown('recall-figures').waitFor();

  const [recall] = (await office.stock.recalls({})).items;
  const { deliveries } = await office.stock.recall({ recallId: recall?.recallId ?? '' });
  expect(deliveries.length).toBeGreaterThan(0);
  await desk.sees(deliveries[0]?.buyerName ?? '');
});

step('notes what was done, and closes the recall', async () => {
  await desk.click('recall-note-open');
  await desk.shown('recall-note-words').fill('已通知全部客户下架');
  await desk.click('recall-note-submit');
  await desk.shown('recall-steps').getByText('已通知全部客户下架').waitFor();
  await desk.page.locator('.ant-modal').waitFor({ state: 'hidden' });
  await desk.shot('2-recall');
  await clean();
  await desk.click('recall-close-open');
  await desk.page.getByText('经查无问题，解除停售').click();
  await desk.shown('recall-close-note').fill('复检合格');
  await desk.click('recall-close-submit');
  await desk.page.locator('[data-testid="recall-state"][data-state="closed"]').waitFor();
  expect((await office.stock.recalls({})).items).toMatchObject([{ state: 'closed', released: true }]);
});

/** Takes what an open list offers under this text, and waits until the list has closed again. */
const take = async (text: string) => {
  const option = desk.page.locator('.ant-select-item-option:visible').filter({ hasText: text }).first();
  await option.click();
  await option.waitFor({ state: 'hidden' });
};
/** Chooses in a list that opens below a field. */
const choose = async (testId: string, text: string) => {
  await desk.click(testId);
  await take(text);
};
/** The same in a field that searches as one types. */
const find = async (testId: string, name: string) => {
  await desk.click(testId);
  await desk.page.keyboard.type(name);
  await take(name);
};
const dialogIsGone = (testId: string) => desk.shown(testId).waitFor({ state: 'hidden' });

step('sends a lot to another warehouse, and takes it in with what is missing', async () => {
  const { items: warehouses } = await office.stock.warehouses({});
  const { items: lots } = await office.stock.lots({ quality: 'available', limit: 100 });
  const lot = lots.find(({ onHand, reserved }) => onHand - reserved >= 10);
  const to = warehouses.find(({ warehouseId }) => warehouseId !== lot?.warehouseId);
  if (!lot || !to) throw new Error('the demo has no lot to send');

  await desk.page.goto(`${server.base}/admin/transfers`);
  await desk.click('transfer-new');
  await choose('transfer-from', lot.warehouseName);
  await choose('transfer-to', to.name);
  await desk.shown(`transfer-quantity-${lot.lotId}`).fill('10');
  await desk.sees('已选 1 个批次，共 10 件');
  await desk.shot('3-dispatch');
  await desk.click('transfer-dispatch-submit');
  await dialogIsGone('transfer-dispatch');
  const [sent] = (await office.stock.transfers({ state: 'inTransit' })).items;
  expect(sent?.lines).toMatchObject([{ lotId: lot.lotId, quantity: 10 }]);

  await desk.click(`transfer-receive-${sent?.transferId}`);
  await desk.shown('transfer-damaged-1').fill('2');
  await desk.shown('transfer-missing-1').fill('1');
  await desk.sees('差异：破损 2，短少 1');
  await desk.shot('3-receive');
  await desk.click('transfer-receive-submit');
  await dialogIsGone('transfer-receive');
  await desk.sees('破损 2，短少 1');
  await desk.page.locator('.ant-modal').waitFor({ state: 'hidden' });
  await desk.shot('3-transfers');
  await clean();
  const { lines } = await office.stock.transfer({ transferId: sent?.transferId ?? '' });
  expect(lines).toMatchObject([{ arrived: 7, damaged: 2, missing: 1 }]);
});

step('counts by keyboard and by pasting a column, looks at the differences, and posts them', async () => {
  await desk.page.goto(`${server.base}/admin/counts`);
  await desk.click('count-new');
  const [warehouse] = (await office.stock.warehouses({})).items;
  await choose('count-warehouse', warehouse?.name ?? '');
  await desk.click('count-open-submit');
  await desk.page.waitForURL('**/admin/counts/*');
  await desk.shown('counted-1').waitFor();
  const [sheet] = (await office.stock.counts({})).items;
  const sheetId = sheet?.sheetId ?? '';
  const { lines } = await office.stock.count({ sheetId });
  const bookedOf = (lineNo: number) => lines.find((line) => line.lineNo === lineNo)?.booked ?? 0;

  await desk.shown('counted-1').fill(String(bookedOf(1) + 3));
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type(String(bookedOf(2)));
  await desk.page.keyboard.press('Enter');
  await desk.shown('counted-3').evaluate(
    (input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    `${bookedOf(3)}\t甲\n${bookedOf(4)}\t乙\n`,
  );
  await desk.shown('count-save').filter({ hasText: '保存（4）' }).click();
  await desk.shown('count-figures').getByText(`4 / ${lines.length}`).waitFor();
  await desk.shot('4-count');
  await clean();

  await desk.click('count-confirm-open');
  await desk.shown('count-preview').getByText('+3（1 个批次）').waitFor();
  await desk.shot('4-confirm');
  await desk.click('count-confirm-submit');
  await desk.page.locator('[data-testid="sheet-state"][data-state="confirmed"]').waitFor();
  const posted = await office.stock.movements({ kind: 'count', limit: 10 });
  expect(posted.items).toMatchObject([{ quantity: 3, documentId: sheetId }]);
});

step('sees how near expiry the goods are, and says what was done about a lot', async () => {
  await desk.page.goto(`${server.base}/admin/expiry`);
  await desk.shown('level-map').waitFor();
  await desk.shot('5-expiry');
  await clean();
  const [alert] = (await office.stock.alerts({ state: 'open', limit: 1 })).items;
  if (alert) {
    await desk.click(`alert-handle-${alert.alertId}`);
    await choose('alert-action', '做促销');
    await desk.shown('alert-outcome').fill('周末买赠，预计售完');
    await desk.click('alert-handle-submit');
    await dialogIsGone('alert-handle');
  }
  await desk.page.goto(`${server.base}/admin/expiry?by=sku`);
  await desk.page.locator('[data-testid^="level-"][href]').first().click();
  await desk.page.waitForURL('**/admin/lots?*');
  await rows();
});

step('looks over the pool of everybody, and lets one distributor borrow of another', async () => {
  const { items: stock } = await office.pool.stock({ limit: 1 });
  await desk.page.goto(`${server.base}/admin/pool`);
  await desk.sees(stock[0]?.ownerName ?? '');
  await desk.shot('6-pool');
  await clean();
  await desk.click('agreement-new');
  const parties = (await office.partners.parties({ limit: 100 })).items.filter(
    ({ kind }) => kind === 'distributor',
  );
  await find('agreement-lender', parties[0]?.name ?? '');
  await find('agreement-borrower', parties[1]?.name ?? '');
  await desk.shown('agreement-quota').fill('500');
  await desk.page.getByLabel('开始日期').fill(dayIn(1));
  await desk.page.keyboard.press('Enter');
  await desk.shot('6-propose');
  await desk.click('agreement-propose-submit');
  await dialogIsGone('agreement-propose');
  expect((await office.pool.agreements({ limit: 1 })).items).toMatchObject([
    { state: 'active', quotaQuantity: 500, lenderId: parties[0]?.partyId, borrowerId: parties[1]?.partyId },
  ]);
  await desk.page.getByRole('tab', { name: '共享协议' }).click();
  await desk.sees('每月 500');
  await desk.shot('6-agreements');
  await clean();
});

step('expects goods, and takes in a part of them as a lot', async () => {
  const { warehouseId, skuId } = (await office.stock.lots({ limit: 1 })).items[0] ?? {};
  const inboundId = newId();
  await office.stock.putInbound({
    inboundId,
    warehouseId: warehouseId ?? '',
    skuId: skuId ?? '',
    expectedOn: dayIn(20),
    quantity: 60,
  });
  await desk.page.goto(`${server.base}/admin/inbounds`);
  await rows();
  await desk.click(`inbound-confirm-${inboundId}`);
  await desk.click('inbound-decide-submit');
  await desk.page.locator('[data-testid="inbound-state"][data-state="confirmed"]').waitFor();
  await desk.click(`inbound-receive-${inboundId}`);
  await desk.shown('inbound-lot-no').fill('STOCKROOM-1');
  await desk.page.getByLabel('生产日期').fill(dayIn(-3));
  await desk.page.keyboard.press('Enter');
  await desk.shown('inbound-received').fill('40');
  await desk.click('inbound-receive-submit');
  await dialogIsGone('inbound-receive');
  await desk.page.locator('.ant-modal').waitFor({ state: 'hidden' });
  await desk.shot('7-inbounds');
  await clean();
  expect((await office.stock.inbounds({})).items).toMatchObject([{ inboundId, received: 40 }]);
});

it('left no fault behind', () => {
  expect([...desk.faults(), ...server.complaints()]).toEqual([]);
});
