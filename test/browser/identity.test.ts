import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { axeFindingsInBothThemes, gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { type Cashier, openCashier } from './cashier';
import { consoleOf } from './console';
import { type ServerProcess, startTongpan } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

afterAll(removePlaces);

/** The phone that the demo's first distributor has proved. */
const distributorPhone = '13910000007';
const newPhone = '13620002000';

forEachEngine('people show who they are', (engine) => {
  const album = engine.name.startsWith('sqlite') ? 'identity-embedded' : 'identity-servers';
  const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-identity-'));
  let cashier: Cashier;
  let server: ServerProcess;
  let browser: Browser;
  let phone: Shop;
  let old: Shop;
  let fresh: Shop;
  let member: Shop;
  let desk: ReturnType<typeof consoleOf>;
  let second: ReturnType<typeof consoleOf>;
  const seats: Shop[] = [];

  beforeAll(async () => {
    const place = await engine.makePlace();
    [cashier, browser] = await Promise.all([openCashier(folder), openBrowser()]);
    server = await startTongpan({ ...place, wechatConfig: cashier.wechatConfig });
    await cashier.leadTo(server);
    const { base } = server;
    phone = shopOf(await seat(browser, { base, screen: 'phone', album }));
    [old, fresh, member] = [await inWechat('老微信'), await inWechat('新微信'), await inWechat('二店长')];
    desk = consoleOf(await seat(browser, { base, screen: 'desk', album }));
    second = consoleOf(await seat(browser, { base, screen: 'desk', album }));
    seats.push(phone, old, fresh, member);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await cashier?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** WeChat's browser on somebody's phone; at WeChat's page it is this person. */
  async function inWechat(person: string): Promise<Shop> {
    const shop = shopOf(await seat(browser, { base: server.base, screen: 'wechat', album }));
    const isAtWechat = ({ pathname }: URL) => pathname === '/connect/oauth2/authorize';
    await shop.page.route(isAtWechat, (route) => {
      const address = new URL(route.request().url());
      address.searchParams.set('person', person);
      return route.continue({ url: address.href });
    });
    return shop;
  }
  const step = stepsOf(async () => {
    await Promise.all([
      ...seats.map((shop, at) => shop.shot(`broken-${at}`)),
      desk.shot('broken-console'),
      second.shot('broken-second'),
    ]);
  });
  const fits = async (shop: Shop) =>
    expect({
      fits: await whatDoesNotFit(shop.page, madeToScroll.phone),
      axe: await gravestAxeFindings(shop.page),
    }).toEqual({ fits: [], axe: [] });
  const deskFits = async () =>
    expect({
      fits: await whatDoesNotFit(desk.page, madeToScroll.desk),
      axe: await axeFindingsInBothThemes(desk.page),
    }).toEqual({ fits: [], axe: {} });
  const codeAt = async (number: string, atLeast = 1): Promise<string> => {
    for (let look = 0; look < 100; look += 1) {
      const { sms } = await cashier.look<{ sms: { parameters: { code: string } }[] }>(`sms?phone=${number}`);
      if (sms.length >= atLeast) return sms.at(-1)?.parameters.code ?? '';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no message reached ${number}`);
  };
  const logOut = async (shop: Shop) => {
    await shop.open('/pages/mine/index');
    await shop.tap('log-out');
    await shop.confirm('退出');
    await shop.sees('登录订货');
  };
  const bindBy = async (shop: Shop, loginName: string) => {
    await shop.tap('login-wechat');
    await shop.sees('尚未绑定账号');
    await shop.fill('bind-name', loginName);
    await shop.fill('bind-password', 'tongpan-demo');
  };

  step('a distributor logs in by a code sent to the phone', async () => {
    await phone.open();
    await phone.tap('login-tab-code');
    await phone.fill('code-phone', distributorPhone);
    await phone.tap('code-send');
    await phone.sees('秒后重发');
    await phone.shot('01-code');
    await fits(phone);
    await phone.fill('code-code', await codeAt(distributorPhone));
    await phone.tap('code-submit');

    await phone.sees('充足');
    await phone.shot('02-code-in');
    await logOut(phone);
  });

  step('an owner whose phone was only typed proves one with a code and the password', async () => {
    await phone.open();
    await phone.logIn('s010');
    await phone.sees('充足');
    await phone.open('/pages/mine/index');
    await phone.tap('to-phone');
    await phone.sees('尚未验证');
    await phone.fill('phone-new', newPhone);
    await phone.tap('phone-send');
    await phone.sees('秒后重发');
    await phone.shot('03-phone');
    await fits(phone);
    await phone.fill('phone-code', await codeAt(newPhone));
    await phone.fill('phone-password', 'tongpan-demo');
    await phone.tap('phone-submit');

    await phone.shown('own-phone').filter({ hasText: '136****2000' }).waitFor();
    await phone.shot('04-phone-proved');
    await fits(phone);
  });

  step('inside WeChat a store binds by its password, and needs none from then on', async () => {
    await old.open();
    await old.shown('login-wechat').waitFor();
    await old.shot('05-wechat-log-in');
    await bindBy(old, 's001');
    await old.shot('06-bind');
    await fits(old);
    await old.tap('bind-submit');
    await old.sees('充足');
    expect(new URL(old.page.url()).searchParams.has('code')).toBe(false);
    await logOut(old);

    await old.tap('login-wechat');

    // Back where it logged out.
    await old.shown('log-out').waitFor();
  });

  step('who is logged in binds the WeChat at hand without logging in again', async () => {
    await member.open();
    await member.logIn('s002');
    await member.sees('充足');
    await member.open('/pages/mine/index');
    await member.tap('to-wechat');
    await member.sees('还没有绑定微信');
    await member.shot('07-not-bound');
    await fits(member);
    await member.tap('bind-own-wechat');

    await member.sees('微信网页');
    expect(new URL(member.page.url()).searchParams.has('code')).toBe(false);
    await member.shot('08-bound');
    await fits(member);
    await logOut(member);
    await member.tap('login-wechat');

    // Back where it logged out.
    await member.shown('log-out').waitFor();
  });

  step('another WeChat waits for a yes', async () => {
    await fresh.open();
    await bindBy(fresh, 's001');
    await fresh.tap('bind-submit');
    await fresh.sees('换绑申请已提交');
    await fresh.shot('09-waiting');
    await fits(fresh);
    await fresh.tap('login-wechat');
    await fresh.sees('尚未绑定账号');
  });

  step(
    'HQ sees who asks, from which WeChat to which, and lets it in; a second who decides is told',
    async () => {
      for (const one of [desk, second]) {
        await one.open();
        await one.logIn('hq');
        await one.go('wechat');
        await one.sees('已等');
      }
      await desk.shot('10-console-asked');
      await deskFits();
      await second.page.locator('[data-testid^="refuse-"]').first().click();
      await second.shown('refuse-rebinding').locator('textarea').fill('不认识这个人');
      await desk.page.locator('[data-testid^="approve-"]').first().click();
      await desk.shown('approve-rebinding-submit').waitFor();
      await desk.shot('11-console-approve');
      await desk.click('approve-rebinding-submit');
      await desk.sees('没有待审批的换绑申请');
      await second.click('refuse-rebinding-submit');

      await second.sees('林总监已同意');
      await second.shot('12-console-second');
      await desk.page.getByText('已同意', { exact: true }).first().click();
      await desk.page.locator('[data-state="approved"]').waitFor();
      expect(new URL(desk.page.url()).searchParams.get('state')).toBe('approved');
      await desk.shot('13-console-approved');
      await deskFits();
    },
  );

  step('the new WeChat opens the door, and the old one does no more', async () => {
    await fresh.open('/pages/login/index');
    await fresh.tap('login-wechat');
    await fresh.sees('充足');

    await old.page.reload();
    await old.sees('登录订货');
    await old.tap('login-wechat');
    await old.sees('尚未绑定账号');
  });

  step('a lost phone’s WeChat is undone by HQ, after it has been asked once more', async () => {
    await desk.page.goto('/admin/wechat?tab=bound&q=s002');
    await desk.shown('unbind-h5-s002').click();
    await desk.shown('unbind-wechat').locator('textarea').fill('手机遗失，已电话核实');
    await desk.shot('14-console-unbind');
    await desk.click('unbind-wechat-submit');
    await desk.sees('没有找到绑定的微信');
    await desk.shot('15-console-unbound');
    await deskFits();

    await member.page.reload();
    await member.sees('登录订货');
    await member.tap('login-wechat');
    await member.sees('尚未绑定账号');
  });

  step('who is refused reads why', async () => {
    const another = await inWechat('二店长的新手机');
    seats.push(another);
    await another.open();
    await another.logIn('s002');
    await another.sees('充足');
    await another.open('/pages/account/wechat/index');
    await another.tap('bind-own-wechat');
    await another.sees('等待审批');
    await desk.page.goto('/admin/wechat');
    await desk.page.locator('[data-testid^="refuse-"]').first().click();
    await desk.shown('refuse-rebinding').locator('textarea').fill('请先电话核实');
    await desk.shot('16-console-refuse');
    await desk.click('refuse-rebinding-submit');
    await desk.sees('没有待审批的换绑申请');

    await another.page.reload();
    await another.sees('请先电话核实');
    await another.shot('17-refused');
    await fits(another);
  });

  step('nothing went wrong that no one provoked', () => {
    const provoked = ['foreign host', 'refused request'] as const;
    for (const visitor of [...seats, desk, second]) expect(visitor.faults(provoked)).toEqual([]);
    expect(server.complaints()).toEqual([]);
  });
});
