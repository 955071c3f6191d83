import type { Instant, SqlParameter, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { type AuditEntry, done, type EntryKind, routesOf } from './model';
import { auditEntryTable } from './tables';

/** Which entries are asked for; what is left out asks for nothing. */
export interface EntryFilter {
  /** Whose people; null: everybody’s. */
  readonly partyId: string | null;
  readonly userId?: string | undefined;
  /** A route, or a room with all its routes. */
  readonly route?: string | undefined;
  readonly only?: EntryKind | undefined;
  readonly subjectId?: string | undefined;
  /** `done`, `refused` for every refusal, or the code of one. */
  readonly outcome?: string | undefined;
  readonly fromAt?: Instant | undefined;
  readonly untilAt?: Instant | undefined;
}

/** The log: rows are added, read, and forgotten when they are old; none is changed. */
export function auditStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Those that are there already, because their write was not heard of, stay as they are. */
    add: (entries: readonly AuditEntry[]) => sql.insertMissing(auditEntryTable, entries),

    newest(filter: EntryFilter, before: string | null, limit: number) {
      const conditions = [...conditionsOf(filter)];
      if (before !== null) conditions.push(['id < ?', before]);
      const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(([one]) => one).join(' AND ')}`;
      return sql.select(auditEntryTable, `${where} ORDER BY id DESC LIMIT ?`, [
        ...conditions.map(([, value]) => value),
        limit,
      ]);
    },

    entry: async (id: string) => (await sql.select(auditEntryTable, 'WHERE id = ?', [id]))[0],

    /** What the same party last did to the same subject by the same route before an entry. */
    async before({ id, partyId, route, subjectId }: AuditEntry): Promise<AuditEntry | undefined> {
      if (partyId === null) return undefined;
      const [found] = await sql.select(
        auditEntryTable,
        `WHERE subjectId = ? AND route = ? AND partyId = ? AND outcome = ? AND id < ?
         ORDER BY id DESC LIMIT 1`,
        [subjectId, route, partyId, done, id],
      );
      return found;
    },

    async removeBefore(before: Instant, limit: number): Promise<number> {
      const old = await sql.rows<{ id: string }>(
        'SELECT id FROM auditEntry WHERE at < ? ORDER BY at LIMIT ?',
        [before, limit],
      );
      if (old.length === 0) return 0;
      return sql.run('DELETE FROM auditEntry WHERE id IN (?)', [old.map(({ id }) => id)]);
    },
  };
}

function* conditionsOf(filter: EntryFilter): Iterable<[condition: string, value: SqlParameter]> {
  const { partyId, userId, route, only, subjectId, outcome, fromAt, untilAt } = filter;
  if (partyId !== null) yield ['partyId = ?', partyId];
  if (userId !== undefined) yield ['userId = ?', userId];
  if (subjectId !== undefined) yield ['subjectId = ?', subjectId];
  if (only !== undefined) yield ['route IN (?)', routesOf[only]];
  if (route !== undefined) yield route.includes('.') ? ['route = ?', route] : ['route LIKE ?', `${route}.%`];
  if (outcome !== undefined) yield outcome === 'refused' ? ['outcome <> ?', done] : ['outcome = ?', outcome];
  if (fromAt !== undefined) yield ['at >= ?', fromAt];
  if (untilAt !== undefined) yield ['at < ?', untilAt];
}
