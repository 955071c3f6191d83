import { checkBooks, type BookResult, type Sql, type Tx } from '@tongpan/core';
import { openMysql } from '@tongpan/core/src/platform/database/mysql';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';

/** How a node sees itself. */
export interface NodeStatus {
  readonly isReady: boolean;
  readonly members: number;
  /** Transactions of this node that lost to another node's. */
  readonly conflicts: number;
  /** What this node has sent the others to be written. */
  readonly sentBytes: number;
}

/** Opens one server by itself for as long as `work` takes. Its answers have all that was committed anywhere. */
async function onNode<Answer>(url: string, work: (sql: Sql) => Promise<Answer>): Promise<Answer> {
  const database = await openMysql({ url, poolSize: 1, tables: [], migrations: [] });
  try {
    return await database.read((tx: Tx) => work(sqlOf(tx)));
  } finally {
    await database.close();
  }
}

/** Null when the node does not answer. */
export async function nodeStatus(url: string): Promise<NodeStatus | null> {
  try {
    return await onNode(url, async (sql) => {
      const rows = await sql.rows<{ Variable_name: string; Value: string }>(
        "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'wsrep%'",
      );
      const of = (name: string) => rows.find(({ Variable_name }) => Variable_name === name)?.Value ?? '';
      return {
        isReady: of('wsrep_ready') === 'ON' && of('wsrep_local_state') === '4',
        members: Number(of('wsrep_cluster_size')),
        conflicts: Number(of('wsrep_local_cert_failures')) + Number(of('wsrep_local_bf_aborts')),
        sentBytes: Number(of('wsrep_replicated_bytes')),
      };
    });
  } catch {
    return null;
  }
}

/** Has every later reader of this node wait for what was committed on the others. Not for a server alone. */
export const readAfterWrites = (url: string) =>
  onNode(url, async (sql) => {
    await sql.run('SET GLOBAL wsrep_sync_wait = 1');
  });

/** The books of one node. */
export async function booksOf(url: string): Promise<readonly BookResult[]> {
  const database = await openMysql({ url, poolSize: 1, tables: [], migrations: [] });
  try {
    return await checkBooks(database);
  } finally {
    await database.close();
  }
}

export interface StoredOrder {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly payableFen: number;
  readonly lineCount: number;
  readonly eventCount: number;
  readonly outboxCount: number;
}

/** Every order as one node has it, with how much of each stands in the other tables. */
export const storedOrders = (url: string) =>
  onNode(url, (sql) =>
    sql.rows<StoredOrder>(
      `SELECT o.id, o.number, o.state, o.payableFen, COALESCE(l.held, 0) AS lineCount,
         COALESCE(t.held, 0) AS eventCount, COALESCE(e.held, 0) AS outboxCount
       FROM salesOrder o
       LEFT JOIN (SELECT orderId, COUNT(*) AS held FROM orderLine GROUP BY orderId) l ON l.orderId = o.id
       LEFT JOIN (SELECT orderId, COUNT(*) AS held FROM orderEvent GROUP BY orderId) t ON t.orderId = o.id
       LEFT JOIN (SELECT aggregate, COUNT(*) AS held FROM outboxEvent GROUP BY aggregate) e
         ON e.aggregate = CONCAT('order:', o.id)`,
    ),
  );

/** Rows that speak of an order which is not there. */
export const strayRows = (url: string) =>
  onNode(url, async (sql) => {
    const counts: Record<string, number> = {};
    for (const name of ['orderLine', 'orderHold', 'orderEvent']) {
      const [row] = await sql.rows<{ strays: number }>(
        `SELECT COUNT(*) AS strays FROM \`${name}\` t LEFT JOIN salesOrder o ON o.id = t.orderId WHERE o.id IS NULL`,
      );
      counts[name] = row?.strays ?? 0;
    }
    return counts;
  });

/** One number for all that a node holds: two nodes with the same are the same. */
export const contentOf = (url: string) =>
  onNode(url, async (sql) => {
    const names = await sql.rows<{ name: string }>(
      `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME`,
    );
    const sums = await sql.rows<{ Table: string; Checksum: number | null }>(
      `CHECKSUM TABLE ${names.map(({ name }) => `\`${name}\``).join(', ')}`,
    );
    return Object.fromEntries(sums.map(({ Table, Checksum }) => [Table, Checksum]));
  });

export interface OutboxLeft {
  readonly open: number;
  readonly dead: number;
}

export const outboxLeft = (url: string) =>
  onNode(url, async (sql): Promise<OutboxLeft> => {
    const rows = await sql.rows<{ state: string; events: number }>(
      "SELECT state, COUNT(*) AS events FROM outboxEvent WHERE state <> 'done' GROUP BY state",
    );
    const of = (state: string) => rows.find((row) => row.state === state)?.events ?? 0;
    return { open: of('open'), dead: of('dead') };
  });
