import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { partyTable, userTable } from './tables';

/** Finds people by the number their party is called at. */
export const findByPhoneStore = (tx: Tx) => ({
  /**
   * The one active owner of the one distributor, store or chain called at `phone`; null when there is none or it
   * could be several, for then the number does not say who it is.
   */
  async onlyOwner(phone: string) {
    const sql = sqlOf(tx);
    const parties = await sql.select(partyTable, 'WHERE contactPhone = ? LIMIT 2', [phone]);
    const [party] = parties;
    if (!party || parties.length > 1 || party.kind === 'hq') return null;
    const staff = await sql.select(userTable, `WHERE partyId = ? AND status = 'active' ORDER BY id`, [
      party.id,
    ]);
    const [owner, ...others] = staff.filter(({ roles }) => roles.includes('owner'));
    return owner && others.length === 0 ? owner : null;
  },
});
