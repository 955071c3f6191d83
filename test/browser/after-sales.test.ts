import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { choosePhotos } from './choose-photos';
import { openBrowser, seat } from './browser';
import { type Console, consoleOf } from './console';
import { newId, officeOf, stopPromotions } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

/** Plenty of it everywhere: twenty-four to a case. */
const cola = 'QG1012';
const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-after-sales-'));

describe('a store gives goods back, and its distributor gives the money', () => {
  let server: ServerProcess;
  let browser: Browser;
  let store: Shop;
  let desk: Console;
  let orderId: string;
  let afterSalesId: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
    const [buyer, seller] = await Promise.all([officeOf(server, 's001'), officeOf(server, 'd01')]);
    await stopPromotions(seller);
    orderId = newId();
    const shipmentId = newId();
    await buyer.orders.place({ orderId, lines: [{ skuId: cola, quantity: 48 }] });
    await seller.orders.ship({ orderId, shipmentId });
    await buyer.orders.sign({ commandId: newId(), orderId, shipmentId });
    store = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'after-sales' }));
    desk = consoleOf(await seat(browser, { base: server.base, screen: 'desk', album: 'after-sales-desk' }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const step = stepsOf(async () => {
    await store.shot('broken');
    await desk.shot('broken');
  });
  const fits = async () => expect(await whatDoesNotFit(store.page, madeToScroll.phone)).toEqual([]);
  const fitsDesk = async () => expect(await whatDoesNotFit(desk.page, madeToScroll.desk)).toEqual([]);

  step('the store asks from its order, and is told what is missing before anything is sent', async () => {
    await store.open(`/pages/order/index?orderId=${orderId}`);
    await store.logIn('s001');
    await store.tap('ask-after-sales');
    await store.sees('选择商品');
    await store.shown('ask-units-1').locator('input').fill('99');
    await store.sees('最多可申请 48');
    await store.shown('ask-units-1').locator('input').fill('6');
    await store.tap('after-sales-kind-exchange');
    await store.shot('01-form');
    await fits();
    await store.tap('ask-check');
    await store.sees('请至少提供 1 张照片');
    await store.tap('after-sales-kind-return');
    await store.fill('ask-words', '瓶身胀包');
    await choosePhotos(store.page, 'ask-photos', 'bulging bottle', 'its lot number');
    await store.tap('ask-photos-2-remove');
    await store.sees('已移除一张照片');
    await store.tap('ask-photos-undo');
    await store.shot('01-photos');
    await fits();
    await store.tap('ask-check');
    await store.sees('确认申请');
    await store.shot('02-confirm');
    await store.tap('confirm-ok');
    await store.sees('供货商正在审核');
    await store.sees('预计退款');
    await store.shot('03-requested');
    await fits();
    afterSalesId = new URL(store.page.url()).searchParams.get('afterSalesId') ?? '';
  });

  step('the distributor finds it on its desk, agrees, and records what came', async () => {
    await desk.open('/admin/after-sales');
    await desk.logIn('d01');
    await desk.shown(`after-sales-${afterSalesId}`).waitFor();
    await desk.shot('01-desk');
    await fitsDesk();
    await desk.click(`after-sales-${afterSalesId}`);
    await desk.sees('瓶身胀包');
    const shown = desk.page.locator('[data-testid="photo-wall"] img');
    await shown.nth(1).waitFor();
    expect(
      await shown.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
    ).toEqual([64, 64]);
    await shown.first().click();
    await desk.page.locator('.ant-image-preview-img').waitFor();
    await desk.shot('02-photo');
    await desk.page.keyboard.press('Escape');
    await desk.page.locator('.ant-image-preview-img').waitFor({ state: 'hidden' });
    await desk.shot('02-detail');
    await fitsDesk();
    await desk.click('after-sales-approve-open');
    await desk.shot('03-approve');
    await desk.click('after-sales-approve-submit');
    await desk.shown('after-sales-receive-open').waitFor();
    await desk.click('after-sales-receive-open');
    await desk.shown('receive-restocked-1').fill('4');
    await desk.click('after-sales-receive-submit');
    await desk.sees('还差 2');
    await desk.shown('receive-destroyed-1').fill('2');
    await desk.shot('04-receive');
    await desk.click('after-sales-receive-submit');
    await desk.page.locator('[data-testid="after-sales-state"][data-state="closed"]').first().waitFor();
    await desk.shot('05-closed');
    await fitsDesk();
  });

  step('the store sees its money, and how it comes about', async () => {
    await store.open(`/pages/after-sales/one/index?afterSalesId=${afterSalesId}`);
    await store.sees('退款明细');
    await store.sees('其中冲减本单应付');
    await store.shot('04-closed');
    await fits();
    await store.open('/pages/after-sales/list/index');
    await store.shown(`after-sales-${afterSalesId}`).waitFor();
    await store.shot('05-list');
    await fits();
  });

  step('the distributor makes its own policy', async () => {
    await desk.open('/admin/after-sales');
    await desk.click('after-sales-policy-open');
    await desk.shot('06-policy');
    await desk.click('after-sales-policy-submit');
    await desk.sees('新政策已生效');
  });

  it('met no fault on the way', () => {
    expect([...store.faults(), ...desk.faults(), ...server.complaints()]).toEqual([]);
  });
});
