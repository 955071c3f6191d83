import { Contended, Refused, Unavailable } from '@tongpan/core';
import { createServer } from '../server';
import { aLog, aServer, closeServers, sampleHandlers, someParts } from './testing';

afterEach(closeServers);

describe('input', () => {
  it('reads a query, fills in defaults and turns strings into numbers', async () => {
    const { send } = await aServer();

    expect((await send('/api/v1/things')).json.limit).toBe(20);
    expect((await send('/api/v1/things?limit=5')).json.limit).toBe(5);
  });

  it('takes a path parameter before a field of the body, and leaves unknown fields out', async () => {
    const seen: unknown[] = [];
    const { send } = await aServer({
      handlers: {
        things: {
          rename: async (input) => {
            seen.push(input);
            return { thingId: input.thingId, name: input.name };
          },
        },
      },
    });

    const { json } = await send('/api/v1/things/a%2Fb/name', {
      body: { thingId: 'other', name: '红茶', surprise: true },
    });

    expect(json).toEqual({ thingId: 'a/b', name: '红茶' });
    expect(seen).toEqual([{ thingId: 'a/b', name: '红茶', lines: [] }]);
  });

  it('tries a literal path before a parameter, in whatever order the contract has them', async () => {
    const { send } = await aServer();

    expect((await send('/api/v1/things/counts')).json).toEqual({ count: 7 });
    expect((await send('/api/v1/things/count')).json.thingId).toBe('count');
  });

  it('names every field that is wrong, in Chinese', async () => {
    const { send } = await aServer();

    const { status, json, headers } = await send('/api/v1/things/1/name?secret=1', {
      body: { name: '', lines: [{ quantity: 1 }, { quantity: 1.5 }, {}, 3] },
    });

    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(json).toEqual({
      type: 'urn:tongpan:problem:request.invalid',
      title: '提交的内容有误，请检查后再试',
      status: 400,
      code: 'request.invalid',
      instance: '/api/v1/things/1/name',
      requestId: headers['x-request-id'],
      errors: [
        { path: 'name', message: '不能为空' },
        { path: 'lines[1].quantity', message: '应为整数' },
        { path: 'lines[2].quantity', message: '必填' },
        { path: 'lines[3]', message: '应为对象' },
      ],
    });
  });

  it('refuses a query field given twice', async () => {
    const { send } = await aServer();

    expect((await send('/api/v1/things?limit=5&limit=6')).status).toBe(400);
  });
});

describe('output', () => {
  const leaky = async () => ({ thingId: '1', name: 'tea', costFen: 12 });
  const wrong = async () => JSON.parse('{"thingId":1}') as { thingId: string; name: string };

  it('leaves out what the schema does not promise, where outputs are checked', async () => {
    const { send } = await aServer({ handlers: { things: { get: leaky } } });

    expect((await send('/api/v1/things/1')).json).toEqual({ thingId: '1', name: 'tea' });
  });

  it('calls an answer against the contract a bug, where outputs are checked', async () => {
    const log = aLog();
    const { send } = await aServer({ log, handlers: { things: { get: wrong } } });

    const { status, json } = await send('/api/v1/things/1');

    expect([status, json.code]).toEqual([500, 'server.broken']);
    expect(JSON.stringify(log.lines)).toContain('things.get answered against its contract: thingId');
  });

  it('sends the view as it is, where they are not', async () => {
    const { send } = await aServer({
      settings: { checkOutput: false },
      handlers: { things: { get: leaky } },
    });

    expect((await send('/api/v1/things/1')).json.costFen).toBe(12);
  });

  it('is never kept by anyone on the way', async () => {
    const { send } = await aServer();

    expect((await send('/api/v1/things/1')).headers['cache-control']).toBe('no-store');
    expect((await send('/api/v1/things/1', { token: null })).headers['cache-control']).toBe('no-store');
  });
});

describe('problems', () => {
  const failing = (error: Error, log = aLog()) =>
    aServer({
      log,
      handlers: {
        things: {
          get: async () => {
            throw error;
          },
        },
      },
    });

  it('answers a refusal with the status and title of its code', async () => {
    const { send } = await failing(new Refused('orders.unknown', '订单 SO1'));

    const { status, json } = await send('/api/v1/things/1');

    expect(status).toBe(404);
    expect(json).toMatchObject({ code: 'orders.unknown', title: '找不到该订单', detail: '订单 SO1' });
  });

  it('calls a code nobody listed a bug and says nothing about it', async () => {
    const log = aLog();
    const { send } = await failing(new Refused('moon.full', 'inner words'), log);

    const { status, json, text } = await send('/api/v1/things/1');

    expect([status, json.code]).toEqual([500, 'server.broken']);
    expect(text).not.toContain('moon');
    expect(JSON.stringify(log.lines)).toContain('moon.full');
  });

  it.each([new Contended('lot'), new Unavailable('database')])(
    'asks to come back after %s',
    async (error) => {
      const { send } = await failing(error);

      const { status, json, headers } = await send('/api/v1/things/1');

      expect([status, json.code, headers['retry-after']]).toEqual([503, 'server.busy', '1']);
    },
  );

  it('logs a bug once, with its request id and without what the driver hung on it', async () => {
    const log = aLog();
    const bug = Object.assign(new TypeError('x is not a function'), { parameters: ['13800000000'] });
    const { send } = await failing(bug, log);

    const { headers, text } = await send('/api/v1/things/1');

    const errors = log.lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.fields).toMatchObject({
      requestId: headers['x-request-id'],
      route: '/api/v1/things/:thingId',
      error: { name: 'TypeError', message: 'x is not a function' },
    });
    expect(JSON.stringify(log.lines)).not.toContain('13800000000');
    expect(text).not.toContain('not a function');
  });

  it('warns of a refusal the route does not declare', async () => {
    const log = aLog();
    const { send } = await failing(new Refused('orders.stateForbids'), log);

    expect((await send('/api/v1/things/1')).status).toBe(409);
    expect(log.lines.find(({ level }) => level === 'warn')?.fields).toMatchObject({
      code: 'orders.stateForbids',
    });
  });

  it('knows an unknown route from a wrong method', async () => {
    const { send } = await aServer();

    const unknown = await send('/api/v1/nothing', { headers: { Accept: 'text/html' } });
    const wrong = await send('/api/v1/things', { body: {} });
    const options = await send('/api/v1/things', { method: 'OPTIONS' });

    expect([unknown.status, unknown.json.code]).toEqual([404, 'route.unknown']);
    expect([wrong.status, wrong.json.code, wrong.headers.allow]).toEqual([
      405,
      'method.notAllowed',
      'HEAD, GET',
    ]);
    expect(options.status).toBe(405);
    expect(options.headers['access-control-allow-origin']).toBeUndefined();
  });
});

it('does not start without a handler for every route', () => {
  const { get, ...incomplete } = sampleHandlers.things;
  const parts = someParts();
  const handlers = { ...parts.handlers, things: incomplete as typeof sampleHandlers.things };

  expect(get).toBeDefined();
  expect(() => createServer({ ...parts, handlers })).toThrow('no handler for things.get');
});
