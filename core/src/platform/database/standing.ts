import type { QueryRunner } from 'typeorm';
import type { Known } from '../collect';
import { big, table, text } from './columns';
import type { Tx } from './database';
import { sqlOf, writtenTablesOf } from './sql';

/** How often a table has been written since it is watched. */
export interface TableVersion {
  readonly name: string;
  readonly version: number;
}

export const tableVersionTable = table<TableVersion>(
  'tableVersion',
  { name: text(64), version: big() },
  { primary: ['name'] },
);

/** Facts that stand until somebody changes them, such as prices: read once, and kept in this process. */
export interface StandingFacts<Value> {
  readonly name: string;
  /**
   * The tables they are read from; every transaction that writes one of them turns its version. `newRowsOf` a table
   * stands for what its rows say from the first: only a transaction that adds some turns it.
   */
  readonly tables: readonly string[];
  /** Keeps so many at most, then begins anew. */
  readonly limit: number;
  /** Reads what is known of some keys; a key without an answer has nothing. */
  load(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Value>>;
}

const watched = new Set<string>();

/** Declares facts that stand. Hot rows, such as lots and accounts, are none: their every change would count. */
export function standing<Value>(facts: StandingFacts<Value>): StandingFacts<Value> {
  for (const name of facts.tables) watched.add(name);
  return facts;
}

interface Kept {
  readonly versions: string;
  readonly values: Map<string, unknown>;
}

/** What a process keeps of one database. */
export type StandingMemory = Map<object, Kept>;

interface TxMemory {
  readonly memory: StandingMemory;
  versions: Promise<ReadonlyMap<string, number>> | null;
}

const memories = new WeakMap<Tx, TxMemory>();

/** Lets a transaction read what the process keeps. One that looks at another moment gets none. */
export function remember(tx: Tx, memory: StandingMemory): void {
  memories.set(tx, { memory, versions: null });
}

/**
 * Reads facts that stand, from memory as far as nobody has written their tables since. The versions are read
 * in the same transaction, once: whatever was committed before it asked is seen, so nothing stale decides.
 */
export async function readStanding<Value>(
  tx: Tx,
  facts: StandingFacts<Value>,
  keys: readonly string[],
): Promise<Known<Value>> {
  const own = memories.get(tx);
  const written = writtenTablesOf(tx);
  // What this transaction has changed itself is nobody else's yet.
  if (!own || facts.tables.some((name) => written.has(name))) {
    return keys.length === 0 ? new Map<string, Value>() : facts.load(tx, [...new Set(keys)]);
  }
  const versions = await (own.versions ??= readVersions(tx));
  const kept = keptFor(own.memory, facts, facts.tables.map((name) => versions.get(name) ?? 0).join());
  const values = kept.values as Map<string, Value | undefined>;
  const missing = new Set<string>();
  for (const key of keys) if (!values.has(key)) missing.add(key);
  if (missing.size > 0) {
    const loaded = await facts.load(tx, [...missing]);
    // Into the memory of the versions that were read, which another transaction may have put aside by now.
    for (const key of missing) values.set(key, loaded.get(key));
  }
  return values;
}

function keptFor(memory: StandingMemory, facts: StandingFacts<unknown>, versions: string): Kept {
  const kept = memory.get(facts);
  if (kept?.versions === versions && kept.values.size <= facts.limit) return kept;
  const anew: Kept = { versions, values: new Map() };
  memory.set(facts, anew);
  return anew;
}

async function readVersions(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await sqlOf(tx).select(tableVersionTable);
  return new Map(rows.map(({ name, version }) => [name, version]));
}

/** Turns the versions of the watched tables a transaction has written: the last it does before its commit. */
export async function turnVersions(tx: Tx): Promise<void> {
  const names = [...writtenTablesOf(tx)].filter((name) => watched.has(name));
  if (names.length === 0) return;
  const sql = sqlOf(tx);
  const turn = () => sql.run('UPDATE tableVersion SET version = version + 1 WHERE name IN (?)', [names]);
  if ((await turn()) === names.length) return;
  await sql.insertMissing(
    tableVersionTable,
    names.map((name) => ({ name, version: 0 })),
  );
  await turn();
}

/** Turns every version: what migrations change, no transaction of ours has noted. */
export async function turnAllVersions(runner: QueryRunner): Promise<void> {
  if (await runner.hasTable('tableVersion'))
    await runner.query('UPDATE tableVersion SET version = version + 1');
}
