import type { Client } from '@tongpan/bff';
import { addWarehouses } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('what stock is another’s', (engine) => {
  let shop: Shop;
  let stranger: Client;
  let lotId: string;
  let transferId: string;
  let sheetId: string;
  let inboundId: string;
  let ruleId: string;
  let alertId: string;

  beforeAll(async () => {
    shop = await openShop(engine);
    const mine = await shop.as('d1');
    stranger = await shop.as('d2');
    [transferId, sheetId, inboundId, ruleId, alertId] = Array.from({ length: 5 }, () => shop.newId()) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await shop.core.database.transaction((tx) =>
      addWarehouses(tx, [{ id: 'W-D1-B', ownerId: 'D1', name: 'D1 二仓', regionCode: '330108' }]),
    );
    lotId = (await mine.stock.lots({ skuId: 'WATER' })).items[0]?.lotId ?? '';
    await mine.stock.dispatchTransfer({
      transferId,
      fromWarehouseId: 'W-D1',
      toWarehouseId: 'W-D1-B',
      reason: '',
      lines: [{ lotId, quantity: 10 }],
    });
    await mine.stock.openCount({ sheetId, warehouseId: 'W-D1', skuIds: ['WATER'] });
    const expected = { warehouseId: 'W-D1', skuId: 'WATER', expectedOn: shop.today, quantity: 10 };
    await mine.stock.putInbound({ inboundId, ...expected });
    await mine.stock.addLifeRule({ ruleId, scope: 'channel', subject: 'modern', startsOn: shop.today });
    await mine.stock.setBuffer({ commandId: shop.newId(), skuId: 'WATER', quantity: 5 });
    await shop.run(
      `INSERT INTO expiryAlert (id, lotId, level, ownerId, warehouseId, skuId, lotNo, expiresOn, quantity, desk,
         raisedAt, dueAt, state, action, outcome, closedBy, closedAt)
       SELECT ?, id, 'blue', ownerId, warehouseId, skuId, lotNo, expiresOn, onHand, 'manager', 1, 2, 'open', NULL, '', NULL, NULL
       FROM lot WHERE id = ?`,
      [alertId, lotId],
    );
  });
  afterAll(() => shop.close());

  const toldBy = async (answer: Promise<unknown>) => {
    const { status, problem } = await refusalOf(answer);
    const { code, title, detail } = problem;
    return { status, code, title, detail };
  };
  /** Asks about what is another's and about what there is not: nobody can tell which is which. */
  const cannotTell = async (ask: (id: string) => Promise<unknown>, others: string, code: string) => {
    const before = await shop.ledger();
    const told = await toldBy(ask(others));
    expect(told).toEqual(await toldBy(ask('NO-SUCH-THING')));
    expect(told.code).toBe(code);
    expect(await shop.ledger()).toEqual(before);
  };
  const command = () => ({ commandId: shop.newId(), reason: '看看' });

  it('is not told from what is not: lots', async () => {
    const { stock } = stranger;
    await cannotTell(
      (id) => stock.moveQuality({ lotId: id, ...command(), to: 'blocked' }),
      lotId,
      'stock.lotUnknown',
    );
    await cannotTell(
      (id) => stock.destroy({ lotId: id, ...command(), quantity: 1, proof: '无' }),
      lotId,
      'stock.lotUnknown',
    );
    await cannotTell((id) => stock.adjust({ lotId: id, ...command(), change: 1 }), lotId, 'stock.lotUnknown');
    await shop.core.database.transaction((tx) =>
      addWarehouses(tx, [{ id: 'W-D2-B', ownerId: 'D2', name: 'D2 二仓', regionCode: '330212' }]),
    );
    await cannotTell(
      (id) =>
        stock.dispatchTransfer({
          transferId: shop.newId(),
          fromWarehouseId: 'W-D2',
          toWarehouseId: 'W-D2-B',
          reason: '',
          lines: [{ lotId: id, quantity: 1 }],
        }),
      lotId,
      'stock.lotUnknown',
    );
  });

  it('is not told from what is not: transfers, counts, receipts, rules, alerts, warehouses', async () => {
    const { stock } = stranger;
    const id = () => ({ commandId: shop.newId() });
    await cannotTell((one) => stock.transfer({ transferId: one }), transferId, 'stock.transferUnknown');
    await cannotTell(
      (one) => stock.receiveTransfer({ transferId: one, ...id() }),
      transferId,
      'stock.transferUnknown',
    );
    await cannotTell((one) => stock.count({ sheetId: one }), sheetId, 'stock.countUnknown');
    await cannotTell(
      (one) => stock.enterCounts({ sheetId: one, ...id(), counts: [{ lineNo: 1, counted: 1 }] }),
      sheetId,
      'stock.countUnknown',
    );
    await cannotTell((one) => stock.confirmCount({ sheetId: one, ...id() }), sheetId, 'stock.countUnknown');
    await cannotTell((one) => stock.cancelCount({ sheetId: one, ...id() }), sheetId, 'stock.countUnknown');
    await cannotTell(
      (one) => stock.openCount({ sheetId: shop.newId(), warehouseId: one }),
      'W-D1',
      'stock.warehouseUnknown',
    );
    await cannotTell(
      (one) => stock.confirmInbound({ inboundId: one, ...id() }),
      inboundId,
      'stock.inboundUnknown',
    );
    await cannotTell(
      (one) => stock.cancelInbound({ inboundId: one, ...id() }),
      inboundId,
      'stock.inboundUnknown',
    );
    await cannotTell(
      (one) =>
        stock.receiveInbound({ inboundId: one, ...id(), lotNo: 'L', producedOn: '2026-01-01', quantity: 1 }),
      inboundId,
      'stock.inboundUnknown',
    );
    await cannotTell(
      (one) => stock.removeLifeRule({ ruleId: one, ...id() }),
      ruleId,
      'stock.lifeRuleUnknown',
    );
    await cannotTell(
      (one) => stock.setBuffer({ ...id(), skuId: 'WATER', warehouseId: one, quantity: 1 }),
      'W-D1',
      'stock.warehouseUnknown',
    );
    await cannotTell(
      (one) => stock.handleAlert({ alertId: one, ...id(), action: 'other', outcome: '看看' }),
      alertId,
      'stock.alertUnknown',
    );
  });

  it('is in nobody else’s lists, named or not', async () => {
    const { stock } = stranger;
    for (const ownerId of ['D1', 'NO-SUCH-OWNER']) {
      const lists = await Promise.all([
        stock.lots({ ownerId }),
        stock.summary({ ownerId }),
        stock.movements({ ownerId }),
        stock.operations({ ownerId }),
        stock.transfers({ ownerId }),
        stock.counts({ ownerId }),
        stock.inbounds({ ownerId }),
        stock.alerts({ ownerId }),
      ]);
      expect(lists.map(({ items }) => items)).toEqual(lists.map(() => []));
    }
    const own = await Promise.all([stock.buffers({}), stock.lifeRules({}), stock.quotas({})]);
    expect(own.map(({ items }) => items)).toEqual([[], [], []]);
    expect((await stock.movements({ lotId })).items).toEqual([]);
  });

  it('is shown to HQ on request', async () => {
    const { stock } = await shop.as('hq');

    expect((await stock.lots({ ownerId: 'D1', skuId: 'WATER' })).items.map(({ lotNo }) => lotNo)).toContain(
      'W-LATE',
    );
    expect((await stock.transfers({ ownerId: 'D1' })).items).toMatchObject([{ transferId }]);
    expect((await stock.counts({ ownerId: 'D1' })).items).toMatchObject([{ sheetId }]);
    expect((await stock.lots({ skuId: 'WATER' })).items.map(({ lotNo }) => lotNo)).toEqual(['H-W']);
  });

  endsWithBooks(() => shop);
});
