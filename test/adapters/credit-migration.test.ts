import { tables } from '@tongpan/core';
import { migrations } from '@tongpan/core/src/platform/database/migrations';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { platformTables } from '@tongpan/core/src/platform/tables';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

forEachEngine('receipts of before they could be taken back', (engine) => {
  afterAll(removePlaces);

  it('keep what bills took of them, and what was left', async () => {
    const place = await engine.makePlace();
    const all = [...platformTables, ...tables];
    const old = await openDatabase(place, { tables: all, migrations: migrations.slice(0, 1) });
    await old.migrate();
    await old.transaction(async (tx) => {
      const sql = sqlOf(tx);
      await sql.run(
        `INSERT INTO receipt (id, accountId, amountFen, actorId, at) VALUES ('R1', 'A', 500, 'U', 7), ('R2', 'A', 90, 'U', 8)`,
      );
      await sql.run(
        `INSERT INTO application (receiptId, billId, amountFen) VALUES ('R1', 'B1', 300), ('R1', 'B2', 150)`,
      );
    });
    await old.close();

    const database = await openDatabase(place, { tables: all, migrations });
    await database.migrate();
    const found = await database.read(async (tx) => ({
      receipts: await sqlOf(tx).rows('SELECT id, kind, amountFen, openFen FROM receipt ORDER BY id'),
      taken: await sqlOf(tx).rows(
        'SELECT receiptId, billId, amountFen, actorId, at FROM billApplication ORDER BY billId',
      ),
    }));
    await database.close();

    expect(found.receipts).toEqual([
      { id: 'R1', kind: 'money', amountFen: 500, openFen: 50 },
      { id: 'R2', kind: 'money', amountFen: 90, openFen: 90 },
    ]);
    expect(found.taken).toEqual([
      { receiptId: 'R1', billId: 'B1', amountFen: 300, actorId: 'U', at: 7 },
      { receiptId: 'R1', billId: 'B2', amountFen: 150, actorId: 'U', at: 7 },
    ]);
  });
});
