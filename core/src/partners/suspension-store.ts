import type { Day, Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { PartnerChange } from './describe-change';
import type { Suspension, SuspensionState } from './standing';
import { changeTable, suspensionTable } from './tables';

/** Suspensions, and the trail of what changed about partners. */
export function suspensionStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    suspensionsOf: (partyId: string) =>
      sql.select(suspensionTable, 'WHERE partyId = ? ORDER BY setAt, id', [partyId]),
    add: (suspension: Suspension) => sql.insert(suspensionTable, [suspension]),
    lift: (ids: readonly string[], lifted: { by: string; at: Instant; note: string }) =>
      sql.run(
        `UPDATE partnerSuspension SET state = 'over', liftedBy = ?, liftedAt = ?, liftNote = ?
         WHERE id IN (?) AND liftedAt IS NULL`,
        [lifted.by, lifted.at, lifted.note, ids],
      ),
    setState: (id: string, state: SuspensionState) =>
      sql.run('UPDATE partnerSuspension SET state = ? WHERE id = ?', [state, id]),
    /** Suspensions that begin or end by `on` and have not been written so. */
    turning: (on: Day, limit: number) =>
      sql.select(
        suspensionTable,
        `WHERE (state = 'waiting' AND startsOn <= ?) OR (state = 'inForce' AND endsOn <= ?) ORDER BY id LIMIT ?`,
        [on, on, limit],
      ),

    record: (changes: readonly PartnerChange[]) => sql.insert(changeTable, changes),
    /** The trail of a party, latest first; with `sellerId` only what joins the two. */
    changesOf: (partyId: string, sellerId: string | null, before: string | null, limit: number) =>
      sql.select(
        changeTable,
        `WHERE partyId = ? ${sellerId === null ? '' : 'AND sellerId = ?'} ${before === null ? '' : 'AND id < ?'}
         ORDER BY id DESC LIMIT ?`,
        [partyId, ...(sellerId === null ? [] : [sellerId]), ...(before === null ? [] : [before]), limit],
      ),
  };
}
