import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
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

const applicantPhone = '13730003000';
const licence = creditCodeOf('91330106MA4AA0001');

forEachEngine('somebody becomes a customer', (engine) => {
  const album = engine.name.startsWith('sqlite') ? 'onboarding-embedded' : 'onboarding-servers';
  const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-onboarding-'));
  let cashier: Cashier;
  let server: ServerProcess;
  let browser: Browser;
  let applicant: Shop;
  let seller: ReturnType<typeof consoleOf>;
  let desk: ReturnType<typeof consoleOf>;
  let second: ReturnType<typeof consoleOf>;
  let loginName = '';
  let password = '';

  beforeAll(async () => {
    const place = await engine.makePlace();
    [cashier, browser] = await Promise.all([openCashier(folder), openBrowser()]);
    server = await startTongpan({ ...place, wechatConfig: cashier.wechatConfig });
    await cashier.leadTo(server);
    const { base } = server;
    applicant = shopOf(await seat(browser, { base, screen: 'phone', album }));
    seller = consoleOf(await seat(browser, { base, screen: 'desk', album }));
    desk = consoleOf(await seat(browser, { base, screen: 'desk', album }));
    second = consoleOf(await seat(browser, { base, screen: 'desk', album }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await cashier?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const step = stepsOf(async () => {
    await Promise.all([
      applicant.shot('broken-applicant'),
      seller.shot('broken-seller'),
      desk.shot('broken-console'),
      second.shot('broken-second'),
    ]);
  });
  const fits = async () =>
    expect({
      fits: await whatDoesNotFit(applicant.page, madeToScroll.phone),
      axe: await gravestAxeFindings(applicant.page),
    }).toEqual({ fits: [], axe: [] });
  const deskFits = async () =>
    expect({
      fits: await whatDoesNotFit(desk.page, madeToScroll.desk),
      axe: await axeFindingsInBothThemes(desk.page),
    }).toEqual({ fits: [], axe: {} });
  const codeAt = async (number: string): Promise<string> => {
    for (let look = 0; look < 100; look += 1) {
      const { sms } = await cashier.look<{ sms: { parameters: { code: string } }[] }>(`sms?phone=${number}`);
      if (sms.length > 0) return sms.at(-1)?.parameters.code ?? '';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no message reached ${number}`);
  };
  const openFirst = async (office: ReturnType<typeof consoleOf>) => {
    await office.page.locator('button[data-testid^="application-"]').first().click();
    await office.shown('application-sheet').waitFor();
  };

  step('a stranger finds the way from the log-in, and reads at each field what is missing', async () => {
    await applicant.open();
    await applicant.tap('to-apply');
    await applicant.tap('apply-submit');

    await applicant.shown('apply-name-error').waitFor();
    await applicant.shown('apply-region-error').waitFor();
    await applicant.shot('01-missing');
    await fits();
  });

  step('what was typed is still there after the page was left', async () => {
    await applicant.fill('apply-name', '桥头便利店');
    await applicant.tap('apply-region');
    for (const code of ['330000', '330100', '330106']) await applicant.tap(`region-${code}`);
    await applicant.tap('region-no-town');
    await applicant.fill('apply-addressDetail', '文三路 9 号');
    await applicant.fill('apply-contactName', '李老板');
    await applicant.page.reload();

    await applicant.sees('西湖区');
    expect(await applicant.shown('apply-name').locator('input').inputValue()).toBe('桥头便利店');
  });

  step('a wrong licence is told at its field, and costs no second code', async () => {
    await applicant.fill('apply-contactPhone', applicantPhone);
    await applicant.tap('apply-send');
    await applicant.sees('秒后重发');
    await applicant.fill('apply-phoneCode', await codeAt(applicantPhone));
    await applicant.fill(
      'apply-businessLicenceNo',
      `${licence.slice(0, 17)}${licence.endsWith('0') ? '1' : '0'}`,
    );
    await applicant.fill('apply-sellerCode', 'd01');
    await applicant.tap('apply-submit');
    await applicant.shown('apply-businessLicenceNo-error').filter({ hasText: '对照营业执照' }).waitFor();
    await applicant.shot('02-wrong-licence');
    await fits();

    await applicant.fill('apply-businessLicenceNo', licence);
    await applicant.tapTwice('apply-submit');

    await applicant.sees('申请已提交，等待审核');
    await applicant.sees('第 1 次');
    await applicant.shot('03-handed-in');
    await fits();
  });

  step('its supplier sends it back with a reason', async () => {
    await seller.open();
    await seller.logIn('d01');
    await seller.go('onboarding');
    await openFirst(seller);
    await seller.sees('还需总部同意');
    await seller.shot('04-seller-sheet');
    await seller.click('application-reject');
    await seller.shown('reject-application').locator('textarea').fill('请补充门牌号');
    await seller.click('reject-application-submit');
    await seller.shown('application-state').filter({ hasText: '已驳回' }).waitFor();
  });

  step('the applicant reads why, mends it, and hands it in again without another code', async () => {
    await applicant.tap('apply-look');
    await applicant.shown('apply-reason').filter({ hasText: '请补充门牌号' }).waitFor();
    await applicant.shot('05-rejected');
    await fits();
    await applicant.tap('apply-mend');
    await applicant.fill('apply-addressDetail', '文三路 9 号 3 幢');
    await applicant.tap('apply-submit');

    await applicant.sees('第 2 次');
  });

  step('its supplier agrees, and HQ has still to', async () => {
    await seller.page.goto('/admin/onboarding');
    await openFirst(seller);
    await seller.click('application-approve');
    await seller.page.waitForLoadState('networkidle');
    await seller.shown('approve-application').getByLabel('未提供食品经营许可证').check();
    await seller.click('approve-application-submit');
    await seller.shown('application-state').filter({ hasText: '待总部审核' }).waitFor();

    await applicant.tap('apply-look');
    await applicant.sees('供货商已同意，等待总部审核');
  });

  step('HQ takes it on; the first password is shown once, and a second who decides is told', async () => {
    for (const one of [desk, second]) {
      await one.open();
      await one.logIn('hq');
      await one.go('onboarding');
    }
    await desk.sees('已等');
    await desk.shot('06-console-list');
    await deskFits();
    await openFirst(second);
    await second.click('application-reject');
    await second.shown('reject-application').locator('textarea').fill('再想想');
    await openFirst(desk);
    await desk.sees('在供货商的授权区域内');
    await desk.shot('07-console-sheet');
    await desk.click('application-approve');
    await desk.shown('approve-application').getByText('未提供食品经营许可证').click();
    await desk.shown('who-else').filter({ hasText: '不需要其他人再同意' }).waitFor();
    await desk.shot('08-console-approve');
    await desk.click('approve-application-submit');

    await desk.shown('first-password').waitFor();
    loginName = await desk.shown('first-login-name').innerText();
    password = await desk.shown('first-password-text').innerText();
    await desk.shot('09-first-password');
    await deskFits();
    await desk.click('first-password-done');
    await second.click('reject-application-submit');
    await second.sees('林总监已同意');
    await second.shot('10-console-second');
  });

  step('the customer logs in by the first password, which another must follow', async () => {
    await applicant.tap('apply-look');
    await applicant.sees('申请已通过');
    await applicant.shot('11-approved');
    await fits();
    await applicant.tap('apply-log-in');
    await applicant.logIn(loginName.trim(), password.trim());

    await applicant.sees('新密码');
  });

  step('what is taken on stands among the customers, with the phone it proved and its trail', async () => {
    await desk.page.goto('/admin/parties?q=桥头便利店');
    await desk.page.locator('button[data-testid^="party-"]').first().click();
    await desk.shown('party-facts').waitFor();
    await desk.click('tab-phone');
    await desk.shown('login-phone').filter({ hasText: '短信验证' }).waitFor();
    await desk.shot('12-party-phone');
    await deskFits();
    await desk.click('tab-changes');
    await desk.sees('开户');
  });

  step('nothing went wrong that no one provoked', () => {
    const provoked = ['refused request'] as const;
    for (const visitor of [applicant, seller, desk, second]) expect(visitor.faults(provoked)).toEqual([]);
    expect(server.complaints()).toEqual([]);
  });
});
