import type { Instant } from '../clock';
import type { SqlParameter, SqlValue, Tx } from '../database/database';
import { sqlOf } from '../database/sql';
import { type Job, jobTable } from '../jobs/tables';
import { type OutboxEvent, outboxEventTable } from '../outbox/tables';
import { type EventStage, type JobStage, lateAfterMs } from './stages';

interface Page<After> {
  /** The last one of the page before; null: from the eldest on. */
  readonly after: After | null;
  readonly limit: number;
}

type Words = readonly [condition: string, parameters: readonly SqlParameter[]];

/** The jobs of a stage as `stageOfJob` says it, or all that are not done. */
function inJobStage(stage: JobStage | null, now: Instant): Words {
  const isLate = now - lateAfterMs;
  switch (stage) {
    case 'waiting':
      return ["state = 'queued' AND runAt >= ?", [isLate]];
    case 'running':
      return ["state = 'running' AND lockedUntil > ?", [now]];
    case 'late':
      return [
        "((state = 'queued' AND runAt < ?) OR (state = 'running' AND lockedUntil <= ?))",
        [isLate, now],
      ];
    case 'dead':
      return ["state = 'dead'", []];
    case null:
      return ["state IN ('queued', 'running', 'dead')", []];
  }
}

/** The events of a stage as `stageOfEvent` says it, or all that are not delivered. */
const inEventStage: Readonly<Record<EventStage | 'any', string>> = {
  waiting: "state = 'open' AND attempts = 0",
  failed: "state = 'open' AND attempts > 0",
  dead: "state = 'dead'",
  any: "state IN ('open', 'dead')",
};

const named = (name: string | null): Words => (name === null ? ['', []] : [' AND name = ?', [name]]);

/** What there is to do and what became of it, for people to look at. Lists begin with what has waited longest. */
export function workStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    jobs(
      { stage, name }: { readonly stage: JobStage | null; readonly name: string | null },
      now: Instant,
      { after, limit }: Page<readonly [runAt: Instant, id: string]>,
    ): Promise<Job[]> {
      const [ofStage, stageParameters] = inJobStage(stage, now);
      const [ofName, nameParameters] = named(name);
      const later = after === null ? '' : ' AND (runAt > ? OR (runAt = ? AND id > ?))';
      return sql.select(jobTable, `WHERE ${ofStage}${ofName}${later} ORDER BY runAt, id LIMIT ?`, [
        ...stageParameters,
        ...nameParameters,
        ...(after === null ? [] : [after[0], ...after]),
        limit,
      ]);
    },

    events(
      { stage, name }: { readonly stage: EventStage | null; readonly name: string | null },
      { after, limit }: Page<number>,
    ): Promise<OutboxEvent[]> {
      const [ofName, nameParameters] = named(name);
      const later: readonly SqlValue[] = after === null ? [] : [after];
      return sql.select(
        outboxEventTable,
        `WHERE ${inEventStage[stage ?? 'any']}${ofName}${after === null ? '' : ' AND position > ?'}
         ORDER BY position LIMIT ?`,
        [...nameParameters, ...later, limit],
      );
    },

    /** How many events of these aggregates wait or have failed, and how many hold the others back. */
    async behind(aggregates: readonly string[]) {
      const rows = await sql.rows<{ aggregate: string; open: number; stuck: number }>(
        `SELECT aggregate, SUM(CASE WHEN state = 'open' THEN 1 ELSE 0 END) AS open,
           SUM(CASE WHEN state = 'dead' OR attempts > 0 THEN 1 ELSE 0 END) AS stuck
         FROM outboxEvent WHERE aggregate IN (?) AND state IN ('open', 'dead') GROUP BY aggregate`,
        [aggregates],
      );
      return new Map(
        rows.map(({ aggregate, open, stuck }) => [aggregate, { open: Number(open), stuck: Number(stuck) }]),
      );
    },

    async countJobs(now: Instant): Promise<Readonly<Record<JobStage, number>>> {
      const rows = await sql.rows<{ state: string; jobs: number; late: number }>(
        `SELECT state, COUNT(*) AS jobs,
           SUM(CASE WHEN (state = 'queued' AND runAt < ?) OR (state = 'running' AND lockedUntil <= ?)
               THEN 1 ELSE 0 END) AS late
         FROM job WHERE state IN ('queued', 'running', 'dead') GROUP BY state`,
        [now - lateAfterMs, now],
      );
      const of = (state: string) => {
        const row = rows.find((one) => one.state === state);
        return { jobs: Number(row?.jobs ?? 0), late: Number(row?.late ?? 0) };
      };
      const [queued, running] = [of('queued'), of('running')];
      return {
        waiting: queued.jobs - queued.late,
        running: running.jobs - running.late,
        late: queued.late + running.late,
        dead: of('dead').jobs,
      };
    },

    async countEvents(): Promise<Readonly<Record<EventStage, number>>> {
      const rows = await sql.rows<{ state: string; events: number; tried: number }>(
        `SELECT state, COUNT(*) AS events, SUM(CASE WHEN attempts > 0 THEN 1 ELSE 0 END) AS tried
         FROM outboxEvent WHERE state IN ('open', 'dead') GROUP BY state`,
      );
      const open = rows.find(({ state }) => state === 'open');
      const failed = Number(open?.tried ?? 0);
      const dead = rows.find(({ state }) => state === 'dead');
      return { waiting: Number(open?.events ?? 0) - failed, failed, dead: Number(dead?.events ?? 0) };
    },

    hasJob: async (id: string) => (await sql.rows('SELECT id FROM job WHERE id = ?', [id])).length > 0,
    hasEvent: async (id: string) =>
      (await sql.rows('SELECT id FROM outboxEvent WHERE id = ?', [id])).length > 0,
  };
}
