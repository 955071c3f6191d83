import { Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { exchangeLimits } from './limits';
import type { ImportPart, ImportLine, ImportLineState, ImportRun } from './model';
import { importPartTable, importRowTable, importRunTable } from './tables';

type Counts = Pick<
  ImportRun,
  'rowCount' | 'badCount' | 'addedCount' | 'changedCount' | 'sameCount' | 'appliedCount' | 'refusedCount'
>;

export interface RowFilter {
  readonly importId: string;
  readonly state: ImportLineState | null;
  readonly change: ImportLine['change'] | null;
  readonly afterRowNo: number;
  readonly limit: number;
}

export function exchangeStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    add: (run: ImportRun) => sql.insert(importRunTable, [run]),
    /** Of one party; another's does not exist for it. */
    run: async (partyId: string, importId: string) =>
      (await sql.select(importRunTable, 'WHERE id = ? AND partyId = ?', [importId, partyId]))[0],
    runLocked: async (importId: string) =>
      (await sql.selectForUpdate(importRunTable, 'WHERE id = ?', [importId]))[0],
    openCount: async (partyId: string) => {
      const [row] = await sql.rows<{ openCount: number }>(
        `SELECT COUNT(*) AS openCount FROM importRun
         WHERE partyId = ? AND state IN ('receiving', 'checking', 'ready', 'applying')`,
        [partyId],
      );
      return row?.openCount ?? 0;
    },
    page: (partyId: string, after: readonly [startedAt: Instant, id: string] | null, limit: number) =>
      after === null
        ? sql.select(importRunTable, 'WHERE partyId = ? ORDER BY startedAt DESC, id DESC LIMIT ?', [
            partyId,
            limit,
          ])
        : sql.select(
            importRunTable,
            `WHERE partyId = ? AND (startedAt < ? OR (startedAt = ? AND id < ?))
             ORDER BY startedAt DESC, id DESC LIMIT ?`,
            [partyId, after[0], ...after, limit],
          ),
    /** The same file of the same party that was written before; null when there is none. */
    sameFileDone: async (run: Pick<ImportRun, 'id' | 'partyId' | 'kind' | 'fileHash'>) =>
      (
        await sql.select(
          importRunTable,
          `WHERE partyId = ? AND fileHash = ? AND kind = ? AND state = 'done' AND id <> ? ORDER BY id DESC LIMIT 1`,
          [run.partyId, run.fileHash, run.kind, run.id],
        )
      )[0] ?? null,

    addPart: (part: ImportPart) => sql.insertMissing(importPartTable, [part]),
    part: async (importId: string, partNo: number) =>
      (await sql.select(importPartTable, 'WHERE importId = ? AND partNo = ?', [importId, partNo]))[0],
    partCount: async (importId: string) => {
      const [row] = await sql.rows<{ partCount: number }>(
        'SELECT COUNT(*) AS partCount FROM importPart WHERE importId = ?',
        [importId],
      );
      return row?.partCount ?? 0;
    },
    removeParts: (importId: string) => sql.run('DELETE FROM importPart WHERE importId = ?', [importId]),

    /** Moves a run on; one that somebody else moved meanwhile replays the work. */
    async move(before: ImportRun, change: Partial<Omit<ImportRun, 'id' | 'partyId'>>) {
      const after = { ...before, ...change };
      const changed = await sql.run(
        `UPDATE importRun SET state = ?, problem = ?, unknownHeadings = ?, fileHash = ?, rowCount = ?, badCount = ?,
           addedCount = ?, changedCount = ?, sameCount = ?, appliedCount = ?, refusedCount = ?, checkedAt = ?,
           finishedAt = ?
         WHERE id = ? AND state = ?`,
        [
          after.state,
          after.problem,
          JSON.stringify(after.unknownHeadings),
          after.fileHash,
          ...countsOf(after),
          after.checkedAt,
          after.finishedAt,
          before.id,
          before.state,
        ],
      );
      if (changed !== 1) throw new Contended('an import was moved on since it was read');
      return after;
    },

    addRows: (rows: readonly ImportLine[]) => sql.insert(importRowTable, rows),
    removeRows: (importId: string) => sql.run('DELETE FROM importRow WHERE importId = ?', [importId]),
    rows: ({ importId, state, change, afterRowNo, limit }: RowFilter) => {
      const conditions = ['importId = ?', 'rowNo > ?'];
      const parameters: (string | number)[] = [importId, afterRowNo];
      if (state !== null) {
        conditions.push('state = ?');
        parameters.push(state);
      }
      if (change !== null) {
        conditions.push('`change` = ?');
        parameters.push(change);
      }
      return sql.select(importRowTable, `WHERE ${conditions.join(' AND ')} ORDER BY rowNo LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },
    /** Which of these keys came earlier in the same file. */
    keysBefore: async (importId: string, keys: readonly string[]) =>
      new Map(
        (
          await sql.rows<{ key: string; rowNo: number }>(
            'SELECT `key`, MIN(rowNo) AS rowNo FROM importRow WHERE importId = ? AND `key` IN (?) GROUP BY `key`',
            [importId, keys],
          )
        ).map(({ key, rowNo }) => [key, rowNo]),
      ),
    /** Marks rows as written, once: a row that was marked already spoils the work. */
    async markApplied(importId: string, rowNos: readonly number[]) {
      if (rowNos.length === 0) return;
      const changed = await sql.run(
        `UPDATE importRow SET state = 'applied' WHERE importId = ? AND state = 'good' AND rowNo IN (?)`,
        [importId, rowNos],
      );
      if (changed !== rowNos.length)
        throw new Contended('rows of an import were written since they were read');
    },
    /** A row that was good when it was checked and no longer is, with what is wrong now. */
    async refuse(importId: string, rowNo: number, faults: ImportLine['faults']) {
      const changed = await sql.run(
        `UPDATE importRow SET state = 'refused', faults = ? WHERE importId = ? AND state = 'good' AND rowNo = ?`,
        [JSON.stringify(faults), importId, rowNo],
      );
      if (changed !== 1) throw new Contended('a row of an import was written since it was read');
    },
    /** Imports begun before a moment that nothing is being done with. */
    old: (before: Instant) =>
      sql.select(
        importRunTable,
        `WHERE startedAt < ? AND state IN ('receiving', 'ready', 'failed', 'cancelled', 'done') ORDER BY startedAt, id LIMIT ?`,
        [before, exchangeLimits.purgedTogether],
      ),
    removeRun: (importId: string) => sql.run('DELETE FROM importRun WHERE id = ?', [importId]),
  };
}

const countsOf = (counts: Counts) => [
  counts.rowCount,
  counts.badCount,
  counts.addedCount,
  counts.changedCount,
  counts.sameCount,
  counts.appliedCount,
  counts.refusedCount,
];
