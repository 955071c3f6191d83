import type { Day, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Party, PartyStatus, Supply, User } from './model';
import { partyTable, supplyTable, userTable } from './tables';

/** Changes of parties and of who supplies whom. */
export function partyStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    supplies: (buyerIds: readonly string[]) =>
      sql.selectForUpdate(supplyTable, 'WHERE buyerId IN (?) ORDER BY buyerId, productLine', [buyerIds]),

    /** Puts the supplies of a buyer in place of those it had. */
    async replaceSupplies(buyerId: string, supplies: readonly Supply[]) {
      await sql.run('DELETE FROM supply WHERE buyerId = ?', [buyerId]);
      await sql.insert(supplyTable, supplies);
    },

    setSupplyStatus: (buyerId: string, sellerId: string, status: Supply['status']) =>
      sql.run('UPDATE supply SET status = ? WHERE buyerId = ? AND sellerId = ?', [status, buyerId, sellerId]),

    setStatus: (partyId: string, status: PartyStatus) =>
      sql.run(`UPDATE party SET status = ? WHERE id = ? AND kind <> 'hq'`, [status, partyId]),

    /** Everybody of a party has to log in again. */
    endSessionsOfParty: (partyId: string, at: number) =>
      sql.run(
        'UPDATE session SET endedAt = ? WHERE endedAt IS NULL AND userId IN (SELECT id FROM user WHERE partyId = ?)',
        [at, partyId],
      ),

    joinChain: (storeId: string, chainId: string | null, deliveryCentreId: string | null) =>
      sql.run(`UPDATE party SET chainId = ?, deliveryCentreId = ? WHERE id = ? AND kind = 'store'`, [
        chainId,
        deliveryCentreId,
        storeId,
      ]),

    membersOf: (chainId: string, after: readonly [string, string] | null, limit: number) =>
      sql.select(
        partyTable,
        `WHERE chainId = ? ${after ? 'AND (name > ? OR (name = ? AND id > ?))' : ''} ORDER BY name, id LIMIT ?`,
        [chainId, ...(after ? [after[0], ...after] : []), limit],
      ),

    membersServedBy: async (addressId: string) =>
      (await sql.select(partyTable, 'WHERE deliveryCentreId = ? LIMIT 1', [addressId])).length,

    setLicence: (
      partyId: string,
      licence: Pick<Party, 'foodLicenceNo' | 'foodLicenceExpiresOn' | 'licenceMark'>,
    ) =>
      sql.run('UPDATE party SET foodLicenceNo = ?, foodLicenceExpiresOn = ?, licenceMark = ? WHERE id = ?', [
        licence.foodLicenceNo,
        licence.foodLicenceExpiresOn,
        licence.licenceMark,
        partyId,
      ]),

    /** Licences with a last day up to `until`, soonest first; of one seller's customers, or of all. */
    licencesEnding: (wanted: {
      readonly sellerId: string | null;
      readonly until: Day;
      readonly after: readonly [Day, string] | null;
      readonly limit: number;
    }) =>
      sql.select(
        partyTable,
        `WHERE foodLicenceExpiresOn <= ?
         ${wanted.after ? 'AND (foodLicenceExpiresOn > ? OR (foodLicenceExpiresOn = ? AND id > ?))' : ''}
         ${wanted.sellerId === null ? '' : 'AND id IN (SELECT buyerId FROM supply WHERE sellerId = ?)'}
         ORDER BY foodLicenceExpiresOn, id LIMIT ?`,
        [
          wanted.until,
          ...(wanted.after ? [wanted.after[0], ...wanted.after] : []),
          ...(wanted.sellerId === null ? [] : [wanted.sellerId]),
          wanted.limit,
        ],
      ),

    /** Writes how every licence stands today: one statement for all that changed. */
    markLicences: (today: Day, noticeUntil: Day) => {
      const state = `CASE WHEN foodLicenceExpiresOn IS NULL THEN 'none'
        WHEN foodLicenceExpiresOn < ? THEN 'expired' WHEN foodLicenceExpiresOn <= ? THEN 'expiring'
        ELSE 'valid' END`;
      return sql.run(`UPDATE party SET licenceMark = ${state} WHERE licenceMark <> ${state}`, [
        today,
        noticeUntil,
        today,
        noticeUntil,
      ]);
    },
    licenceCounts: () =>
      sql.rows<{ licenceMark: string; count: number }>(
        'SELECT licenceMark, COUNT(*) AS count FROM party GROUP BY licenceMark',
      ),

    partiesByCode: (codes: readonly string[]) =>
      sql.selectForUpdate(partyTable, 'WHERE code IN (?) ORDER BY id', [codes]),
    /** Puts rows in place of those with the same id, which the caller has locked. */
    async replaceParties(parties: readonly Party[]) {
      const replaced = parties.map(({ id }) => id);
      const gone = await sql.run('DELETE FROM party WHERE id IN (?)', [replaced]);
      await sql.insert(partyTable, parties);
      return gone;
    },
    addNewParties: (parties: readonly Party[]) => sql.insert(partyTable, parties),
    addNewSupplies: (supplies: readonly Supply[]) => sql.insert(supplyTable, supplies),

    staffLocked: (partyId: string) =>
      sql.selectForUpdate(userTable, 'WHERE partyId = ? ORDER BY id', [partyId]),
    addUser: (user: User) => sql.insertMissing(userTable, [user]),
    changeUser: ({ id, roles, status, name }: User) =>
      sql.run('UPDATE user SET roles = ?, status = ?, name = ? WHERE id = ?', [
        JSON.stringify(roles),
        status,
        name,
        id,
      ]),
    endSessionsOf: (userId: string, at: number) =>
      sql.run('UPDATE session SET endedAt = ? WHERE userId = ? AND endedAt IS NULL', [at, userId]),
  };
}
