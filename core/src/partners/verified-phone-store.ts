import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { userTable } from './tables';
import type { VerifiedPhone } from './verified-phone';
import { verifiedPhoneTable } from './verified-phone-tables';

/** Which phones are proved to be whose. A contact phone that somebody typed is not among them. */
export function verifiedPhoneStore(tx: Tx) {
  const sql = sqlOf(tx);
  const forget = (userId: string) => sql.run('DELETE FROM verifiedPhone WHERE userId = ?', [userId]);
  return {
    ofPhone: async (phone: string) => (await sql.select(verifiedPhoneTable, 'WHERE phone = ?', [phone]))[0],
    ofUsers: (userIds: readonly string[]) => sql.select(verifiedPhoneTable, 'WHERE userId IN (?)', [userIds]),
    /** The active owners of a party, at most two: more than one is nobody in particular. */
    async ownersOf(partyId: string) {
      const staff = await sql.select(userTable, `WHERE partyId = ? AND status = 'active' ORDER BY id`, [
        partyId,
      ]);
      return staff.filter(({ roles }) => roles.includes('owner')).slice(0, 2);
    },
    /** The user has proved none from now on. */
    forget,
    /**
     * Puts a phone in place of the user's former one; false when it is another user's. One who is suspended cannot give
     * it up, as who has left a party, so from that one it goes to whoever proves it.
     */
    async put(verified: VerifiedPhone): Promise<boolean> {
      await forget(verified.userId);
      await sql.run(
        "DELETE FROM verifiedPhone WHERE phone = ? AND userId IN (SELECT id FROM user WHERE status = 'suspended')",
        [verified.phone],
      );
      return (await sql.insertMissing(verifiedPhoneTable, [verified])) === 1;
    },
    addMissing: (verified: readonly VerifiedPhone[]) => sql.insertMissing(verifiedPhoneTable, verified),
  };
}
