import { addDays, scanExpiry, takeInMany } from '@tongpan/core';
import { forEachEngine, onServers, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

const document = (shop: Shop) => ({
  kind: 'receive' as const,
  documentKind: 'receipt' as const,
  documentId: shop.newId(),
  actorId: 'system',
  at: shop.core.clock.now(),
});

forEachEngine('lots that come in by the thousand', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.addGoods({ id: 'BULK', shelfLifeDays: 100, lots: [] });
  });
  afterAll(() => shop.close());

  const row = (lotNo: string, ageDays: number, quantity: number) => ({
    ownerId: 'D1',
    warehouseId: 'W-D1',
    skuId: 'BULK',
    lotNo,
    producedOn: addDays(shop.today, -ageDays),
    expiresOn: addDays(shop.today, 100 - ageDays),
    quality: 'available' as const,
    quantity,
  });
  const importRows = (rows: Parameters<typeof takeInMany>[2]) =>
    shop.core.database.transaction((tx) => takeInMany(tx, shop.newId, rows, document(shop)));
  const held = async () => {
    const [sums] = await shop.rows<{ lots: number; onHand: number | null }>(
      `SELECT COUNT(*) AS lots, SUM(onHand) AS onHand FROM lot WHERE skuId = 'BULK'`,
    );
    return sums;
  };

  it('are all there, and their levels are known after one scan', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => row(`B-${at}`, at % 120, 10));

    const lots = await importRows(rows);

    expect(lots.map(({ lotNo, onHand }) => `${lotNo} ${onHand}`)).toEqual(
      rows.map(({ lotNo }) => `${lotNo} 10`),
    );
    expect(await held()).toEqual({ lots: 3_000, onHand: 30_000 });

    // 25 of each age: half a life left at 50 days, a third at 67, near expiry at 85, over at 100.
    const before = await scanExpiry(shop.core, shop.core.clock.now());
    const levels = await shop.rows<{ level: string; alerts: number }>(
      `SELECT level, COUNT(*) AS alerts FROM expiryAlert WHERE skuId = 'BULK' GROUP BY level ORDER BY level`,
    );
    expect(before.locked).toBe(500);
    expect(Object.fromEntries(levels.map(({ level, alerts }) => [level, alerts]))).toEqual({
      blue: 17 * 25,
      yellow: 18 * 25,
      red: 15 * 25,
      expired: 500,
    });
  });

  it('join lots that are there, and themselves', async () => {
    const lots = await importRows([row('B-1', 1, 5), row('NEW', 1, 3), row('NEW', 1, 4)]);

    expect(lots.map(({ lotNo, onHand }) => [lotNo, onHand])).toEqual([
      ['B-1', 15],
      ['NEW', 3],
      ['NEW', 7],
    ]);
  });

  it.each([
    ['a lot number with other dates', { lotNo: 'B-1', producedOn: '2026-01-01' }, 'stock.lotDiffers'],
    ['a lot number with another last day', { lotNo: 'B-1', expiresOn: '2030-01-01' }, 'stock.lotDiffers'],
    ['a lot of another owner', { lotNo: 'B-1', ownerId: 'D2' }, 'stock.lotDiffers'],
  ])('are refused whole for %s', async (_, wrong, code) => {
    const before = await held();

    await expect(importRows([row('FINE', 1, 5), { ...row('WRONG', 1, 5), ...wrong }])).rejects.toMatchObject({
      code,
    });

    expect(await held()).toEqual(before);
  });

  it('come in from two sides at once and lose nothing', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => row(`R-${at}`, 1, 1));

    await Promise.all([importRows(rows), importRows([...rows].reverse()), importRows(rows)]);

    const [sums] = await shop.rows<{ lots: number; onHand: number }>(
      `SELECT COUNT(*) AS lots, SUM(onHand) AS onHand FROM lot WHERE lotNo LIKE 'R-%'`,
    );
    expect(sums).toEqual({ lots: 200, onHand: 600 });
  });

  endsWithBooks(() => shop);
});

onServers('a recall among many deliveries', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  it.each([
    [
      'deliveries by lot',
      `SELECT shipmentLine.orderId FROM shipmentLine JOIN salesOrder ON salesOrder.id = shipmentLine.orderId
       WHERE shipmentLine.lotId IN ('A', 'B')`,
      'shipmentLine',
      'ix_shipmentLine_lotId',
    ],
    ['lots by number', `SELECT id FROM lot WHERE skuId = 'A' AND lotNo = 'B'`, 'lot', 'ix_lot_skuId_lotNo'],
    ['lots by recall', `SELECT id, onHand FROM lot WHERE recallId = 'A'`, 'lot', 'ix_lot_recallId'],
    [
      'goods on their way',
      `SELECT quantity FROM stockTransferLine WHERE skuId = 'A' AND lotNo = 'B'`,
      'stockTransferLine',
      'ix_stockTransferLine_skuId_lotNo',
    ],
  ])('looks %s up in an index', async (_, query, table, index) => {
    const plan = await shop.rows<{ table: string; possible_keys: string | null }>(`EXPLAIN ${query}`);

    expect(plan.find((step) => step.table === table)?.possible_keys ?? '').toContain(index);
  });
});
