import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Address } from './model';
import { addressTable } from './tables';

/** A party's own address book. */
export function addressStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    addressesOf: (partyId: string) => sql.select(addressTable, 'WHERE partyId = ? ORDER BY id', [partyId]),
    partiesWithAddress: async (partyIds: readonly string[]) => {
      const rows = await sql.rows<{ partyId: string }>(
        'SELECT DISTINCT partyId FROM address WHERE partyId IN (?)',
        [partyIds],
      );
      return new Set(rows.map(({ partyId }) => partyId));
    },
    add: (address: Address) => sql.insert(addressTable, [address]),
    remove: (partyId: string, addressId: string) =>
      sql.run('DELETE FROM address WHERE id = ? AND partyId = ?', [addressId, partyId]),
    setDefault: (partyId: string, addressId: string) =>
      sql.run('UPDATE address SET isDefault = CASE WHEN id = ? THEN 1 ELSE 0 END WHERE partyId = ?', [
        addressId,
        partyId,
      ]),
  };
}
