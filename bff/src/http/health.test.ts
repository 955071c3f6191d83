import { aServer, closeServers } from './testing';

afterEach(closeServers);

const away = () => Promise.reject(new Error('password=secret'));
const stuck = () => new Promise<never>(() => undefined);

it('is up whatever its parts do', async () => {
  const { send } = await aServer({ readiness: { database: away } });

  expect((await send('/healthz', { token: null })).json).toEqual({ status: 'up' });
});

it('is ready when every part answers', async () => {
  const { send } = await aServer({ readiness: { database: async () => undefined } });

  const { status, json } = await send('/readyz', { token: null });

  expect([status, json]).toEqual([200, { status: 'ready', checks: { database: 'ok' } }]);
});

it('names the parts that fail or never answer, and nothing of why', async () => {
  const { send } = await aServer({
    readiness: { database: away, coordination: stuck, outbox: async () => 1 },
  });

  const { status, json, text } = await send('/readyz', { token: null });

  expect([status, json.code]).toEqual([503, 'server.notReady']);
  expect(json.errors).toEqual([
    { path: 'database', message: '没有应答' },
    { path: 'coordination', message: '没有应答' },
  ]);
  expect(text).not.toContain('secret');
});

describe('metrics', () => {
  it('count requests by the template of their route', async () => {
    const { send } = await aServer();
    await send('/api/v1/things/42');
    await send('/api/v1/things/43');

    const { text } = await send('/metrics', { token: null });

    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/things/:thingId",status="200"} 2',
    );
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('/42');
  });

  it('are not for whom a proxy lets in', async () => {
    const { send } = await aServer();

    const { status } = await send('/metrics', { token: null, headers: { 'X-Forwarded-For': '1.2.3.4' } });

    expect(status).toBe(403);
  });

  it('are for who carries the token, from anywhere', async () => {
    const { send } = await aServer({ settings: { metricsToken: 'reader' } });
    const headers = { 'X-Forwarded-For': '1.2.3.4' };

    expect((await send('/metrics', { token: 'reader', headers })).status).toBe(200);
    expect((await send('/metrics', { token: 'other', headers })).status).toBe(403);
    expect((await send('/metrics', { token: null, headers })).status).toBe(403);
  });
});
