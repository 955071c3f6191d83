/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoPassword } from '@tongpan/core';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

/** What a spreadsheet puts on the clipboard, pasted while no field has the focus. */
const paste = (page: Page, cells: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, cells);

const inFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('taro-input-core')?.id ?? '');

const fieldOf = (shop: Shop, id: string) => shop.shown(id).locator('input');

describe('a distributor orders by a sheet at a desk', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-paste-'));
  let server: ServerProcess;
  let browser: Browser;
  let shop: Shop;
  let goods: readonly { readonly skuId: string; readonly barcode: string; readonly name: string }[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
    goods = (await (await officeOf(server, 'd01')).catalog.search({ limit: 60 })).items;
    shop = shopOf(await seat(browser, { base: server.base, screen: 'desk', album: 'paste' }), 'click');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const step = stepsOf(() => shop.shot('broken'));
  const barcode = (at: number) => goods[at]?.barcode ?? '';

  step(
    'what is pasted on the page is read at once, by its heading, and says what is wrong with which row',
    async () => {
      await shop.open();
      await shop.logIn('d01', demoPassword);
      await shop.sees('充足');
      await shop.open('/pages/desk/quick-order/index');
      await shop.shown('row-search').waitFor();
      await shop.page.waitForLoadState('networkidle');

      await paste(
        shop.page,
        [
          '品名\t条码\t数量',
          `甲\t${barcode(0)}\t24`,
          '不存在的东西甲乙丙\t\t12',
          `丙\t${barcode(1)}\t很多`,
          `丁\t${barcode(2)}\t36`,
        ].join('\n'),
      );

      await shop.sees('共 4 行 · 2 行待处理');
      await shop.sees('没有找到这个商品', shop.shown('pasted-wrong-3'));
      await shop.sees('看不懂这个数量', shop.shown('pasted-wrong-4'));
      await shop.shot('01-read');
      expect(await whatDoesNotFit(shop.page, madeToScroll.desk)).toEqual([]);
      expect(await gravestAxeFindings(shop.page)).toEqual([]);
    },
  );

  step('nothing of it is lost with the page', async () => {
    await shop.open('/pages/desk/quick-order/index');
    await shop.tap('open-paste');

    const text = await shop.shown('paste-text').locator('textarea').inputValue();

    expect(text).toContain('不存在的东西甲乙丙');
    expect(text.split('\n')).toHaveLength(5);
  });

  step('a row is put right where it stands, by the keyboard alone', async () => {
    await shop.tap('paste-read');
    await shop.shown('pasted-wrong-3').waitFor();

    await fieldOf(shop, 'pasted-sku-3').fill(barcode(3));
    await shop.page.keyboard.press('Enter');
    expect(await inFocus(shop.page)).toBe('pasted-sku-4');
    await shop.page.keyboard.press('Tab');
    expect(await inFocus(shop.page)).toBe('pasted-quantity-4');
    await shop.page.keyboard.type('12');
    await shop.page.keyboard.press('Tab');

    await shop.sees('共 4 行 · 全部已识别');
    await shop.shot('02-fixed');
  });

  step('good rows go into the order, and the arrows walk through their quantities', async () => {
    await shop.tap('paste-add');
    await shop.shown('paste-add').waitFor({ state: 'hidden' });
    const [first = '', second = ''] = [goods[0]?.skuId, goods[3]?.skuId];
    await shop.shown(`row-${second}`).waitFor();
    expect(await shop.page.locator('.rows__row:visible').count()).toBe(4);
    await shop.shot('03-rows');

    await fieldOf(shop, `count-row-${first}-0`).focus();
    await shop.page.keyboard.press('ArrowDown');
    expect(await inFocus(shop.page)).toBe(`count-row-${second}-0`);
    await shop.page.keyboard.press('ArrowUp');
    expect(await inFocus(shop.page)).toBe(`count-row-${first}-0`);
  });

  step('a scanned code and Enter add one more', async () => {
    await fieldOf(shop, 'row-search').fill(barcode(4));
    await shop.page.keyboard.press('Enter');

    await shop.shown(`row-${goods[4]?.skuId ?? ''}`).waitFor();
    expect(await fieldOf(shop, 'row-search').inputValue()).toBe('');
    expect(await inFocus(shop.page)).toBe('row-search');
  });

  step('a thousand rows are read in one go, and only those near the screen are drawn', async () => {
    const rows = Array.from({ length: 1_002 }, (_, at) => `${barcode(at % goods.length)}\t12`);

    await paste(shop.page, rows.join('\n'));

    await shop.sees('共 1000 行');
    await shop.sees('另有 2 行');
    await shop.shot('04-thousand');
    expect(await shop.page.locator('.pasted').count()).toBeLessThan(200);

    await shop.tap('paste-add');

    await shop.sees('已加入 1000 行，还有 2 行');
    await eventually('the two beyond are in the box', async () => {
      const text = await shop.shown('paste-text').locator('textarea').inputValue();
      return text === rows.slice(-2).join('\n');
    });
    await shop.tap('sheet-close');
    expect(await shop.page.locator('[id^="quick-part-"]').count()).toBe(Math.ceil(goods.length / 18));
    expect(await shop.page.locator('.rows__row').count()).toBeLessThan(goods.length);
    await shop.shot('05-order');
    expect(shop.faults()).toEqual([]);
    await shop.leave();
  });
});
