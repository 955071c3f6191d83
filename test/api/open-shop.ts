import { createHash } from 'node:crypto';
import { ApiProblem, type Client, createClient, type HttpAnswer, type HttpRequest } from '@tongpan/bff';
import { contract } from '@tongpan/bff/src/contract';
import { defaultServerSettings } from '@tongpan/bff/src/http/settings';
import { recordedRoutes } from '@tongpan/bff/src/recorded-routes';
import { whoCalls } from '@tongpan/bff/src/routes/who-calls';
import { handlersOf } from '@tongpan/bff/src/routes';
import { createServer } from '@tongpan/bff/src/server';
import {
  checkBooks,
  type Clock,
  type Core,
  type Courier,
  type Log,
  openCore,
  type openWechat,
  platformTables,
  type SqlParameter,
  tables,
} from '@tongpan/core';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import type { EnginePair } from '../engines/for-each-engine';
import { foundCompany, password } from './found-company';

/** 2026-11-22 10:00 in Shanghai: far from midnight, so that a test never crosses a day by itself. */
const morning = Date.parse('2026-11-22T02:00:00Z');

/** Time that goes on as it does, from a morning everybody knows. */
function shopClock() {
  const startedAt = performance.now();
  let passedMs = 0;
  return {
    now: () => Math.floor(morning + passedMs + performance.now() - startedAt),
    pass: (ms: number) => {
      passedMs += ms;
    },
  };
}

const unlimited = { points: 0, windowMs: 60_000 };

export type Shop = Awaited<ReturnType<typeof openShop>>;

export interface RawRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  /** Sent as it is. */
  readonly text?: string;
  readonly contentType?: string;
  readonly token?: string;
  /** The time the request claims to be made at. */
  readonly saidAt?: string;
}

export interface ShopOptions {
  /** Who takes money online, and the ways in besides the password; left out, there are none. */
  readonly wechatAt?: (clock: Clock, log: Log) => Promise<ReturnType<typeof openWechat>>;
  /** How long the audit log waits before it writes; unless told, until it is flushed, so that nothing happens by itself. */
  readonly auditDelayMs?: number | null;
  /** Who brings messages to webhooks; left out, nobody does. */
  readonly courier?: Courier;
}

/** Core on the engine, the company in it, and the real server in front, as the program wires them. */
export async function openShop(
  engine: EnginePair,
  { wechatAt, auditDelayMs = null, courier }: ShopOptions = {},
) {
  const clock = shopClock();
  const complaints: string[] = [];
  const complain = (fields: object, message: string) => {
    complaints.push(`${message} ${JSON.stringify(fields)}`);
  };
  const log: Log = { info: () => undefined, warn: complain, error: complain };
  const settings = { ...(await engine.makeMigratedPlace()), sessionDays: 30 };
  const wechat = await wechatAt?.(clock, log);
  const core = await openCore(settings, { clock, log, auditDelayMs, courier: courier ?? null, ...wechat });
  const company = await foundCompany(core);
  const server = await serve(core, log);
  const neighbours: (() => Promise<void>)[] = [];

  const send = (request: RawRequest, base = server.base) => sendTo(base, request);
  const clientOf = (token?: string, base = server.base): Client =>
    createClient(({ method, path, body }: HttpRequest) =>
      send(
        {
          method,
          path,
          ...(method === 'POST' ? { text: JSON.stringify(body) } : {}),
          ...(token ? { token } : {}),
        },
        base,
      ),
    );
  const visitor = clientOf();
  const logIn = (loginName: string) => visitor.auth.logIn({ loginName, password });
  const tokens = new Map<string, Promise<string>>();
  /** The token of a user's one log-in. */
  const tokenOf = (loginName: string): Promise<string> => {
    const known = tokens.get(loginName) ?? logIn(loginName).then(({ token }) => token);
    tokens.set(loginName, known);
    return known;
  };
  const run = (text: string, parameters: readonly SqlParameter[] = []) =>
    core.database.transaction((tx) => sqlOf(tx).run(text, parameters));
  const rows = <Row extends object>(text: string, parameters: readonly SqlParameter[] = []) =>
    core.database.read((tx) => sqlOf(tx).rows<Row>(text, parameters));

  /** Every table but the sessions, which note when they were last used, and the log of who asked for what. */
  const tableNames = [...new Set([...platformTables, ...tables])]
    .map(({ options }) => options.tableName ?? options.name)
    .filter((name) => name !== 'session' && name !== 'auditEntry');

  return {
    core,
    base: server.base,
    /** Lets time go by. */
    passTime: clock.pass,
    ...company,
    complaints,
    send,
    visitor,
    clientOf,
    logIn,
    tokenOf,
    /** A user's client; the user logs in by password once. */
    as: async (loginName: string): Promise<Client> => clientOf(await tokenOf(loginName)),
    newId: core.newId,
    run,
    rows,
    /** A store of a test's own, and its owner's client. */
    async openStore(store: Parameters<typeof company.addStore>[0]): Promise<Client> {
      await company.addStore(store);
      return clientOf(await tokenOf(store.id.toLowerCase()));
    },
    /** Every table's row count and every balance: what a request that writes nothing leaves as it was. */
    async ledger() {
      const counts: Record<string, number> = {};
      for (const name of tableNames) {
        const [row] = await rows<{ count: number }>(`SELECT COUNT(*) AS count FROM \`${name}\``);
        counts[name] = row?.count ?? 0;
      }
      return {
        counts,
        lots: await rows('SELECT id, onHand, reserved FROM lot ORDER BY id'),
        accounts: await rows('SELECT * FROM creditAccount ORDER BY id'),
      };
    },
    /** Every row of every table, told apart by a hash of each table. */
    async everything() {
      const hashes: Record<string, string> = {};
      for (const name of tableNames) {
        const found = (await rows(`SELECT * FROM \`${name}\``)).map((row) => JSON.stringify(row)).sort();
        hashes[name] = createHash('sha256').update(found.join('\n')).digest('hex');
      }
      return hashes;
    },
    /** A second process on the same database, as far as a test can have one: its own core and server. */
    async openNeighbour() {
      const other = await openCore(settings, { clock, log, auditDelayMs, ...wechat });
      const { base, close } = await serve(other, log);
      neighbours.push(async () => {
        await close();
        await other.close();
      });
      return {
        as: async (loginName: string): Promise<Client> => clientOf(await tokenOf(loginName), base),
        clientOf: (token: string): Client => clientOf(token, base),
      };
    },
    async close() {
      for (const closeNeighbour of neighbours) await closeNeighbour();
      await server.close();
      await core.close();
    },
  };
}

/** The real server over a core, on a free port. */
async function serve(core: Core, log: Log) {
  const server = createServer({
    settings: {
      ...defaultServerSettings,
      port: 0,
      checkOutput: true,
      // The test itself keeps this loop busy, so lateness says nothing of the server.
      lateLimitMs: 60_000,
      rates: { visitor: unlimited, logIn: unlimited, picture: unlimited, user: unlimited },
    },
    contract,
    handlers: handlersOf(core),
    authenticate: whoCalls(core),
    takeNotice: core.payments.takeNotice,
    pictures: core.attachments,
    pushes: { echo: core.shipping.echoPush, take: core.shipping.takePush },
    trail: { routes: recordedRoutes, record: core.auditLog.record },
    limiter: core.coordination,
    clock: core.clock,
    log,
    readiness: { database: () => core.database.ping(), coordination: () => core.coordination.ping() },
    sites: [],
    swaggerRoot: '/nowhere',
    version: '0.0.0',
  });
  const { host, port } = await server.listen();
  return { base: `http://${host}:${port}`, close: server.close };
}

async function sendTo(base: string, request: RawRequest): Promise<HttpAnswer> {
  const { method = 'GET', path, text, contentType, token, saidAt } = request;
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(saidAt ? { 'X-Tongpan-At': saidAt } : {}),
      ...(text === undefined ? {} : { 'Content-Type': contentType ?? 'application/json; charset=utf-8' }),
    },
    ...(text === undefined ? {} : { body: text }),
  });
  return { status: answer.status, body: await answer.json() };
}

/** The refusal a call ends in. @throws Error when it does not end in one */
export async function refusalOf(call: Promise<unknown>): Promise<ApiProblem> {
  const answer = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (answer instanceof ApiProblem) return answer;
  throw answer ?? new Error('the call was not refused');
}

/** Its stable code. */
export const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;

/** The code a call is refused with, or `ok`. */
export const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof ApiProblem) return error.code;
      throw error;
    },
  );

/** The last tests of whatever wrote: nothing is missing from the books, and nothing broke on the way. */
export function endsWithBooks(shop: () => Shop): void {
  it('ends with books that balance', async () => {
    const results = await checkBooks(shop().core.database);

    expect(results.length).toBeGreaterThan(10);
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
  });

  it('never broke, and refused only what the contract declares', () => {
    expect(shop().complaints).toEqual([]);
  });
}
