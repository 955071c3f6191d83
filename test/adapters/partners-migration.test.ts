import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { migrations } from '@tongpan/core/src/platform/database/migrations';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

forEachEngine('partners of before', (engine) => {
  afterAll(removePlaces);

  const named = (word: string) => migrations.filter(({ name }) => name.startsWith(word));

  it('keep their suppliers, the longest-standing one for all lines, and stand below them', async () => {
    const place = await engine.makePlace();
    const before = await openDatabase(place, { tables: [], migrations: named('Trunk') });
    await before.migrate();
    await before.transaction(async (tx) => {
      const sql = sqlOf(tx);
      for (const [id, kind] of [
        ['HQ', 'hq'],
        ['D1', 'distributor'],
        ['S1', 'store'],
        ['S2', 'store'],
      ] as const) {
        await sql.run(
          `INSERT INTO party (id, code, kind, name, level, channel, regionCode, status, orderMinimumFen, createdAt)
           VALUES (?, ?, ?, ?, 1, 'traditional', '330106', 'active', 0, 1)`,
          [id, id, kind, id],
        );
      }
      await sql.run(`UPDATE party SET status = 'suspended' WHERE id = 'S2'`);
      await sql.run(
        `INSERT INTO supply (buyerId, sellerId, since) VALUES ('D1', 'HQ', 5), ('S1', 'D9', 9), ('S1', 'D1', 7)`,
      );
      await sql.run(
        `INSERT INTO address (id, partyId, receiver, phone, regionCode, detail, isDefault)
         VALUES ('A1', 'S1', '王', '139', '330106', '路', 1)`,
      );
    });
    await before.close();

    const after = await openDatabase(place, {
      tables: [],
      migrations: [...named('Trunk'), ...named('Partners')],
    });
    await after.migrate();
    const found = await after.read(async (tx) => ({
      supplies: await sqlOf(tx).rows('SELECT * FROM supply ORDER BY buyerId'),
      parents: await sqlOf(tx).rows('SELECT id, parentId, licenceMark, contactPhone FROM party ORDER BY id'),
      suspensions: await sqlOf(tx).rows('SELECT partyId, effect, state FROM partnerSuspension'),
      addresses: await sqlOf(tx).rows('SELECT geocode, isDeliveryCentre, townCode FROM address'),
    }));
    await after.close();

    expect(found.supplies).toEqual([
      { buyerId: 'D1', productLine: '*', sellerId: 'HQ', status: 'active', since: 5 },
      { buyerId: 'S1', productLine: '*', sellerId: 'D1', status: 'active', since: 7 },
    ]);
    expect(found.parents).toMatchObject([
      { id: 'D1', parentId: 'HQ', licenceMark: 'none', contactPhone: '' },
      { id: 'HQ', parentId: null },
      { id: 'S1', parentId: null },
      { id: 'S2', parentId: null },
    ]);
    expect(found.suspensions).toEqual([{ partyId: 'S2', effect: 'logIn', state: 'inForce' }]);
    expect(found.addresses).toEqual([{ geocode: 'none', isDeliveryCentre: 0, townCode: null }]);
  });
});
