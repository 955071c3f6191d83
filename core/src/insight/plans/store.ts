import type { Instant, Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import type { ReportFile, ReportPlan } from './model';
import { reportFileTable, reportPlanTable } from './tables';

/** A file without its content, as lists show it. */
export type ListedFile = Omit<ReportFile, 'content'>;

export interface FileFilter {
  readonly userId: string;
  readonly after: readonly [madeAt: Instant, id: string] | null;
  readonly limit: number;
}

/** Plans and what came of them; every list is one person's. */
export function planStore(tx: Tx) {
  const sql = sqlOf(tx);
  const columns = `id, planId, dueAt, partyId, userId, name, report, fromOn, toOn, format, rowCount, problem, madeAt`;
  return {
    plansOf: (userId: string) =>
      sql.select(reportPlanTable, 'WHERE userId = ? ORDER BY changedAt DESC, id', [userId]),
    plan: async (id: string) => (await sql.select(reportPlanTable, 'WHERE id = ?', [id]))[0],
    due: (at: Instant, limit: number) =>
      sql.select(reportPlanTable, 'WHERE isPaused = 0 AND nextAt <= ? ORDER BY nextAt, id LIMIT ?', [
        at,
        limit,
      ]),
    /** True when nobody had it before. */
    add: async (plan: ReportPlan) => (await sql.insertMissing(reportPlanTable, [plan])) === 1,
    /** Puts a plan in the place of its last version. True when that was still there. */
    async change(plan: ReportPlan): Promise<boolean> {
      const removed = await sql.run('DELETE FROM reportPlan WHERE id = ? AND userId = ? AND version = ?', [
        plan.id,
        plan.userId,
        plan.version - 1,
      ]);
      if (removed === 1) await sql.insert(reportPlanTable, [plan]);
      return removed === 1;
    },
    remove: async (id: string, userId: string, version: number) =>
      (await sql.run('DELETE FROM reportPlan WHERE id = ? AND userId = ? AND version = ?', [
        id,
        userId,
        version,
      ])) === 1,
    /** True when it was still due at that time: whoever moves it on makes its file. */
    advance: async (id: string, from: Instant, to: Instant) =>
      (await sql.run('UPDATE reportPlan SET nextAt = ? WHERE id = ? AND nextAt = ? AND isPaused = 0', [
        to,
        id,
        from,
      ])) === 1,

    /** True when the plan had made none for this time. */
    addFile: async (file: ReportFile) => (await sql.insertMissing(reportFileTable, [file])) === 1,
    file: async (id: string) => (await sql.select(reportFileTable, 'WHERE id = ?', [id]))[0],
    files: ({ userId, after, limit }: FileFilter) =>
      sql.rows<ListedFile>(
        `SELECT ${columns} FROM reportFile WHERE userId = ?
         ${after === null ? '' : 'AND (madeAt < ? OR (madeAt = ? AND id < ?))'} ORDER BY madeAt DESC, id DESC LIMIT ?`,
        [userId, ...(after === null ? [] : [after[0], ...after]), limit],
      ),
    /** Forgets files made before. Answers how many. */
    removeFiles: (before: Instant) => sql.run('DELETE FROM reportFile WHERE madeAt < ?', [before]),
  };
}
