import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@tongpan/bff';
import type { Browser } from 'playwright-core';
import { axeFindingsInBothThemes } from './axe';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { newId, officeOf } from './office';
import { type ServerProcess, startTongpan } from './server-process';
import { whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-stockroom-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;

beforeAll(async () => {
  const place = { dataDir, databaseUrl: null, databasePool: 1, redisUrl: null };
  [server, browser] = await Promise.all([startTongpan(place), openBrowser()]);
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
  expect(await whatDoesNotFit(desk.page, [])).toEqual([]);
  expect(await axeFindingsInBothThemes(desk.page)).toEqual({});
};
const rows = () => desk.page.locator('.ant-table-row').first().waitFor();
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
  await desk.click(`lot-do-${shipped.lotId}`);
  await desk.click('lot-do-blocked');
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
  await desk.page
    .getByRole('button', { name: `处置 ${shipped.lotNo}` })
    .first()
    .click();
  await desk.click('lot-do-recall');
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

it('left no fault behind', () => {
  expect([...desk.faults(), ...server.complaints()]).toEqual([]);
});
