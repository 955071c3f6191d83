import {
  accountKey,
  addAccounts,
  addDays,
  climbLadder,
  dayMs,
  loadAccounts,
  upsertLimits,
} from '@tongpan/core';
import { billTable, creditEntryTable } from '@tongpan/core/src/credit/tables';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openCreditSeller } from './credit-company';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

const many = 10_000;
const buckets = { heldFen: 0, shippedFen: 0, receivableFen: 0, unappliedFen: 0 };

forEachEngine('credit, many at once', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await openCreditSeller(shop);
  });
  afterAll(() => shop.close());

  it('sets limits row by row: added, changed, same', async () => {
    const actor = { actorId: 'U-d9', at: shop.core.clock.now(), reason: '导入' };
    const terms = { kind: 'monthly' as const, days: 15, basis: 'sign' as const, statementDay: 0 };
    const row = (buyerId: string, limitFen: number) => ({ sellerId: 'D9', buyerId, limitFen });
    const upsert = (rows: Parameters<typeof upsertLimits>[2]) =>
      shop.core.database.transaction((tx) => upsertLimits(tx, shop.newId, rows, actor));

    expect(await upsert([row('U1', 100), { ...row('U2', 200), terms }])).toEqual(['added', 'added']);
    expect(await upsert([row('U1', 100), { ...row('U2', 200), terms }])).toEqual(['same', 'same']);
    const next = [row('U1', 150), row('U2', 200), row('U3', 0), row('U1', 175)];
    expect(await upsert(next)).toEqual(['same', 'same', 'added', 'changed']);
    expect(await upsert([{ ...row('U1', 175), terms }, row('U2', 200)])).toEqual(['changed', 'same']);

    const accounts = await shop.core.database.read((tx) => loadAccounts(tx, ['U1', 'U2'], ['D9'], false));
    expect(accounts.get(accountKey('U1', 'D9'))).toMatchObject({ limitFen: 175, termDays: 15, version: 2 });
    expect(accounts.get(accountKey('U2', 'D9'))).toMatchObject({ limitFen: 200, termDays: 15, version: 0 });
    const history = await shop.rows<{ afterFen: number }>(
      `SELECT afterFen FROM limitChange WHERE accountId = ? ORDER BY version`,
      [accounts.get(accountKey('U1', 'D9'))?.id ?? ''],
    );
    expect(history.map(({ afterFen }) => afterFen)).toEqual([100, 175, 175]);
  });

  it('moves ten thousand accounts along the ladder, each to its step', async () => {
    const at = shop.core.clock.now() - 100 * dayMs;
    const daysLate = [0, 1, 8, 16, 31, 61] as const;
    const customers = Array.from({ length: many }, (_, no) => {
      const id = `M${String(no).padStart(5, '0')}`;
      return { id, days: daysLate[no % daysLate.length] as number };
    });
    await shop.core.database.transaction(async (tx) => {
      const sides = { sellerId: 'D9', termDays: 30, limitFen: 1_000_000 };
      const owed = { ...buckets, receivableFen: 100_000 };
      await addAccounts(
        tx,
        customers.map(({ id }) => ({ id, buyerId: id, ...sides, ...owed })),
      );
      const sql = sqlOf(tx);
      await sql.insert(
        creditEntryTable,
        customers.map(({ id }) => ({
          id: `E-${id}`,
          accountId: id,
          kind: 'sign' as const,
          ...owed,
          documentKind: 'shipment' as const,
          documentId: id,
          actorId: 'U-d9',
          at,
        })),
      );
      await sql.insert(
        billTable,
        customers.map(({ id, days }) => ({
          id: `B-${id}`,
          accountId: id,
          sellerId: 'D9',
          buyerId: id,
          orderId: `O-${id}`,
          orderNumber: id,
          amountFen: 100_000,
          paidFen: 0,
          issuedAt: at,
          dueOn: addDays(shop.today, -days),
          settled: false,
          termsKind: 'net' as const,
          termsVersion: 0,
          countsFromOn: null,
        })),
      );
    });

    const late = customers.filter(({ days }) => days > 0).length;
    expect(await climbLadder(shop.core, shop.today)).toBe(late);

    const steps = await shop.rows<{ ladderStep: string; accounts: number }>(
      "SELECT ladderStep, COUNT(*) AS accounts FROM creditAccount WHERE id LIKE 'M%' GROUP BY ladderStep",
    );
    const expected = ['clear', 'remind', 'noPromotion', 'cashOnly', 'stopShipment', 'frozen'].map(
      (step, no) => [step, customers.filter((_, at) => at % daysLate.length === no).length] as const,
    );
    expect(new Map(steps.map(({ ladderStep, accounts }) => [ladderStep, accounts]))).toEqual(
      new Map(expected),
    );
    const [reminded] = await shop.rows<{ count: number }>('SELECT COUNT(*) AS count FROM creditReminder');
    expect(reminded?.count).toBe(late);
  });

  endsWithBooks(() => shop);
});
