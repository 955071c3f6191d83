import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, checkBooks, dayOf, openCore } from '@tongpan/core';
import type { Browser } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { type EngineSettings, forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openBrowser, seat } from './browser';
import { atCashier, type Cashier, openCashier } from './cashier';
import { consoleOf } from './console';
import { newId, officeOf, stopPromotions } from './office';
import { type ServerProcess, startTongpan } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

afterAll(removePlaces);

/** Plenty of it everywhere: twenty-four to a case, ¥43.20 the case to a store. */
const cola = { skuId: 'QG1012', initials: 'qgkl', perCase: 24 } as const;
const price = '¥86.40';
const priceFen = 8_640;

forEachEngine('a store without an account pays by WeChat', (engine) => {
  const album = engine.name.startsWith('sqlite') ? 'pay-embedded' : 'pay-servers';
  const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-cashier-'));
  let place: EngineSettings;
  let cashier: Cashier;
  let server: ServerProcess;
  let browser: Browser;
  let phone: Shop;
  let desk: Shop;
  let wechat: Shop;
  let money: ReturnType<typeof consoleOf>;
  let books: ReturnType<typeof consoleOf>;
  let store: Awaited<ReturnType<typeof officeOf>>;
  const orderIds = { phone: '', desk: '', wechat: '' };

  beforeAll(async () => {
    place = await engine.makePlace();
    [cashier, browser] = await Promise.all([openCashier(folder), openBrowser()]);
    server = await startTongpan({ ...place, wechatConfig: cashier.wechatConfig });
    await cashier.leadTo(server);
    const { base } = server;
    const distributor = await officeOf(server, 'd01');
    await stopPromotions(distributor);
    const reason = '现款现货';
    await distributor.credit.setTerms({ commandId: newId(), buyerId: 'S001', kind: 'cash', reason });
    store = await officeOf(server, 's001');
    phone = shopOf(await seat(browser, { base, screen: 'android', album }));
    desk = shopOf(await seat(browser, { base, screen: 'smallDesk', album }), 'click');
    wechat = shopOf(await seat(browser, { base, screen: 'wechat', album }));
    money = consoleOf(await seat(browser, { base, screen: 'desk', album }));
    books = consoleOf(await seat(browser, { base, screen: 'desk', album }));
    await wechat.page.addInitScript(await cashier.bridge());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await cashier?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const step = stepsOf(async () => {
    await Promise.all([
      phone.shot('broken-phone'),
      desk.shot('broken-desk'),
      wechat.shot('broken-wechat'),
      money.shot('broken-console'),
    ]);
  });
  const fits = async (shop: Shop) => expect(await whatDoesNotFit(shop.page, madeToScroll.phone)).toEqual([]);
  const outcome = (shop: Shop, words: string) =>
    shop.shown('payment-outcome').filter({ hasText: words }).waitFor();
  const place2Cases = async () => {
    const orderId = newId();
    await store.orders.place({ orderId, lines: [{ skuId: cola.skuId, quantity: 2 * cola.perCase }] });
    return orderId;
  };
  const orderAt = (shop: Shop, orderId: string) => shop.open(`/pages/order/index?orderId=${orderId}`);
  const stateOf = async (orderId: string) => (await store.orders.get({ orderId })).state;
  const moneyOf = (orderId: string) => store.payments.ofOrder({ orderId });

  step('an order waits for its money, and says until when', async () => {
    await phone.open();
    await phone.logIn('s001');
    await phone.sees('充足');
    await phone.search(cola.initials);
    await phone.tap(`sku-add-${cola.skuId}`);
    await phone.tap(`plus-sku-${cola.skuId}-0`);
    await phone.tap('go-cart');
    await phone.shown('payable').filter({ hasText: price }).waitFor();
    await phone.shown('place-order').filter({ hasText: '提交订单' }).tap();

    await phone.standsAt('订单已提交，请付款');
    await phone.shown('payable-now').filter({ hasText: price }).waitFor();
    await phone
      .shown('pay-countdown')
      .filter({ hasText: /\d\d:\d\d/ })
      .waitFor();
    await phone.shot('01-order-to-pay');
    await fits(phone);
    orderIds.phone = phone.orderId();
    expect(await stateOf(orderIds.phone)).toBe('held');
  });

  step('a payment that is cancelled at the cashier can be gone on with', async () => {
    await phone.tap('pay-order');
    await phone.shown('pay-amount').filter({ hasText: price }).waitFor();
    await phone.shot('02-pay');
    await fits(phone);
    await phone.shown('pay-now').filter({ hasText: price }).waitFor();
    await phone.tapTwice('pay-now');
    await phone.sees('商户订单号');
    await phone.shot('03-cashier');
    await atCashier(phone.page, '取消');

    await outcome(phone, '正在确认支付结果');
    await phone.shown('pay-now').filter({ hasText: '继续支付' }).waitFor();
    await phone.shot('04-not-paid');
    await fits(phone);
    expect((await moneyOf(orderIds.phone)).payments).toMatchObject([{ state: 'open', channel: 'h5' }]);
  });

  step('who comes back later pays the same payment, and the order is approved', async () => {
    await orderAt(phone, orderIds.phone);
    await phone.sees('支付中');
    await phone.tap('pay-order');
    await phone.shown('pay-now').filter({ hasText: price }).tap();
    await atCashier(phone.page, '支付');

    await outcome(phone, '支付成功');
    await phone.shot('05-paid');
    expect((await moneyOf(orderIds.phone)).payments).toMatchObject([{ state: 'paid', paidFen: priceFen }]);
    await phone.tap('pay-onward');
    await phone.standsAt('已通过');
    await phone.sees('已支付');
    await phone.shown('pay-order').waitFor({ state: 'hidden' });
    await phone.shot('06-approved');
    await fits(phone);
  });

  step('a person at a desk has a code to scan, and the page follows by itself', async () => {
    orderIds.desk = await place2Cases();
    await desk.open();
    await desk.logIn('s001');
    await desk.sees('充足');
    await orderAt(desk, orderIds.desk);
    await desk.standsAt('待付款');
    await desk.shot('07-desk-order');
    await desk.tap('pay-order');
    await desk.shown('pay-now').filter({ hasText: '微信扫码支付' }).click();
    await desk.shown('scan-code').locator('img').waitFor();
    await desk.shot('08-desk-code');
    const opened = desk.page.waitForEvent('popup');
    await desk.tap('pay-try');
    const cashierPage = await opened;
    await atCashier(cashierPage, '支付', { goesBack: false });
    await cashierPage.close();

    await outcome(desk, '支付成功');
    await desk.shown('scan-code').waitFor({ state: 'hidden' });
    await desk.shot('09-desk-paid');
    await eventually('the order is approved', async () => (await stateOf(orderIds.desk)) === 'approved');
  });

  step('a paid order that is cancelled shows its refund', async () => {
    await desk.tap('pay-onward');
    await desk.standsAt('已通过');
    await desk.tap('cancel-order');
    await desk.fill('cancel-reason', '不要了');
    await desk.confirm('确认取消');
    await desk.standsAt('已取消');
    await eventually('the money is back', async () =>
      (await moneyOf(orderIds.desk)).refunds.some(({ state }) => state === 'succeeded'),
    );

    await orderAt(desk, orderIds.desk);
    const [refund] = (await moneyOf(orderIds.desk)).refunds;
    await desk.sees('已退款', desk.shown(`refund-${refund?.refundId ?? ''}`));
    await desk.shot('10-desk-refunded');
    expect(refund).toMatchObject({ amountFen: priceFen });
  });

  step('inside WeChat the page asks who is there, and opens its sheet', async () => {
    orderIds.wechat = await place2Cases();
    await wechat.open();
    await wechat.logIn('s001');
    await wechat.sees('充足');
    await orderAt(wechat, orderIds.wechat);
    await wechat.tap('pay-order');
    await wechat.shown('pay-now').filter({ hasText: price }).tap();
    await atCashier(wechat.page, '支付');

    await outcome(wechat, '支付成功');
    expect(new URL(wechat.page.url()).searchParams.has('code')).toBe(false);
    await wechat.page.reload();
    await outcome(wechat, '支付成功');
    await wechat.shot('11-wechat-paid');
    expect((await moneyOf(orderIds.wechat)).payments).toMatchObject([{ state: 'paid', channel: 'jsapi' }]);
  });

  step('the seller settles by hand what could not go back', async () => {
    await cashier.control('refunds/next', { outcome: 'ABNORMAL' });
    await store.orders.cancel({ commandId: newId(), orderId: orderIds.wechat, reason: '不要了' });
    await eventually('the refund went wrong', async () =>
      (await moneyOf(orderIds.wechat)).refunds.some(({ state }) => state === 'abnormal'),
    );
    const [stuck] = (await moneyOf(orderIds.wechat)).refunds;
    await money.open();
    await money.logIn('d01');
    await money.go('payments');
    await money.sees('已支付');
    await money.shot('12-console-payments');
    await money.click('tab-refunds');
    await money.shown('stuck-refunds').getByText('退款异常', { exact: true }).waitFor();
    await money.shot('13-console-refunds');
    await money
      .shown(`close-refund-${stuck?.refundId ?? ''}`)
      .first()
      .click();
    await money.shown('close-refund-note').fill('对公转账退回，回单 1130');
    await money.shot('14-console-close');
    await money.click('close-refund-submit');

    await money.shown('stuck-refunds').waitFor({ state: 'hidden' });
    await money.sees('已线下退回');
    await money.shot('15-console-closed');
    expect((await moneyOf(orderIds.wechat)).refunds).toMatchObject([
      { state: 'closed', note: '对公转账退回，回单 1130' },
    ]);
  });

  step('HQ holds a day against WeChat’s bill, and finds the two agree', async () => {
    // A day and a half on, so that yesterday's bill is there whatever the hour.
    await cashier.control('settings', { clockShiftMs: 129_600_000 });
    await books.open();
    await books.logIn('hq');
    await books.go('payments');
    await books.click('tab-bills');
    await books.sees('没有待处理的差异');
    await books.sees('还没有对账记录');
    await books.click('reconcile-open');
    const yesterday = addDays(dayOf(Date.now()), -1);
    await books.page.getByLabel('账单日').fill(yesterday);
    await books.page.keyboard.press('Enter');
    await books.click('reconcile-submit');
    await books.sees('一致');
    await books.shot('17-console-bills');
    await cashier.control('settings', { clockShiftMs: 0 });
  });

  step('the store finds all of it in its list', async () => {
    await phone.open('/pages/pay/list/index');
    await phone.sees('已退款');
    await phone.sees('已支付');
    await phone.shot('16-payments');
    await fits(phone);
  });

  it('nothing went wrong behind the screens', () => {
    // The cashier is another's page, as in life.
    expect([phone, desk, wechat, money, books].flatMap(({ faults }) => faults(['foreign host']))).toEqual([]);
    expect(server.complaints()).toEqual([]);
  });

  it('ends with books that balance', async () => {
    expect(await server.stop()).toBe(0);

    const core = await openCore({ ...place, sessionDays: 14 });
    const results = await checkBooks(core.database).finally(() => core.close());
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
  });
});
