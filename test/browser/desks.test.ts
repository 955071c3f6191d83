import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Client } from '@tongpan/bff';
import { demoPassword, formatYuan } from '@tongpan/core';
import type { Browser } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { dayIn, newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-desks-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'desks' }));
  office = await officeOf(server, 'hq');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => desk.shot('broken'));
const clean = () => isClean(desk, ['.ant-table-wrapper', '.ant-drawer']);
const open = (address: string) => desk.page.goto(`${server.base}/admin/${address}`);
const submit = (testId: string) => desk.click(`${testId}-submit`);

/** Orders that wait, as HQ sees them. */
const waiting = async () => (await office.orders.list({ side: 'all', state: 'held', limit: 100 })).items;
/** One of them that may be edited, with a line that can become less. */
async function editable(): Promise<{ order: Answer<'orders', 'get'>; lineNo: number; quantity: number }> {
  for (const { orderId } of await waiting()) {
    const order = await office.orders.get({ orderId });
    const line = order.lines.find(({ quantity, giftOf }) => quantity >= 4 && giftOf === null);
    if (line && order.actions.includes('edit')) {
      return { order, lineNo: line.lineNo, quantity: line.quantity };
    }
  }
  throw new Error('no order waits that could become less');
}

step(
  'a reviewer changes an order that waits, sees what that comes to, and is told of another editor',
  async () => {
    await desk.open();
    await desk.logIn('hq');
    await desk.page.waitForURL('**/admin/desk');
    const { order, lineNo, quantity } = await editable();
    const { orderId } = order;
    const half = Math.floor(quantity / 2);
    await open(`orders/${orderId}`);
    await desk.click('edit-order');
    await desk.shown(`edit-quantity-${lineNo}`).fill(String(half));
    await desk.click('edit-preview');
    await desk.shown('edit-diff').waitFor();
    await desk.shot('1-edit');
    await clean();

    await office.orders.edit({ orderId, commandId: newId(), expectedRevision: 1, note: '改送后门' });
    const save = desk.shown('edit-save');
    if (await save.isEnabled()) {
      await save.click();
      await desk.shown('edit-stale').waitFor();
      await desk.shot('2-edit-stale');
      await desk.click('edit-reload');
      await desk.shown(`edit-quantity-${lineNo}`).fill(String(half));
      await desk.click('edit-preview');
      await desk.shown('edit-diff').waitFor();
      await desk.click('edit-save');
      await desk.shown('edit-diff').waitFor({ state: 'hidden' });
      const edited = await office.orders.get({ orderId });
      expect(edited).toMatchObject({ revision: 3, note: '改送后门' });
      expect(edited.lines.find((line) => line.lineNo === lineNo)?.quantity).toBe(half);
    }
  },
);

step('a reviewer decides several orders at once, told first what will happen to each', async () => {
  await open('queue');
  const boxes = desk.page.locator('tr[data-row-key] .ant-checkbox-input');
  await boxes.first().waitFor();
  const ids = await desk.page
    .locator('tbody tr[data-row-key]')
    .evaluateAll((rows) => rows.slice(0, 2).map((row) => row.getAttribute('data-row-key') ?? ''));
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await desk.click('bulk-approve');
  await desk.shown('bulk').waitFor();
  for (const orderId of ids) {
    await desk
      .shown(`bulk-foreseen-${orderId}`)
      .filter({ hasText: /通过|挂起/ })
      .waitFor();
  }
  await desk.shot('3-bulk');
  await clean();
  await desk.click('bulk-start');
  for (const orderId of ids) await desk.shown(`bulk-result-${orderId}`).waitFor();
  await desk.shown('bulk-progress').getByText('2 / 2').waitFor();
  await desk.shot('4-bulk-done');
  await desk.click('bulk-close');
  for (const orderId of ids) {
    const { trail } = await office.orders.get({ orderId });
    expect(trail.length).toBeGreaterThan(1);
  }
});

step('what waits for goods has a list', async () => {
  await open('back-orders');
  await desk.page.getByRole('heading', { name: '欠货' }).waitFor();
  await desk.page.locator('.ant-table-row, [data-testid="empty"]').first().waitFor();
  await desk.shot('5-back-orders');
  await clean();
});

let buyerId = '';
let buyerName = '';

step('an account says where it stands, and money is taken off its bill and matched anew', async () => {
  const [bill] = (await office.credit.bills({ side: 'seller', limit: 1 })).items;
  buyerId = bill?.buyerId ?? '';
  buyerName = bill?.buyerName ?? '';
  await open(`credit/${buyerId}`);
  await desk.shown('account-facts').waitFor();
  await desk.shown('ageing-sums').waitFor();
  await desk.shot('6-account');
  await clean();

  await desk.click('account-receipt');
  await desk.shown('receipt-yuan').fill('88.50');
  await submit('receipt');
  await desk.page.getByRole('tab', { name: '回款核销' }).click();
  const pair = { sellerId: 'HQ', buyerId };
  const latest = async () => (await office.credit.receipts({ ...pair, limit: 1 })).items[0];
  await eventually('the money is booked', async () => (await latest())?.amountFen === 8_850);
  const receiptId = (await latest())?.receiptId ?? '';
  await desk.click(`unapply-${receiptId}`);
  await submit('unapply-receipt');
  await desk.click(`apply-${receiptId}`);
  await desk.click('apply-bill');
  await desk.choose('未付');
  await submit('apply-receipt');
  await eventually('it pays the bill again', async () => (await latest())?.openFen === 0);
  await desk.shown(`unapply-${receiptId}`).waitFor();
  await desk.shot('7-receipts');
  await clean();
});

step('a temporary limit is asked for by one person and decided by another', async () => {
  const { oneTimePassword } = await office.partners.addStaff({
    commandId: newId(),
    loginName: 'hq-second',
    name: '钱会计',
    roles: ['finance'],
  });
  const currentPassword = oneTimePassword ?? '';
  const second = await officeOf(server, 'hq-second', currentPassword);
  await second.auth.changePassword({ currentPassword, newPassword: demoPassword });

  await desk.page.getByRole('tab', { name: '临时额度' }).click();
  await desk.click('temporary-new');
  await desk.shown('temporary-yuan').fill('50000');
  const today = dayIn(0);
  for (const label of ['开始日', '最后一天']) {
    await desk.page.getByLabel(label).fill(today);
    await desk.page.getByLabel(label).press('Enter');
  }
  await desk.shown('temporary-reason').fill('旺季备货');
  await submit('temporary');
  await desk.sees('待他人审批');
  const [asked] = (await office.credit.temporaryLimits({ sellerId: 'HQ', buyerId })).items;
  await second.credit.decideTemporaryLimit({
    temporaryLimitId: asked?.temporaryLimitId ?? '',
    commandId: newId(),
    approve: true,
  });
  await desk.page.reload();
  await desk.sees('已批准');
  await desk.shot('8-temporary');
  await clean();
});

step('what is owed is shown by age, as the books have it', async () => {
  await open('ageing');
  const { total } = await office.credit.ageing({ limit: 1 });
  const owed = Object.values(total).reduce((sum, fen) => sum + fen, 0);
  await desk.shown('ageing-sums').getByText(formatYuan(owed)).first().waitFor();
  await desk.shot('9-ageing');
  await clean();
  await desk.page.getByRole('tab', { name: '逾期阶梯' }).click();
  await desk.shown('ladder-change').waitFor();
  await desk.shot('10-ladder');
  await clean();
});

step('a statement is sent, and printed with its sum in capital numerals', async () => {
  await open('statements');
  await desk.click('statement-new');
  await desk.shown('statement-buyer').locator('input').fill(buyerName);
  await desk.choose(buyerName);
  await submit('issue-statement');
  await desk.page.locator('.ant-table-row').filter({ hasText: buyerName }).first().waitFor();
  await desk.shot('11-statements');
  await clean();
  const [sent] = (await office.credit.statements({ side: 'seller', limit: 1 })).items;
  expect(sent).toMatchObject({ buyerId, state: 'issued' });
  await desk.page.getByRole('link', { name: '查看打印' }).first().click();
  await desk.shown('paper').waitFor();
  await desk
    .shown('paper-sums')
    .getByText(formatYuan(sent?.closingFen ?? 0))
    .first()
    .waitFor();
  await desk
    .shown('paper-capitals')
    .filter({ hasText: /[整分]$/ })
    .waitFor();
  await desk.shot('12-paper');
  await clean();
  const pdf = await desk.page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

step('a deposit is taken in and has its ledger', async () => {
  await open('deposits');
  await desk.click('deposit-new');
  await desk.shown('deposit-buyer').locator('input').fill(buyerName);
  await desk.choose(buyerName);
  await desk.shown('move-yuan').fill('2000');
  await desk.shown('move-reason').fill('年度预存');
  await submit('move-deposit');
  await desk.page
    .locator('.ant-table-row')
    .filter({ hasText: buyerName })
    .getByText('预存款')
    .first()
    .waitFor();
  await desk.shot('13-deposits');
  await clean();
  expect(desk.faults(['refused request'])).toEqual([]);
});
