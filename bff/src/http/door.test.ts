import { connect } from 'node:net';
import { z } from 'zod';
import { endpoints } from '../contract/endpoints';
import { route } from '../contract/route';
import { createServer, type HttpServer } from '../server';
import { openDoor } from './door';
import { httpMetrics } from './metrics';
import {
  aCaller,
  aLog,
  aServer,
  closeServers,
  sampleContract,
  sampleHandlers,
  sendTo,
  someParts,
} from './testing';

const running: HttpServer[] = [];
afterEach(async () => {
  await closeServers();
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const path = '/api/v1/orders';
const contract = {
  ...sampleContract,
  orders: {
    place: route(endpoints.orders.place, {
      summary: 'Place an order.',
      access: 'buyer',
      input: z.object({ orderId: z.string() }),
      output: z.object({ orderId: z.string() }),
      errors: [],
    }),
  },
};

/** A server that takes orders while its intake is not full; the token `good` is known at the door. */
async function aHouse({ isFull = true, knows = (token: string) => token === 'good' } = {}) {
  const log = aLog();
  const asked: string[] = [];
  const placed: string[] = [];
  const house = { isFull };
  const parts = someParts({
    log,
    authenticate: async (token) => {
      asked.push(token);
      return token === 'bad' ? null : aCaller();
    },
  });
  const server = createServer({
    ...parts,
    contract,
    handlers: {
      ...sampleHandlers,
      orders: {
        place: async ({ orderId }) => {
          placed.push(orderId);
          return { orderId };
        },
      },
    },
    overload: () => house.isFull,
    isKnownToken: knows,
  });
  running.push(server);
  const { port } = await server.listen();
  const place = (token: string | null = 'good', body: object | string = { orderId: 'order1' }) =>
    sendTo(port, path, { token, body });
  return { house, log, asked, placed, port, place };
}

it('turns an order away while the intake is full, and says when to come back', async () => {
  const { place, asked, placed, house } = await aHouse();

  const { status, json, headers } = await place();

  expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '1', 'no-store']);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(json).toEqual({
    type: 'urn:tongpan:problem:server.busy',
    title: '系统繁忙，请稍后再试',
    status: 503,
    code: 'server.busy',
    instance: path,
    requestId: headers['x-request-id'],
  });
  expect([asked, placed]).toEqual([[], []]);

  house.isFull = false;
  expect((await place()).json).toEqual({ orderId: 'order1' });
});

it('asks a stranger who it is first, full or not', async () => {
  const { place } = await aHouse();

  expect((await place(null)).json.code).toBe('auth.required');
  expect((await place('bad')).json.code).toBe('auth.expired');
});

it('turns away whom it knows only after asking, before the order is read', async () => {
  const { place, asked, placed } = await aHouse();

  const { status, json, headers } = await place('other', 'not JSON at all');

  expect([status, json.code, headers['retry-after']]).toEqual([503, 'server.busy', '1']);
  expect([asked, placed]).toEqual([['other'], []]);
});

it('goes on serving everything else', async () => {
  const { port } = await aHouse();

  expect((await sendTo(port, '/api/v1/things')).status).toBe(200);
});

it('keeps the connection of whom it turns away, body and all', async () => {
  const { port, house } = await aHouse();
  const body = JSON.stringify({ orderId: 'order1', note: 'a'.repeat(50_000) });
  const request = `POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

  const answers = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.includes('"orderId"')) return socket.destroy();
      house.isFull = false;
      socket.write(request);
    });
    socket.on('close', () => resolve(heard));
  });

  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 503', 'HTTP/1.1 200']);
});

it('tells how many it turned away, in one line, and counts each', async () => {
  const { place, log, port } = await aHouse();

  for (let count = 0; count < 20; count += 1) await place();
  await new Promise((resolve) => setTimeout(resolve, 1_100));

  const told = log.lines.filter(({ message }) => message.startsWith('requests turned away'));
  expect(told).toMatchObject([{ level: 'warn', fields: { orders: 20, late: 0 } }]);
  const { text } = await sendTo(port, '/metrics');
  expect(text).toContain(`_count{method="POST",route="${path}",status="503"} 20`);
});

it('turns the whole API away while the event loop is late, and lets probes in', () => {
  let isLate = true;
  const door = openDoor({
    isLate: () => isLate,
    isClosing: () => false,
    headers: [],
    metrics: httpMetrics(),
    log: aLog(),
  });
  const written: number[] = [];
  const response = { writeHead: (status: number) => written.push(status), end: () => undefined };
  const knock = (url: string) => door({ url, method: 'GET', headers: {} } as never, response as never);

  expect([knock('/api/v1/things?q=1'), knock('/healthz'), knock('/')]).toEqual([true, false, false]);
  expect(written).toEqual([503]);
  isLate = false;
  expect(knock('/api/v1/things')).toBe(false);
});

it('lets what has begun finish while the loop is late', async () => {
  let release = () => undefined as void;
  let begin = () => undefined as void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const { send } = await aServer({
    settings: { lateLimitMs: 20 },
    handlers: {
      things: {
        get: async ({ thingId }) => {
          begin();
          await released;
          return { thingId, name: 'tea' };
        },
      },
    },
  });
  const first = send('/api/v1/things/1');
  await begun;
  // The loop may find a moment in between on a machine that does other things.
  let second = await send('/api/v1/things');
  for (let turn = 0; turn < 20 && second.status !== 503; turn += 1) {
    for (let beat = 0; beat < 4; beat += 1) await blockMs(120);
    second = await send('/api/v1/things');
  }
  release();

  expect([second.status, second.headers['retry-after']]).toEqual([503, '1']);
  expect((await first).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await send('/api/v1/things')).status).toBe(200);
});

/** Keeps the event loop from everything else. */
async function blockMs(ms: number) {
  const until = performance.now() + ms;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 0));
}
