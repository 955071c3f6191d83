import { migrations } from '@tongpan/core/src/platform/database/migrations';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

forEachEngine('holds of before they named a seller', (engine) => {
  afterAll(removePlaces);

  it('get the seller of their order', async () => {
    const place = await engine.makePlace();
    const then = await openDatabase(place, { tables: [], migrations: migrations.slice(0, 1) });
    await then.migrate();
    await then.transaction(async (tx) => {
      const sql = sqlOf(tx);
      await sql.run(
        `INSERT INTO salesOrder (id, number, sellerId, buyerId, userId, state, verdict, findings, channel, deviceId, ip,
           payerId, addressId, receiver, phone, regionCode, addressDetail, goodsFen, payableFen, heldFen, note,
           placedAt, reservedUntil, requestHash)
         VALUES ('O1', 'N1', 'D1', 'S1', 'U', 'held', 'held', '[]', 'api', '', '', 'S1', 'A', '王', '139', '330106', '路',
           1, 1, 0, '', 1, NULL, ''),
                ('O2', 'N2', 'D2', 'S2', 'U', 'held', 'held', '[]', 'api', '', '', 'S2', 'A', '李', '139', '330106', '路',
           1, 1, 0, '', 1, NULL, '')`,
      );
      await sql.run(
        `INSERT INTO orderHold (orderId, kind, status, owner, openedAt, dueAt, clearedBy, clearedAt)
         VALUES ('O1', 'credit', 'open', 'seller', 1, 2, NULL, NULL), ('O2', 'credit', 'open', 'hq', 1, 2, NULL, NULL)`,
      );
    });
    await then.close();

    const now = await openDatabase(place, { tables: [], migrations });
    await now.migrate();
    const holds = await now.read((tx) =>
      sqlOf(tx).rows('SELECT orderId, sellerId FROM orderHold ORDER BY orderId'),
    );
    await now.close();

    expect(holds).toEqual([
      { orderId: 'O1', sellerId: 'D1' },
      { orderId: 'O2', sellerId: 'D2' },
    ]);
  });
});
