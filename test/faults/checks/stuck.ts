import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Database } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { type House, longestLeaseMs } from '../house/house';

/** Beyond its time-out: a poll, a job's first wait after a failure, and a busy machine. */
const graceMs = 15_000;
const pollMs = 100;
/** Held orders are looked through every minute. */
const lapseEveryMs = 60_000;

/**
 * Waits until nothing waits for longer than its time-out: events are delivered, jobs have run, what held
 * orders kept has come back, locks and transactions of the dead are gone. Answers what stays stuck.
 */
export async function stuck(house: House): Promise<readonly string[]> {
  const deadline = performance.now() + longestLeaseMs + graceMs;
  return house.observe(async (database) => {
    for (;;) {
      const found = [...(await stuckRows(database, house.now())), ...(await endlessKeys(house))];
      if (found.length === 0 || performance.now() > deadline) return found;
      await wait(pollMs);
    }
  });
}

async function stuckRows(database: Database, now: number): Promise<readonly string[]> {
  const asked: readonly (readonly [what: string, statement: string, parameters: readonly number[]])[] = [
    [
      'events that are not delivered',
      `SELECT id, name, state, attempts, lastError FROM outboxEvent
       WHERE state = 'dead' OR (state = 'open' AND (attempts = 0 OR nextAttemptAt <= ?)) LIMIT 3`,
      [now],
    ],
    [
      'jobs that do not run or do not end',
      `SELECT name, state, attempts, lastError FROM job
       WHERE state = 'dead' OR (state = 'queued' AND runAt <= ?) OR (state = 'running' AND lockedUntil <= ?) LIMIT 3`,
      [now, now],
    ],
    [
      'orders that keep what they held beyond their time',
      'SELECT id, reservedUntil FROM salesOrder WHERE reservedUntil IS NOT NULL AND reservedUntil < ? LIMIT 3',
      [now - lapseEveryMs],
    ],
  ];
  return database.read(async (tx) => {
    const sql = sqlOf(tx);
    const stuckOf = async (what: string, statement: string, parameters: readonly number[]) => {
      const rows = await sql.rows<object>(statement, parameters);
      return rows.length > 0 ? [`${what}: ${JSON.stringify(rows)}`] : [];
    };
    const found = [];
    for (const [what, statement, parameters] of asked)
      found.push(...(await stuckOf(what, statement, parameters)));
    if (database.engine !== 'sqlite') {
      found.push(
        ...(await stuckOf(
          'transactions nobody ends',
          `SELECT trx_mysql_thread_id AS thread, trx_state AS state FROM information_schema.INNODB_TRX
           WHERE trx_started < SYSDATE() - INTERVAL 3 SECOND LIMIT 3`,
          [],
        )),
      );
    }
    return found;
  });
}

/** Whatever a process keeps in Redis ends by itself; only the numbers that locks count up stay. */
async function endlessKeys({ engines }: House): Promise<readonly string[]> {
  if (!engines) return [];
  const redis = new Redis(engines.redisUrl, { lazyConnect: true, retryStrategy: () => null });
  try {
    await redis.connect();
    const endless = [];
    for (const key of await redis.keys('tongpan:*')) {
      if (key.endsWith(':fencing')) continue;
      const leftMs = await redis.pttl(key);
      if (leftMs === -1) endless.push(key);
      if (key.endsWith(':holder') && leftMs > longestLeaseMs) endless.push(`${key} for ${leftMs} ms`);
    }
    return endless.length > 0 ? [`keys without an end: ${endless.join(', ')}`] : [];
  } finally {
    redis.disconnect();
  }
}
