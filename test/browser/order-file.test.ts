/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { gravestAxeFindings } from './axe';
import { openBrowser, seat } from './browser';
import { officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { madeToScroll, whatDoesNotFit } from './sideways';
import { stepsOf } from './steps';

interface OrderFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Drops a file on the page, as from a folder beside it. */
const drop = (page: Page, { name, buffer }: OrderFile) =>
  page.evaluate(
    ([fileName, base64]) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, buffer.toString('base64')] as const,
  );

describe('a distributor orders by a file', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-order-file-'));
  let server: ServerProcess;
  let browser: Browser;
  let shop: Shop;
  let goods: readonly { readonly skuId: string; readonly barcode: string }[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
    goods = (await (await officeOf(server, 'd01')).catalog.search({ limit: 10 })).items;
    shop = shopOf(await seat(browser, { base: server.base, screen: 'desk', album: 'order-file' }), 'click');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const step = stepsOf(() => shop.shot('broken'));
  const barcode = (at: number) => goods[at]?.barcode ?? '';
  const workbookOf = async (rows: readonly (readonly (string | number)[])[]): Promise<OrderFile> => ({
    name: '订货.xlsx',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: '订货', rows: rows.map((row) => [...row]) }] })),
  });
  const choose = async ({ name, buffer }: OrderFile) => {
    const choosing = shop.page.waitForEvent('filechooser');
    await shop.tap('paste-file');
    await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };

  step('takes the template, which has the headings', async () => {
    await shop.open();
    await shop.logIn('d01');
    await shop.sees('充足');
    await shop.open('/pages/desk/quick-order/index');
    await shop.tap('open-paste');
    const saving = shop.page.waitForEvent('download');
    await shop.tap('paste-template');
    const saved = await saving;

    expect(saved.suggestedFilename()).toBe('订货模板.xlsx');
    const bytes = readFileSync(await saved.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  step('what is no sheet, or too large, or empty says so', async () => {
    await choose({ name: '照片.xlsx', buffer: Buffer.from('PK\u0003\u0004 and no more') });
    await shop.sees('文件无法读取，请另存为 XLSX 或 CSV 后重试');
    await choose({ name: '大.csv', buffer: Buffer.alloc(600_000, '1') });
    await shop.sees('文件超过 500 KB，请只保留要订的行');
    await choose(await workbookOf([['条码', '数量']]));
    await shop.sees('文件里没有要订的行');
    const rows = Array.from({ length: 1_001 }, () => [barcode(0), 12]);
    await choose(await workbookOf([['条码', '数量'], ...rows]));
    await shop.sees('表格行数过多，请分成几个文件：最多 1000 行');
    await shop.shot('01-refused');
  });

  step('a workbook is read row by row, and says what is wrong with which', async () => {
    await choose(
      await workbookOf([
        ['品名', '条码', '数量'],
        ['甲', barcode(0), 24],
        ['不存在的东西甲乙丙', '', 12],
        ['丙', barcode(1), '很多'],
      ]),
    );

    await shop.sees('共 3 行 · 2 行待处理');
    await shop.sees('没有找到这个商品', shop.shown('pasted-wrong-3'));
    await shop.sees('看不懂这个数量', shop.shown('pasted-wrong-4'));
    await shop.shot('02-read');
    expect(await whatDoesNotFit(shop.page, madeToScroll.desk)).toEqual([]);
    expect(await gravestAxeFindings(shop.page)).toEqual([]);
    await shop.tap('pasted-remove-3');
    await shop.tap('pasted-remove-4');
    await shop.tap('paste-add');
    await shop.shown(`row-${goods[0]?.skuId ?? ''}`).waitFor();
  });

  step('a CSV file that is dropped on the page is read as well, and goes into the order', async () => {
    const buffer = Buffer.from(`条码,数量\n${barcode(2)},12\n${barcode(3)},24\n`);
    await drop(shop.page, { name: '订货.csv', buffer });

    await shop.sees('共 2 行 · 全部已识别');
    await shop.tap('paste-add');
    await shop.shown(`row-${goods[3]?.skuId ?? ''}`).waitFor();
    expect(await shop.page.locator('.rows__row:visible').count()).toBe(3);
    await shop.shot('03-order');
    expect(shop.faults(['refused request'])).toEqual([]);
    await shop.leave();
  });
});
