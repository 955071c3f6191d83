import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { addressesIn } from '../addresses';
import { Unavailable } from '../refusals';
import { chooseHost, type HostStanding } from './choose-host';

/** Where the connections of this process go. */
export interface DatabaseHosts {
  /** An address with one host, as drivers want it. */
  readonly url: string;
  /** What the driver is given besides: with several hosts, a way to the one that is written to. */
  readonly connecting: { readonly stream?: () => Socket };
  close(): void;
}

const askEveryMs = 500;
/** A host that is silent for this long is left for one that is not. */
const answerWaitMs = 3_000;
const firstChoiceWaitMs = 10_000;
const pollMs = 50;

/**
 * Watches the hosts of an address and lets every connection go to one of them, the same for all processes.
 * When that changes, connections to the one before are cut: whoever used them hears that they are lost.
 * An address with one host is left to the driver.
 * @throws Unavailable when none of several hosts is ready.
 */
export async function openHosts(address: string): Promise<DatabaseHosts> {
  const addresses = addressesIn(address);
  const url = addresses[0] as string;
  if (addresses.length === 1) return { url, connecting: {}, close: () => undefined };

  const hosts = addresses.map(watchedHost);
  const sockets = new Map<Socket, number | null>();
  let chosen: number | null = null;
  const choose = () => {
    const before = chosen;
    chosen = chooseHost(
      hosts.map(({ standing }) => standing),
      before,
      performance.now(),
    );
    if (chosen === before) return;
    for (const [socket, host] of sockets) if (host !== chosen) socket.destroy();
  };
  const stopped = new AbortController();
  for (const host of hosts) void watch(host, choose, stopped.signal);

  const stream = () => {
    const socket = new Socket();
    sockets.set(socket, chosen);
    socket.once('close', () => sockets.delete(socket));
    socket.setNoDelay(true);
    socket.setKeepAlive(true);
    return socket.connect(placeOf(addresses[chosen ?? 0] as string));
  };
  const close = () => stopped.abort();

  const deadline = performance.now() + firstChoiceWaitMs;
  while (chosen === null) {
    if (performance.now() > deadline) {
      close();
      throw new Unavailable('database', { cause: new Error('none of its hosts is ready') });
    }
    await wait(pollMs);
  }
  return { url, connecting: { stream }, close };
}

function placeOf(address: string) {
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3_306) };
}

interface WatchedHost {
  standing: HostStanding;
  ask(): Promise<boolean>;
  close(): void;
}

/** Asks again and again, and says when something was heard. */
async function watch(host: WatchedHost, onHeard: () => void, stopped: AbortSignal) {
  while (!stopped.aborted) {
    const askedAt = performance.now();
    const { readySince } = host.standing;
    host.standing = (await host.ask())
      ? { ...host.standing, readyAskedAt: askedAt, readySince: readySince ?? performance.now() }
      : { ...host.standing, readySince: null, failedAt: performance.now() };
    if (stopped.aborted) break;
    onHeard();
    await wait(askEveryMs, undefined, { signal: stopped, ref: false }).catch(() => undefined);
  }
  host.close();
}

function watchedHost(address: string): WatchedHost {
  const url = new URL(address);
  // Whether the database is there already does not matter to the question.
  url.pathname = '/';
  let connection: mysql.Connection | null = null;
  const forget = () => {
    connection?.destroy();
    connection = null;
  };
  const connect = async () => {
    const made = await mysql.createConnection({ uri: url.toString(), connectTimeout: answerWaitMs });
    // Without a listener, a connection that is lost between two questions would end the process.
    made.on('error', forget);
    // Galera: answers wait until all that was committed anywhere has arrived here. MySQL knows no such thing.
    await made.query('SET SESSION wsrep_sync_wait = 1').catch(() => undefined);
    return made;
  };
  return {
    standing: { readyAskedAt: null, readySince: null, failedAt: null },
    async ask() {
      try {
        connection ??= await connect();
        return await takesWrites(connection);
      } catch {
        forget();
        return false;
      }
    },
    close: forget,
  };
}

const synced = '4';

/** A node of a cluster that is in touch with the majority and up to date, or a server that is no replica. */
async function takesWrites(connection: mysql.Connection): Promise<boolean> {
  const ask = async (sql: string) =>
    (await connection.query({ sql, timeout: answerWaitMs }))[0] as unknown as Named[];
  // A SELECT, because that is what waits for the other nodes; SHOW does not.
  await ask('SELECT 1');
  const { read_only: readOnly, wsrep_on: isNode } = byName(
    await ask("SHOW GLOBAL VARIABLES WHERE Variable_name IN ('read_only', 'wsrep_on')"),
  );
  if (readOnly !== 'OFF') return false;
  if (isNode !== 'ON') return true;
  const { wsrep_ready: isReady, wsrep_local_state: state } = byName(
    await ask("SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_local_state')"),
  );
  return isReady === 'ON' && state === synced;
}

interface Named {
  readonly Variable_name: string;
  readonly Value: string;
}

const byName = (rows: readonly Named[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ Variable_name: name, Value }) => [name, Value]));
