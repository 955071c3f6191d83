/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@tongpan/bff';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../engines/eventually';
import { openBrowser, seat } from './browser';
import { newId, officeOf } from './office';
import { type ServerProcess, startDemo } from './server-process';
import { type Shop, shopOf } from './shop';
import { stepsOf } from './steps';

/** Hundreds of pages are scrolled through, one after the other; nothing is said of how long that takes. */
jest.setTimeout(400_000);

const skuCount = 5_000;
const pageRows = 18;
/** Cards within two screens of the one that is looked at, on either side; a page of thousands holds no more. */
const drawnAtMost = 150;
/** What may be asked again when somebody comes back to a page: not all of a long list. */
const askedAgainAtMost = 20;

/** Far enough down a category of thousands. */
const pagesOfCategory = 40;

const pollMs = 500;
/** A list that does not grow for so long never will. */
const stuckMs = 60_000;

const skuIdOf = (at: number) => `MANY${String(at).padStart(4, '0')}`;
const nameOf = (at: number) => `千品${String(at).padStart(4, '0')}号`;

/** Hands a sheet in, and says yes to it once it is checked. */
async function handIn(office: Client, kind: 'products' | 'prices', rows: readonly (readonly string[])[]) {
  const importId = newId();
  const content = Buffer.from(rows.map((row) => row.join(',')).join('\n')).toString('base64');
  await office.exchange.begin({ importId, kind, fileName: '数据.csv', partCount: 1 });
  await office.exchange.addPart({ importId, partNo: 1, content });
  const reaches = async (state: 'ready' | 'done') => {
    for (;;) {
      const run = await office.exchange.get({ importId });
      if (run.state === state) return;
      if (run.state === 'failed') throw new Error(run.problem);
      await wait(pollMs);
    }
  };
  await reaches('ready');
  await office.exchange.confirm({ importId });
  await reaches('done');
  return office.exchange.get({ importId });
}

const listState = (page: Page) =>
  page.evaluate(() => ({
    pages: document.querySelectorAll('[id^="goods-page-"]').length,
    cards: document.querySelectorAll('.sku-card').length,
    foot: [...document.querySelectorAll('.list-foot')].map(({ textContent }) => textContent).join(' '),
    isOver: [...document.querySelectorAll('.list-foot')].some(
      (foot) => foot.textContent === '没有更多了' && foot.getBoundingClientRect().height > 0,
    ),
  }));

/**
 * Puts the list at its beginning, at its end, or a screen before that: a page is only asked for by coming to the end. The
 * list hears of it in the frame that is drawn next, and not of where it stood between two frames.
 */
const scrollTo = (page: Page, place: 'top' | 'nearBottom' | 'bottom') =>
  page.evaluate(async (where) => {
    const list = document.querySelector('.catalog-list');
    const placeOf = ({ scrollHeight, clientHeight }: Element) =>
      where === 'top' ? 0 : scrollHeight - clientHeight * (where === 'bottom' ? 1 : 2);
    for (let around = list?.parentElement ?? null; around; around = around.parentElement)
      if (around.scrollHeight > around.clientHeight) around.scrollTop = placeOf(around);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, place);

/** Scrolls until nothing more comes, or so many pages are there. Answers how many, and the most cards there were at once. */
async function scrollDown(page: Page, mostPages = Infinity) {
  let cards = 0;
  let pages = 0;
  let standsSince = Date.now();
  for (;;) {
    const state = await listState(page);
    cards = Math.max(cards, state.cards);
    if (state.isOver || state.pages >= mostPages) return { pages: state.pages, cards };
    if (state.pages > pages) [pages, standsSince] = [state.pages, Date.now()];
    if (Date.now() - standsSince > stuckMs)
      throw new Error(`the list stands at ${pages} pages: ${state.foot}`);
    await scrollTo(page, 'nearBottom');
    await scrollTo(page, 'bottom');
  }
}

describe('a shop with 5,000 goods', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-many-goods-'));
  let server: ServerProcess;
  let browser: Browser;
  let shop: Shop;
  let soldCount = 0;
  /** The id of the category that all of them are in. */
  let category = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(dataDir), openBrowser()]);
    const [headquarters, distributor, store] = await Promise.all([
      officeOf(server, 'hq'),
      officeOf(server, 'd01'),
      officeOf(server, 's001'),
    ]);
    const all = Array.from({ length: skuCount }, (_, at) => at);
    const products = await handIn(headquarters, 'products', [
      ['商品编码', '品名', '规格', '分类', '基本单位', '保质期（天）'],
      ...all.map((at) => [skuIdOf(at), nameOf(at), '500ml', '茶饮料', '瓶', '365']),
    ]);
    const prices = await handIn(distributor, 'prices', [
      ['价格表编号', '商品编码', '单价（元）'],
      ...all.map((at) => ['PL-D01', skuIdOf(at), '3.20']),
    ]);
    expect([products.appliedCount, prices.appliedCount]).toEqual([skuCount, skuCount]);
    soldCount = await countOf(store);
    const { items: categories } = await store.catalog.categories({});
    category = categories.find(({ name }) => name === '茶饮料')?.category ?? '';
    shop = shopOf(await seat(browser, { base: server.base, screen: 'phone', album: 'many-goods' }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** How many goods somebody is sold, page by page. */
  async function countOf(office: Client) {
    let count = 0;
    let cursor: string | null | undefined;
    do {
      const page = await office.catalog.search({ limit: 100, cursor: cursor ?? undefined });
      count += page.items.length;
      cursor = page.nextCursor;
    } while (cursor);
    return count;
  }

  const step = stepsOf(() => shop.shot('broken'));
  let first = '';

  step('all of them are reached by scrolling, and only those near the screen are drawn', async () => {
    expect(soldCount).toBeGreaterThanOrEqual(skuCount);
    await shop.open();
    await shop.logIn('s001');
    await shop.page.locator('.sku-card').first().waitFor();
    first = await shop.page.locator('.sku-card').first().innerText();

    const { pages, cards } = await scrollDown(shop.page);

    expect(pages).toBe(Math.ceil(soldCount / pageRows));
    expect(cards).toBeLessThanOrEqual(drawnAtMost);
    await shop.page.locator('.sku-card:visible').last().waitFor();
    await shop.shot('01-end');
  });

  step('coming back to the page after a while asks for little of it again', async () => {
    const asked: string[] = [];
    shop.page.on('request', (request) => asked.push(request.url()));
    // Until what was read counts as old.
    await shop.page.waitForTimeout(11_000);

    await shop.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await shop.page.waitForLoadState('networkidle');

    expect(asked.filter((url) => url.includes('/api/')).length).toBeLessThanOrEqual(askedAgainAtMost);
    expect((await listState(shop.page)).pages).toBe(Math.ceil(soldCount / pageRows));
  });

  step('the beginning is there again, as it was', async () => {
    await scrollTo(shop.page, 'top');

    await eventually('the first card is drawn', async () => {
      const card = shop.page.locator('#goods-page-0 .sku-card').first();
      return (await card.isVisible()) && (await card.innerText()) === first;
    });
    expect((await listState(shop.page)).cards).toBeLessThanOrEqual(drawnAtMost);
  });

  step('a category of thousands is a list of its own, as light as that of all', async () => {
    await shop.page.locator(`#category-${category}`).locator('visible=true').click();
    await eventually(
      'its list has begun anew',
      async () => (await listState(shop.page)).pages < pagesOfCategory,
    );

    const { pages, cards } = await scrollDown(shop.page, pagesOfCategory);

    expect(pages).toBeGreaterThanOrEqual(pagesOfCategory);
    expect(cards).toBeLessThanOrEqual(drawnAtMost);
    await shop.shot('02-category');
  });

  step('one of them is found by its number', async () => {
    await shop.search(nameOf(skuCount - 1));

    await shop.shown(`goods-of-${skuIdOf(skuCount - 1)}`).waitFor();
    await eventually('it alone is found', async () => (await listState(shop.page)).cards === 1);
    await shop.leave();
  });
});
