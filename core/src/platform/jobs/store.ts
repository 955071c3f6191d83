import type { Instant } from '../clock';
import type { Tx } from '../database/database';
import { sqlOf } from '../database/sql';
import { type Job, jobTable, lastErrorLength } from './tables';

export interface JobCounts {
  readonly queued: number;
  readonly running: number;
  readonly dead: number;
}

export const jobStore = (tx: Tx) => {
  const sql = sqlOf(tx);
  const mine = "WHERE id = ? AND owner = ? AND state = 'running'";
  return {
    insertMissing: (job: Job) => sql.insertMissing(jobTable, [job]),

    /** How many runs of a job are waiting or under way. */
    unfinished: async (name: string) => {
      const [row] = await sql.rows<{ jobs: number }>(
        "SELECT COUNT(*) AS jobs FROM job WHERE name = ? AND state IN ('queued', 'running')",
        [name],
      );
      return row?.jobs ?? 0;
    },

    /** Jobs that may start: queued ones whose time has come, and those whose runner fell silent. */
    due: (names: readonly string[], now: Instant, limit: number) =>
      sql.select(
        jobTable,
        `WHERE name IN (?) AND ((state = 'queued' AND runAt <= ?) OR (state = 'running' AND lockedUntil <= ?))
         ORDER BY runAt, id LIMIT ?`,
        [names, now, now, limit],
      ),

    /** Takes a job as it was seen; no row when somebody was faster. */
    claim: (job: Job, claim: { owner: string; lockedUntil: Instant }) =>
      sql.run(
        `UPDATE job SET state = 'running', owner = ?, lockedUntil = ?, attempts = attempts + 1
         WHERE id = ? AND state = ? AND attempts = ? AND (lockedUntil IS NULL OR lockedUntil = ?)`,
        [claim.owner, claim.lockedUntil, job.id, job.state, job.attempts, job.lockedUntil],
      ),

    renew: (id: string, owner: string, lockedUntil: Instant) =>
      sql.run(`UPDATE job SET lockedUntil = ? ${mine}`, [lockedUntil, id, owner]),

    finish: (id: string, owner: string, now: Instant) =>
      sql.run(
        `UPDATE job SET state = 'done', finishedAt = ?, owner = NULL, lockedUntil = NULL, lastError = NULL ${mine}`,
        [now, id, owner],
      ),

    fail: (
      id: string,
      owner: string,
      failure: { state: 'queued' | 'dead'; runAt: Instant; finishedAt: Instant | null; error: string },
    ) =>
      sql.run(
        `UPDATE job SET state = ?, runAt = ?, finishedAt = ?, owner = NULL, lockedUntil = NULL, lastError = ? ${mine}`,
        [
          failure.state,
          failure.runAt,
          failure.finishedAt,
          failure.error.slice(0, lastErrorLength),
          id,
          owner,
        ],
      ),

    dead: (limit: number) =>
      sql.select(jobTable, "WHERE state = 'dead' ORDER BY finishedAt, id LIMIT ?", [limit]),

    revive: (id: string, now: Instant) =>
      sql.run(
        "UPDATE job SET state = 'queued', attempts = 0, runAt = ?, finishedAt = NULL WHERE id = ? AND state = 'dead'",
        [now, id],
      ),

    counts: async (): Promise<JobCounts> => {
      const rows = await sql.rows<{ state: string; jobs: number }>(
        "SELECT state, COUNT(*) AS jobs FROM job WHERE state IN ('queued', 'running', 'dead') GROUP BY state",
      );
      const of = (state: string) => rows.find((row) => row.state === state)?.jobs ?? 0;
      return { queued: of('queued'), running: of('running'), dead: of('dead') };
    },

    /** Removes finished runs that were due long ago. */
    removeDone: async (before: Instant, limit: number) => {
      const rows = await sql.rows<{ id: string }>(
        "SELECT id FROM job WHERE state = 'done' AND runAt < ? ORDER BY runAt LIMIT ?",
        [before, limit],
      );
      if (rows.length === 0) return 0;
      return sql.run('DELETE FROM job WHERE id IN (?)', [rows.map(({ id }) => id)]);
    },
  };
};
