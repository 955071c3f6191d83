import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { Caller, Log } from '@tongpan/core';
import { z } from 'zod';
import { endpoints } from '../contract/endpoints';
import { type Access, route } from '../contract/route';
import { type HttpServer, type ServerParts, createServer } from '../server';
import type { AnyContract, HandlersFor } from './handlers';
import { type ServerSettings, defaultServerSettings } from './settings';

/** Builders for tests of the HTTP layer: a small contract, its handlers, and a server over both. */

const Thing = z.object({ thingId: z.string(), name: z.string() });
const Done = z.object({ done: z.literal(true) });
const nothing = z.object({});

const guarded = <const Endpoint extends string>(endpoint: Endpoint, access: Exclude<Access, 'public'>) =>
  route(endpoint, { summary: access, access, input: nothing, output: Done, errors: [] });

export const sampleContract = {
  auth: {
    logIn: route(endpoints.auth.logIn, {
      summary: 'Log in.',
      access: 'public',
      input: z.object({ loginName: z.string().min(1) }),
      output: z.object({ ip: z.string(), channel: z.string(), deviceId: z.string(), requestId: z.string() }),
      errors: ['auth.wrong'],
    }),
  },
  things: {
    get: route('GET /api/v1/things/:thingId', {
      summary: 'One thing.',
      access: 'signedIn',
      input: z.object({ thingId: z.string() }),
      output: Thing,
      errors: ['orders.unknown'],
    }),
    counts: route('GET /api/v1/things/counts', {
      summary: 'How many.',
      access: 'signedIn',
      input: nothing,
      output: z.object({ count: z.int() }),
      errors: [],
    }),
    list: route('GET /api/v1/things', {
      summary: 'All things.',
      access: 'signedIn',
      input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
      output: z.object({ limit: z.int(), items: z.array(Thing) }),
      errors: [],
    }),
    rename: route('POST /api/v1/things/:thingId/name', {
      summary: 'Rename a thing.',
      access: 'signedIn',
      input: z.object({
        thingId: z.string(),
        name: z.string().min(1).max(20),
        lines: z.array(z.object({ quantity: z.int().min(1) })).default([]),
      }),
      output: Thing,
      errors: ['orders.stateForbids'],
    }),
  },
  guarded: {
    signedIn: guarded('GET /api/v1/guarded/signedIn', 'signedIn'),
    buyer: guarded('GET /api/v1/guarded/buyer', 'buyer'),
    seller: guarded('GET /api/v1/guarded/seller', 'seller'),
    reviewer: guarded('GET /api/v1/guarded/reviewer', 'reviewer'),
    warehouse: guarded('GET /api/v1/guarded/warehouse', 'warehouse'),
    finance: guarded('GET /api/v1/guarded/finance', 'finance'),
    owner: guarded('GET /api/v1/guarded/owner', 'owner'),
    headquarters: guarded('GET /api/v1/guarded/headquarters', 'headquarters'),
    hqOwner: guarded('GET /api/v1/guarded/hqOwner', 'hqOwner'),
    hqManager: guarded('GET /api/v1/guarded/hqManager', 'hqManager'),
    manager: guarded('GET /api/v1/guarded/manager', 'manager'),
    hqFinance: guarded('GET /api/v1/guarded/hqFinance', 'hqFinance'),
    pays: guarded('GET /api/v1/guarded/pays', 'pays'),
    payer: guarded('GET /api/v1/guarded/payer', 'payer'),
  },
} satisfies AnyContract;

type SampleHandlers = HandlersFor<typeof sampleContract>;

const done = async () => ({ done: true }) as const;

export const sampleHandlers: SampleHandlers = {
  auth: {
    logIn: async (_input, { ip, channel, deviceId, requestId }) => ({ ip, channel, deviceId, requestId }),
  },
  things: {
    get: async ({ thingId }) => ({ thingId, name: 'thing' }),
    counts: async () => ({ count: 7 }),
    list: async ({ limit }) => ({ limit, items: [] }),
    rename: async ({ thingId, name }) => ({ thingId, name }),
  },
  guarded: {
    signedIn: done,
    buyer: done,
    seller: done,
    reviewer: done,
    warehouse: done,
    finance: done,
    owner: done,
    headquarters: done,
    hqOwner: done,
    hqManager: done,
    manager: done,
    hqFinance: done,
    pays: done,
    payer: done,
  },
};

export const aCaller = (caller: Partial<Caller> = {}): Caller => ({
  sessionId: 'session1',
  userId: 'user1',
  userName: '王芳',
  partyId: 'party1',
  partyKind: 'store',
  roles: ['owner'],
  channel: 'api',
  deviceId: '',
  ip: '127.0.0.1',
  at: 0,
  ...caller,
});

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that remembers. */
export function aLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields: { ...fields }, message });
  };
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}

export const noLimits: ServerSettings['rates'] = {
  visitor: { points: 0, windowMs: 60_000 },
  logIn: { points: 0, windowMs: 60_000 },
  picture: { points: 0, windowMs: 60_000 },
  user: { points: 0, windowMs: 60_000 },
};

type SampleParts = Omit<Partial<ServerParts<typeof sampleContract>>, 'settings' | 'handlers'> & {
  readonly settings?: Partial<ServerSettings>;
  readonly handlers?: {
    readonly [Domain in keyof SampleHandlers]?: Partial<SampleHandlers[Domain]>;
  };
};

/** The parts of a server over the sample contract; the token `good` opens it. */
export function someParts(parts: SampleParts = {}): ServerParts<typeof sampleContract> {
  const { settings, handlers, ...rest } = parts;
  return {
    contract: sampleContract,
    handlers: {
      auth: { ...sampleHandlers.auth, ...handlers?.auth },
      things: { ...sampleHandlers.things, ...handlers?.things },
      guarded: { ...sampleHandlers.guarded, ...handlers?.guarded },
    },
    authenticate: async (token) => (token === 'good' ? aCaller() : null),
    limiter: {
      take: async () => ({ allowed: true, remaining: 1, retryAfterMs: 0, windowEndsAfterMs: 60_000 }),
    },
    clock: { now: () => 1_700_000_000_000 },
    log: aLog(),
    readiness: {},
    sites: [],
    swaggerRoot: '/nowhere',
    version: '0.0.0',
    ...rest,
    settings: { ...defaultServerSettings, port: 0, checkOutput: true, rates: noLimits, ...settings },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON; an empty object when it is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | object;
  /** The bearer token, `good` unless told; null sends none. */
  readonly token?: string | null;
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Sends the path as it is written: `fetch` would tidy up `..` before the server sees it. */
export function sendTo(port: number, path: string, sending: Sending = {}): Promise<Answer> {
  const { body, token = 'good', headers = {} } = sending;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined;
  const bytes = isRaw ? Buffer.from(body ?? '') : Buffer.from(JSON.stringify(body));
  const method = sending.method ?? (body === undefined ? 'GET' : 'POST');
  const sent = {
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': bytes.length }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers: sent, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const whole = Buffer.concat(chunks);
        const text = whole.toString();
        const { statusCode = 0, headers: received } = res;
        resolve({ status: statusCode, headers: received, bytes: whole, text, json: jsonOf(text) });
      });
    });
    asking.on('error', reject);
    asking.end(bytes);
  });
}

/** Sends bytes as they are and collects what comes back until the server hangs up. */
export function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

export interface RunningServer {
  readonly server: HttpServer;
  readonly port: number;
  send(path: string, sending?: Sending): Promise<Answer>;
}

const running: HttpServer[] = [];

/** A listening server over the sample contract. */
export async function aServer(parts: SampleParts = {}): Promise<RunningServer> {
  const server = createServer(someParts(parts));
  running.push(server);
  const { port } = await server.listen();
  return { server, port, send: (path, sending) => sendTo(port, path, sending) };
}

/** Closes every server a test opened. */
export async function closeServers(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.close()));
}
