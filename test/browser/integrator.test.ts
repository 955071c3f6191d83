import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { isClean } from './is-clean';
import { newId } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { stepsOf } from './steps';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-integrator-'));
let server: ServerProcess;
let browser: Browser;
let desk: Console;
/** What the distributor's ERP was told, as the bytes came. */
const heard: { readonly body: string; readonly headers: NodeJS.Dict<string | string[]> }[] = [];
const erp = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    heard.push({ body: Buffer.concat(parts).toString(), headers: request.headers });
    response.writeHead(204).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => erp.listen(0, '127.0.0.1', resolve));
  [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
  desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'integrator' }));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  erp.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const step = stepsOf(() => desk.shot('broken'));
const clean = async () => {
  await desk.page.waitForLoadState('networkidle');
  await isClean(desk);
};
const dialogsAreGone = () =>
  desk.page.locator('.ant-modal').locator('visible=true').first().waitFor({ state: 'hidden' });
/** Presses a button of a dialog, once that has opened and stands still. */
const press = async (testId: string) => {
  await desk.shown(testId).waitFor();
  await desk.page.locator('.ant-modal[class*="ant-zoom"]').first().waitFor({ state: 'detached' });
  await desk.click(testId);
};
/** Reads what is said once, and says that it is kept. */
const keepSecret = async () => {
  const secret = await desk.shown('said-secret-text').innerText();
  await press('said-secret-done');
  await dialogsAreGone();
  return secret.trim();
};

let token = '';
let secret = '';
/** The API as a program calls it. */
const call = async (method: 'GET' | 'POST', address: string, body?: object) => {
  const answer = await fetch(`${server.base}/api/v1${address}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const isSigned = ({ body, headers }: (typeof heard)[number]) => {
  const signed = `${String(headers['x-tongpan-timestamp'])}.${body}`;
  return headers['x-tongpan-signature'] === `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`;
};

step('an owner makes a key for the ERP, and is told it once', async () => {
  await desk.open('/admin/api-keys');
  await desk.logIn('d01');
  await desk.sees('还没有密钥');
  await clean();
  await desk.click('key-new');
  await desk.shown('key-name').fill('金蝶进销存');
  for (const scope of ['catalog.read', 'orders.read', 'orders.write']) await desk.click(`scope-${scope}`);
  await desk.shot('1-new-key');
  await press('key-new-dialog-submit');
  await desk.shown('said-secret').waitFor();
  await desk.shot('1-said-once');
  token = await keepSecret();

  expect(token).toMatch(/^tpk_[\w-]{43}$/);
  await desk.page.locator('[data-testid="key-standing"][data-state="live"]').waitFor();
  await clean();
});

step('the owner has the ERP told of orders, and tries it out', async () => {
  await desk.page.goto(`${server.base}/admin/webhooks`);
  await desk.sees('还没有推送地址');
  await desk.click('webhook-new');
  await desk.shown('webhook-name').fill('金蝶进销存');
  await desk.shown('webhook-url').fill('http://10.0.0.1/hooks');
  for (const type of ['order.placed', 'order.cancelled']) await desk.click(`hook-${type}`);
  await press('webhook-dialog-submit');
  await desk.sees('推送地址须使用 HTTPS');
  await desk.shot('2-new-webhook');
  await desk.shown('webhook-url').fill(`http://127.0.0.1:${(erp.address() as AddressInfo).port}/hooks`);
  await press('webhook-dialog-submit');
  secret = await keepSecret();
  await desk.page.locator('[data-testid^="webhook-test-"]').click();
  await press('webhook-action-submit');
  await dialogsAreGone();

  await eventually('the ERP is told', () => heard.length === 1);
  expect(heard.every(isSigned)).toBe(true);
  expect(heard[0]?.headers['x-tongpan-event']).toBe('webhook.test');
  await desk.shot('2-webhooks');
  await clean();
});

step('the ERP orders, twice the same, and hears of it once', async () => {
  const { body } = await call('GET', '/catalog/skus?limit=1');
  const [sku] = body.items as { skuId: string; minimumQuantity: number; multipleQuantity: number }[];
  const quantity = Math.max(sku?.minimumQuantity ?? 0, sku?.multipleQuantity ?? 1);
  const order = { orderId: newId(), lines: [{ skuId: sku?.skuId, quantity }] };
  expect((await call('POST', '/orders/quote', { lines: order.lines })).status).toBe(200);
  const placed = await call('POST', '/orders', order);
  expect(placed.status).toBe(200);
  expect((await call('POST', '/orders', order)).body.orderId).toBe(order.orderId);
  expect((await call('GET', `/orders/${order.orderId}`)).body.orderId).toBe(order.orderId);
  expect((await call('GET', '/stock/lots')).body.code).toBe('access.outOfScope');

  await eventually('the ERP hears of its order', () => heard.length >= 2);
  expect(heard.every(isSigned)).toBe(true);
  expect(JSON.parse(heard[1]?.body ?? '')).toMatchObject({
    type: 'order.placed',
    data: { orderId: order.orderId, buyerId: expect.any(String) as string },
  });
});

step('what was told stands in the log, and is told again by hand', async () => {
  await desk.page.goto(`${server.base}/admin/webhooks?tab=deliveries&type=order.placed`);
  await desk.page.locator('[data-testid="delivery-state"][data-state="delivered"]').waitFor();
  await desk.sees('HTTP 204');
  await desk.shot('3-deliveries');
  await clean();
  await desk.page.locator('[data-testid^="delivery-open-"]').click();
  await desk.shown('delivery-drawer-state').waitFor();
  await desk.shot('3-delivery');
  await desk.page.keyboard.press('Escape');
  await desk.page.locator('.ant-drawer').waitFor({ state: 'hidden' });
  await desk.page.locator('[data-testid^="delivery-resend-"]').click();
  await press('resend-submit');
  await dialogsAreGone();
  await eventually('the ERP is told again', () => heard.length === 3);
  expect(heard[2]?.body).toBe(heard[1]?.body);

  await desk.click('webhook-guide-open');
  await desk.sees('验证签名');
  await desk.page.locator('.ant-drawer[class*="motion"]').waitFor({ state: 'detached' });
  await desk.shot('3-guide');
  await clean();
});

step('once the key is revoked, the ERP is out', async () => {
  await desk.page.goto(`${server.base}/admin/api-keys`);
  await desk.page.locator('[data-testid^="key-revoke-"]').click();
  await desk.shown('key-revoke-dialog').waitFor();
  await desk.shot('4-revoke');
  await press('key-revoke-dialog-submit');
  await desk.page.locator('[data-testid="key-standing"][data-state="revoked"]').waitFor();
  await dialogsAreGone();
  await desk.shot('4-revoked');

  const { status, body } = await call('GET', '/orders');
  expect([status, body.code]).toEqual([401, 'auth.expired']);
  expect(desk.faults(['refused request'])).toEqual([]);
  expect(server.complaints()).toEqual([]);
});
