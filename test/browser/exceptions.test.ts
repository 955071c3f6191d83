import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Client } from '@tongpan/bff';
import { demoPassword } from '@tongpan/core';
import type { Browser } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { dayIn, newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

/** What a desk does once a week: taking back, giving up, letting pass, correcting. */
const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-exceptions-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
let office: Client;
let second: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'exceptions' }));
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
/** Sends a dialog, and waits until it is over. */
const submit = async (testId: string) => {
  await desk.click(`${testId}-submit`);
  await desk.shown(testId).waitFor({ state: 'hidden' });
};
const orderNow = (orderId: string) => office.orders.get({ orderId });
const standsAt = (orderId: string, state: Answer<'orders', 'get'>['state']) =>
  eventually(`the order is ${state}`, async () => (await orderNow(orderId)).state === state);
/** The newest order among these for which the viewer has this action. */
async function orderWith(
  action: Answer<'orders', 'get'>['actions'][number],
  filter: Parameters<Client['orders']['list']>[0],
  viewer = office,
) {
  for (const { orderId } of (await viewer.orders.list({ limit: 50, ...filter })).items) {
    const order = await viewer.orders.get({ orderId });
    if (order.actions.includes(action)) return order;
  }
  throw new Error(`the demo has no order to ${action}`);
}

let rejectedId = '';

step('several orders are rejected at once with one reason, and one of them is looked at again', async () => {
  await desk.open('/admin/queue');
  await desk.logIn('hq');
  const box = desk.page.locator('tr[data-row-key] .ant-checkbox-input').first();
  await box.waitFor();
  rejectedId = (await desk.page.locator('tbody tr[data-row-key]').first().getAttribute('data-row-key')) ?? '';
  await box.check();
  await desk.click('bulk-reject');
  await desk.shown('bulk').getByText('重复下单').click();
  await desk.shot('01-reject');
  await clean();
  await desk.click('bulk-start');
  await desk.shown(`bulk-result-${rejectedId}`).getByText('已驳回').waitFor();
  await desk.click('bulk-close');
  await standsAt(rejectedId, 'rejected');

  await open(`orders/${rejectedId}`);
  await desk.click('reopen-order');
  await desk.shown('reopen').getByText('误操作').click();
  await desk.shot('02-reopen');
  await submit('reopen');
  await eventually('it waits or passes again', async () => (await orderNow(rejectedId)).state !== 'rejected');
});

step('an approval in bulk is taken back', async () => {
  await open('queue');
  await desk.page.locator('tr[data-row-key] .ant-checkbox-input').first().waitFor();
  await desk.page.locator('thead .ant-checkbox-input').first().check();
  await desk.click('bulk-approve');
  await desk.click('bulk-start');
  const undo = desk.page.locator('[data-testid^="bulk-undo-"]').first();
  await undo.waitFor();
  const orderId = ((await undo.getAttribute('data-testid')) ?? '').replace('bulk-undo-', '');
  const { revision } = await orderNow(orderId);
  await desk.shot('03-approved');
  await undo.click();
  await eventually('it was audited anew', async () => (await orderNow(orderId)).revision > revision);
  await desk.click('bulk-close');
});

step('what an order still waits for is closed, and the customer is told why', async () => {
  const order = await orderWith('shortClose', { side: 'seller' });
  await open(`orders/${order.orderId}`);
  await desk.click('short-close-order');
  await desk.shown('short-close').getByText('欠货和已备未发的都关').click();
  await desk.shown('short-close-reason').fill('停产，不再供应');
  await desk.shot('04-short-close');
  await clean();
  await submit('short-close');
  await eventually('nothing of it is reserved', async () =>
    (await orderNow(order.orderId)).lines.every(({ reserved, backOrdered }) => reserved + backOrdered === 0),
  );
});

step('a difference at signing is accepted', async () => {
  const { orderId, buyerId } = await orderWith('ship', { side: 'seller' });
  const buyer = await officeOf(server, buyerId.toLowerCase());
  await office.orders.ship({ orderId, shipmentId: newId() });
  const { shipments } = await orderNow(orderId);
  const { shipmentId = '', lines = [] } = shipments.find(({ signedAt }) => signedAt === null) ?? {};
  const [{ shipmentLineNo } = { shipmentLineNo: 1 }] = lines;
  await buyer.orders.sign({
    orderId,
    shipmentId,
    commandId: newId(),
    differences: [{ shipmentLineNo, short: 1, damaged: 0, refused: 0 }],
  });
  await open(`orders/${orderId}`);
  await desk.click('settle-order');
  await desk.shown('settle').getByText('短少').waitFor();
  await desk.shot('05-settle');
  await clean();
  await submit('settle');
  await eventually('the difference is settled', async () =>
    (await orderNow(orderId)).claims.every(({ state }) => state === 'accepted'),
  );
});

let buyerId = '';
let buyerName = '';

step('a customer that is late is let pass up to a sum, which is taken back', async () => {
  const [bill] = (await office.credit.bills({ side: 'seller', limit: 1 })).items;
  buyerId = bill?.buyerId ?? '';
  buyerName = bill?.buyerName ?? '';
  await open(`credit/${buyerId}?tab=releases`);
  await desk.click('release-new');
  await desk.shown('release-yuan').fill('3000');
  await desk.page.getByLabel('最后一天').fill(dayIn(3));
  await desk.page.getByLabel('最后一天').press('Enter');
  await desk.shown('release-reason').fill('已约定周五付款');
  await desk.shot('06-release');
  await clean();
  await submit('release');
  const revoke = desk.page.locator('[data-testid^="revoke-"]').first();
  await revoke.click();
  await submit('release-revoke');
  await revoke.waitFor({ state: 'hidden' });
  await desk.shot('07-releases');
});

step('a debt is given up by two persons', async () => {
  const { oneTimePassword } = await office.partners.addStaff({
    commandId: newId(),
    loginName: 'hq-second',
    name: '钱会计',
    roles: ['finance'],
  });
  const currentPassword = oneTimePassword ?? '';
  second = await officeOf(server, 'hq-second', currentPassword);
  await second.auth.changePassword({ currentPassword, newPassword: demoPassword });
  const [bill] = (await office.credit.bills({ side: 'seller', partyId: buyerId, limit: 1 })).items;
  const billId = bill?.billId ?? '';
  await open(`credit/${buyerId}?tab=bills`);
  await desk.click(`write-off-${billId}`);
  await desk.shown('write-off-yuan').fill('1.00');
  await desk.shown('write-off-reason').fill('尾差，无法收回');
  await desk.shot('08-write-off');
  await submit('write-off');
  const [asked] = (await office.credit.writeOffs({ limit: 1 })).items;
  const writeOffId = asked?.writeOffId ?? '';
  await open('ageing?tab=write-offs');
  await desk.sees('待他人审批');
  await second.credit.decideWriteOff({ writeOffId, commandId: newId(), approve: true, note: '同意' });
  await desk.page.reload();
  await desk.page.locator('[data-testid="write-off-state"][data-state="approved"]').waitFor();
  await desk.shot('09-write-offs');
  await clean();
});

step('a credit note lowers what is owed', async () => {
  await open(`credit/${buyerId}`);
  await desk.click('account-note');
  await desk.shown('credit-note-yuan').fill('2.00');
  await desk.shown('credit-note-reason').fill('陈列费补差');
  await desk.shot('10-credit-note');
  await submit('credit-note');
});

step('the overdue ladder is changed from tomorrow on', async () => {
  await open('ageing?tab=ladder');
  await desk.click('ladder-change');
  await desk.shown('ladder').getByLabel('每隔几天提醒一次').fill('5');
  await desk.shot('11-ladder');
  await clean();
  await submit('ladder');
  await desk.sees(/新的一版自 .* 起生效/);
});

step('a distributor disputes a statement on its own screen', async () => {
  await office.credit.issueStatement({
    statementId: newId(),
    buyerId,
    startsOn: dayIn(-30),
    untilOn: dayIn(-1),
  });
  const loginName = buyerId.toLowerCase();
  const theirs = consoleOf(
    await seat(browser, { base: server.base, screen: 'desk', album: 'exceptions-buyer' }),
  );
  await theirs.open('/admin/statements?side=buyer');
  await theirs.logIn(loginName);
  await theirs.page.locator('[data-testid^="answer-"]').first().click();
  await theirs.shown('answer-statement').getByText('有异议', { exact: true }).click();
  await theirs.shown('answer-note').fill('少算一笔回款');
  await theirs.shot('12-answer');
  await theirs.click('answer-statement-submit');
  await theirs.shown('answer-statement').waitFor({ state: 'hidden' });
  expect((await office.credit.statements({ side: 'seller', limit: 1 })).items).toMatchObject([
    { state: 'disputed', note: '少算一笔回款' },
  ]);
  expect(theirs.faults()).toEqual([]);
  await theirs.leave();
  await open('statements');
  await desk.sees('有异议');
  await desk.sees(buyerName);
});

step('goods that may stand in for others are named, and a price is removed', async () => {
  const [goods, other] = (await office.catalog.search({ limit: 2 })).items;
  const skuId = goods?.skuId ?? '';
  await open(`goods/${skuId}`);
  await desk.click('sku-substitutes');
  await desk.page.keyboard.type(other?.name ?? '');
  await desk.choose(other?.name ?? '');
  await desk.click('substitutes-save');
  await desk.shown('substitutes-save').waitFor({ state: 'hidden' });
  await desk.shot('13-substitutes');
  expect((await office.catalog.substitutes({ skuId })).skuIds).toEqual([other?.skuId]);

  const [list] = (await office.catalog.priceLists({ limit: 1 })).items;
  const priceListId = list?.priceListId ?? '';
  const before = await office.catalog.priceLines({ priceListId, limit: 1 });
  await open(`prices/${priceListId}`);
  await desk.page
    .getByRole('checkbox', { name: `选择“${before.items[0]?.skuName}”` })
    .first()
    .check();
  await desk.click('price-remove');
  await desk.page.getByRole('button', { name: /移\s?除$/ }).click();
  await eventually(
    'the price is gone',
    async () =>
      (await office.catalog.priceLines({ priceListId, limit: 1 })).items[0]?.skuId !== before.items[0]?.skuId,
  );
});

step('a lot is corrected, and what has leaked is destroyed before a witness', async () => {
  const lots = (await office.stock.lots({ quality: 'available', limit: 100 })).items;
  const lot = lots.find(({ onHand, reserved }) => onHand - reserved >= 10);
  if (!lot) throw new Error('the demo has no lot to spare');
  const countNow = async () =>
    (await office.stock.lots({ skuId: lot.skuId, limit: 100 })).items
      .filter(({ lotId }) => lotId === lot.lotId)
      .reduce((sum, { onHand }) => sum + onHand, 0);
  const act = async (what: string) => {
    await desk.page
      .getByRole('button', { name: `处置 ${lot.lotNo}` })
      .first()
      .click();
    await desk.shown(`lot-do-${what}`).waitFor();
    await desk.page.locator('.ant-dropdown[class*="ant-slide"]').waitFor({ state: 'detached' });
    await desk.click(`lot-do-${what}`);
  };
  await open(`lots?sku=${lot.skuId}`);
  await act('adjust');
  await desk.shown('lot-adjust-change').fill('-1');
  await desk.shown('lot-adjust-preview').waitFor();
  await desk.shown('lot-adjust-reason').fill('入库时多记一件');
  await desk.shot('14-adjust');
  await submit('lot-adjust');
  expect(await countNow()).toBe(lot.onHand - 1);
  await act('destroy');
  await desk.shown('lot-destroy-quantity').fill('2');
  await desk.shown('lot-destroy-reason').fill('渗漏');
  await desk.shown('lot-destroy-proof').fill('李仓管监销');
  await desk.shot('15-destroy');
  await clean();
  await submit('lot-destroy');
  expect(await countNow()).toBe(lot.onHand - 3);
});

step('a distributor may sell outside its region for a while, up to a quantity', async () => {
  await open('territory');
  await desk.click('territory-enter-330000');
  await desk.shown('territory-pick-330600').click();
  await desk.click('territory-grant');
  await desk.shown('grant-kind').getByText('临时').click();
  await desk.click('grant-seller');
  await desk.page.keyboard.type('宁波海联');
  await desk.choose('宁波海联');
  await desk.shown('grant-name').fill('展会供货');
  await desk.page.getByLabel('失效日').fill(dayIn(10));
  await desk.page.getByLabel('失效日').press('Enter');
  await desk.shown('grant-cap').fill('600');
  await desk.shown('grant-reason').fill('糖酒会现场');
  await desk.shot('16-permit');
  await clean();
  await submit('grant');
  const { items } = await office.territory.grants({ kind: 'temporary', state: 'current', limit: 100 });
  expect(items.find(({ name }) => name === '展会供货')).toMatchObject({
    areas: [{ code: '330600' }],
    quantityCap: 600,
  });
});

it('left no fault behind', () => {
  expect([...desk.faults(), ...server.complaints()]).toEqual([]);
});
