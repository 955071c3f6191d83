import type { Client } from '@tongpan/bff';
import { writeXlsx } from 'hucre/xlsx';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

type Kind = 'products' | 'partners' | 'stock' | 'prices' | 'limits';
type Sheet = readonly (readonly (string | number)[])[];

const csvOf = (sheet: Sheet) => Buffer.from(sheet.map((row) => row.join(',')).join('\n'));
const xlsxOf = async (sheet: Sheet) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '数据', rows: sheet.map((row) => [...row]) }] }));

forEachEngine('files handed in and out', (engine) => {
  let shop: Shop;
  let hq: Client;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, distributor] = await Promise.all([shop.as('hq'), shop.as('d1')]);
    // The day's own jobs first: what they write is not the imports'.
    await shop.core.jobs.runDue();
  });
  afterAll(() => shop.close());

  /** Sends a file in parts of a few bytes, as a slow phone would, and lets the check run. */
  const send = async (client: Client, kind: Kind, bytes: Buffer, fileName = '数据.csv') => {
    const importId = shop.newId();
    const parts = bytes.toString('base64').match(/.{1,600}/g) ?? [];
    await client.exchange.begin({ importId, kind, fileName, partCount: parts.length });
    for (const [at, content] of parts.entries()) {
      await client.exchange.addPart({ importId, partNo: at + 1, content });
    }
    await shop.core.jobs.runDue();
    return importId;
  };
  const finish = async (client: Client, importId: string) => {
    await client.exchange.confirm({ importId });
    await shop.core.jobs.runDue();
    return client.exchange.get({ importId });
  };
  const rowsOf = async (client: Client, importId: string) =>
    (await client.exchange.rows({ importId, limit: 100 })).items;
  /** Everything that is there but the imports themselves. */
  const others = async () => {
    const { counts, lots, accounts } = await shop.ledger();
    const { importRun, importPart, importRow, job, ...rest } = counts;
    expect([importRun, importPart, importRow, job].every((count) => count !== undefined)).toBe(true);
    return { rest, lots, accounts };
  };

  it('change nothing before somebody has said yes, and then what was shown', async () => {
    const before = await others();
    const importId = await send(
      hq,
      'products',
      csvOf([
        ['商品编码', '品名', '规格', '分类', '基本单位', '箱规', '保质期（天）', '税率', '颜色'],
        ['NEW1', '清谷新茶', '500ml×15', '茶饮料', '瓶', 15, 365, '13%', '绿'],
        ['WATER', '清谷矿泉水 新装', '', '', '', '', '', '', ''],
        ['TEA', '', '', '', '', '', '', '', ''],
        ['NEW2', '', '', '', '', 1, '一年', '', ''],
        ['NEW1', '清谷新茶', '', '茶饮料', '瓶', '', 365, '', ''],
      ]),
    );

    const checked = await hq.exchange.get({ importId });
    expect(checked).toMatchObject({
      state: 'ready',
      rowCount: 5,
      addedCount: 1,
      changedCount: 1,
      sameCount: 1,
      badCount: 2,
      unknownHeadings: ['颜色'],
      sameFileDoneAt: null,
    });
    const rows = await rowsOf(hq, importId);
    expect(rows.map(({ rowNo, state, change }) => [rowNo, state, change])).toEqual([
      [2, 'good', 'added'],
      [3, 'good', 'changed'],
      [4, 'good', 'same'],
      [5, 'bad', 'same'],
      [6, 'bad', 'same'],
    ]);
    expect(rows[1]?.changes).toEqual([
      { heading: '商品名称', before: '清谷矿泉水', after: '清谷矿泉水 新装' },
    ]);
    expect(rows[3]?.faults).toEqual([
      { heading: '箱规', fault: '应在 2 到 100000 之间' },
      { heading: '保质期（天）', fault: '应为整数' },
    ]);
    expect(rows[4]?.faults).toEqual([{ heading: '', fault: '与第 2 行重复' }]);
    expect(await others()).toEqual(before);

    expect(await finish(hq, importId)).toMatchObject({ state: 'done', appliedCount: 3, refusedCount: 0 });
    expect(await hq.catalog.get({ skuId: 'NEW1' })).toMatchObject({ name: '清谷新茶', category: '茶饮料' });
    expect((await hq.catalog.get({ skuId: 'WATER' })).name).toBe('清谷矿泉水 新装');
  });

  it('handed in twice, write nothing twice', async () => {
    const sheet = await xlsxOf([
      ['仓库编号', '商品编码', '批号', '生产日期', '在库数量'],
      ['W-D1', 'WATER', 'FILE-1', '2026-10-01', 240],
      ['W-D1', 'TEA', 'FILE-2', '2026-10-02', 120],
    ]);
    const first = await send(distributor, 'stock', sheet, '库存.xlsx');
    expect(await finish(distributor, first)).toMatchObject({ appliedCount: 2 });
    const after = await others();

    const second = await send(distributor, 'stock', sheet, '库存.xlsx');
    const again = await distributor.exchange.get({ importId: second });
    expect(again).toMatchObject({ sameCount: 2, addedCount: 0, changedCount: 0 });
    expect(again.sameFileDoneAt).not.toBeNull();
    await finish(distributor, second);
    await distributor.exchange.confirm({ importId: first });
    await shop.core.jobs.runDue();

    expect(await others()).toEqual(after);
    const lots = (await distributor.stock.lots({ skuId: 'WATER', limit: 100 })).items;
    expect(lots.find(({ lotNo }) => lotNo === 'FILE-1')?.onHand).toBe(240);
  });

  it('set what a lot holds up and down, and never below what is promised', async () => {
    const heading = ['仓库编号', '商品编码', '批号', '生产日期', '在库数量'];
    const lot = async () =>
      (await distributor.stock.lots({ skuId: 'CAP', limit: 100 })).items.find(({ lotNo }) => lotNo === 'C-1');
    const store = await shop.as('s1');
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] });
    const { producedOn = '', reserved = 0 } = (await lot()) ?? {};
    expect(reserved).toBeGreaterThanOrEqual(10);

    const down = await send(
      distributor,
      'stock',
      csvOf([heading, ['W-D1', 'CAP', 'C-1', producedOn, reserved + 5]]),
    );
    await finish(distributor, down);
    expect(await lot()).toMatchObject({ onHand: reserved + 5, reserved });

    const below = await send(
      distributor,
      'stock',
      csvOf([heading, ['W-D1', 'CAP', 'C-1', producedOn, reserved - 1]]),
    );
    expect((await rowsOf(distributor, below))[0]?.faults).toEqual([
      { heading: '在库数量', fault: `少于已被订单占用的数量 ${reserved}` },
    ]);
    expect(await codeOf(distributor.exchange.confirm({ importId: below }))).toBe('exchange.nothingGood');
  });

  it('tell a row that turned bad between the check and the writing, and write its neighbours', async () => {
    const importId = await send(
      distributor,
      'prices',
      csvOf([
        ['价格表编号', '商品编码', '单价（元）', '底价（元）'],
        ['PL-D1', 'WATER', '2.15', '1.9'],
        ['PL-D1', 'NUTS', '9.99', ''],
        ['PL-HQ', 'WATER', '0.01', ''],
      ]),
    );
    const rows = await rowsOf(distributor, importId);
    expect(rows.map(({ state }) => state)).toEqual(['good', 'good', 'bad']);
    expect(rows[2]?.faults[0]?.fault).toBe('没有这个价格表');
    await shop.run(`UPDATE priceListLine SET skuId = 'NUTS-GONE' WHERE skuId = 'NUTS'`);
    await shop.run(`UPDATE sku SET id = 'NUTS-GONE' WHERE id = 'NUTS'`);

    const done = await finish(distributor, importId);
    await shop.run(`UPDATE sku SET id = 'NUTS' WHERE id = 'NUTS-GONE'`);
    await shop.run(`UPDATE priceListLine SET skuId = 'NUTS' WHERE skuId = 'NUTS-GONE'`);

    expect(done).toMatchObject({ state: 'done', appliedCount: 1, refusedCount: 1 });
    const [price] = await shop.rows<{ unitPriceE4: number; floorPriceE4: number }>(
      `SELECT unitPriceE4, floorPriceE4 FROM priceListLine WHERE priceListId = 'PL-D1' AND skuId = 'WATER'`,
    );
    expect(price).toEqual({ unitPriceE4: 21_500, floorPriceE4: 19_000 });
  });

  it('bring partners with their seller and address, and limits for customers', async () => {
    const partners = await send(
      hq,
      'partners',
      csvOf([
        ['客户编码', '名称', '类型', '上级编码', '渠道', '区县代码', '地址', '联系人', '电话'],
        ['FS1', '文一便利店', '门店', 'D1', '便利', '330106', '文一路 1 号', '李娟', '0571-88886666'],
        ['FS2', '文二便利店', '门店', 'NOBODY', '便利', '330106', '', '', ''],
        ['FS3', '文三便利店', '门店', 'D1', '便利', '999999', '', '', ''],
      ]),
    );
    expect((await rowsOf(hq, partners)).map(({ faults }) => faults.map(({ fault }) => fault))).toEqual([
      [],
      ['没有这个供货方：请先导入上级'],
      ['没有这个行政区划'],
    ]);
    await finish(hq, partners);

    const limits = await send(
      distributor,
      'limits',
      csvOf([
        ['客户编码', '额度', '账期'],
        ['FS1', '"8,000.00"', 15],
        ['S5', 500, 7],
      ]),
    );
    expect((await rowsOf(distributor, limits)).map(({ state }) => state)).toEqual(['good', 'bad']);
    await finish(distributor, limits);
    const accounts = (await distributor.credit.accounts({ limit: 100 })).items;
    expect(accounts.find(({ buyerName }) => buyerName === '文一便利店')).toMatchObject({
      limitFen: 800_000,
      termDays: 15,
    });
  });

  it.each<Kind>(['products', 'partners', 'stock', 'prices', 'limits'])(
    'taken out and handed in again, %s are the same',
    async (kind) => {
      const { items } = await hq.exchange.kinds({});
      const headings = items.find((one) => one.kind === kind)?.columns.map(({ heading }) => heading) ?? [];
      const rows: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await hq.exchange.exportPage({ kind, cursor, limit: 3 });
        rows.push(...page.rows);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(rows.length).toBeGreaterThan(0);

      const importId = await send(hq, kind, await xlsxOf([headings, ...rows]), '导出.xlsx');

      const run = await hq.exchange.get({ importId });
      const bad = (await rowsOf(hq, importId)).flatMap(({ key, faults }) =>
        faults.map((fault) => [key, fault]),
      );
      // In the company of these tests barcodes are made up and do not scan.
      expect(bad.filter(([, fault]) => JSON.stringify(fault).includes('条码') === false)).toEqual([]);
      expect(run).toMatchObject({ rowCount: rows.length, addedCount: 0, changedCount: 0 });
      await hq.exchange.cancel({ importId });
    },
  );

  it.each([
    ['nothing', '', '文件是空的'],
    ['headings alone', '商品编码,品名\n', '只有表头，没有数据'],
    ['no headings', 'QG1,茶\nQG2,水\n', '第一行不是表头：请用模板的表头'],
    ['a column missing', '品名,规格\n茶,大\n', '缺少列：商品编码'],
    ['a column twice', '商品编码,品名,名称\nQ1,茶,茶\n', '列重复：名称'],
  ])('that hold %s are told as a whole', async (_what, text, problem) => {
    const importId = await send(hq, 'products', Buffer.from(text === '' ? '\n' : text));

    expect(await hq.exchange.get({ importId })).toMatchObject({ state: 'failed', problem });
    expect(await codeOf(hq.exchange.confirm({ importId }))).toBe('exchange.stateForbids');
  });

  it('are taken from the desk that would type them in, and told to nobody else', async () => {
    const begin = (client: Client, kind: Kind) =>
      outcomeOf(client.exchange.begin({ importId: shop.newId(), kind, fileName: 'a.csv', partCount: 1 }));
    const bookkeeper = await shop.as('hq-money');
    expect(await begin(distributor, 'products')).toBe('access.denied');
    expect(await begin(distributor, 'partners')).toBe('access.denied');
    expect(await begin(bookkeeper, 'stock')).toBe('access.denied');
    expect(await begin(bookkeeper, 'limits')).toBe('ok');
    expect((await bookkeeper.exchange.kinds({})).items.map(({ kind }) => kind)).toEqual(['limits']);

    const importId = await send(hq, 'products', csvOf([['商品编码'], ['WATER']]));
    const stranger = await shop.as('d2');
    for (const ask of [stranger.exchange.get, stranger.exchange.confirm, stranger.exchange.cancel]) {
      expect(await codeOf(ask({ importId }))).toBe('exchange.importUnknown');
    }
    expect(await codeOf(stranger.exchange.rows({ importId }))).toBe('exchange.importUnknown');
    expect((await stranger.exchange.list({})).items).toEqual([]);
    const exported = await stranger.exchange.exportPage({ kind: 'prices' });
    expect(exported.rows.every(([list]) => list === 'PL-D2')).toBe(true);
  });

  it('said twice get the same answer, said differently are refused', async () => {
    const importId = shop.newId();
    const begin = { importId, kind: 'products', fileName: 'a.csv', partCount: 2 } as const;
    await hq.exchange.begin(begin);
    expect(await hq.exchange.begin(begin)).toMatchObject({ importId, state: 'receiving' });
    expect(await codeOf(hq.exchange.begin({ ...begin, fileName: 'b.csv' }))).toBe('command.idReused');
    const part = { importId, partNo: 1, content: Buffer.from('商品编码\n').toString('base64') };
    await hq.exchange.addPart(part);
    await hq.exchange.addPart(part);
    expect(await codeOf(hq.exchange.addPart({ ...part, content: 'QUFB' }))).toBe('command.idReused');
    expect(await codeOf(hq.exchange.addPart({ ...part, partNo: 3 }))).toBe('exchange.partUnknown');
    expect((await hq.exchange.cancel({ importId })).state).toBe('cancelled');
    expect(await codeOf(hq.exchange.addPart(part))).toBe('exchange.stateForbids');
  });

  it('are forgotten after a season, and the file itself as soon as it was written', async () => {
    const [left] = await shop.rows<{ parts: number }>(
      `SELECT COUNT(*) AS parts FROM importPart WHERE importId IN (SELECT id FROM importRun WHERE state = 'done')`,
    );
    expect(left?.parts).toBe(0);
    const importId = await send(hq, 'products', csvOf([['商品编码'], ['WATER']]));
    await shop.run('UPDATE importRun SET startedAt = startedAt - ? WHERE id = ?', [
      91 * 86_400_000,
      importId,
    ]);

    expect(await shop.core.exchange.purge()).toBe(1);

    expect(await codeOf(hq.exchange.get({ importId }))).toBe('exchange.importUnknown');
    expect((await hq.exchange.list({ limit: 100 })).items.length).toBeGreaterThan(0);
  });

  it('to order from, are read as rows that were pasted, and change nothing', async () => {
    const before = await shop.ledger();
    const rows = [
      ['条码', '数量'],
      ['69WATER', '2箱'],
      ['没有这个东西', 3],
    ];
    for (const file of [csvOf(rows), await xlsxOf(rows)]) {
      const { text, lineCount } = await distributor.exchange.readOrderSheet({
        content: file.toString('base64'),
      });
      expect({ text, lineCount }).toEqual({
        text: '条码\t数量\n69WATER\t2箱\n没有这个东西\t3',
        lineCount: 3,
      });
    }
    const readBack = (content: string) => distributor.exchange.readOrderSheet({ content });
    const template = await distributor.exchange.orderSheetTemplate({});
    expect(template.fileName).toBe('订货模板.xlsx');
    expect((await readBack(template.content)).text).toBe('条码\t品名\t数量');
    expect(await codeOf(readBack(Buffer.from('PK\u0003\u0004').toString('base64')))).toBe(
      'exchange.fileUnreadable',
    );
    const tooMany = csvOf([['条码', '数量'], ...Array.from({ length: 1_001 }, () => ['69WATER', 1])]);
    expect(await codeOf(readBack(tooMany.toString('base64')))).toBe('exchange.tooManyRows');
    expect(await shop.ledger()).toEqual(before);
  });

  endsWithBooks(() => shop);
});
