import { connect } from 'node:net';
import { aLog, aServer, closeServers, sendBytes } from './http/testing';

afterEach(closeServers);

/** A handler that tells when it has begun and waits to be let go. */
function aGate() {
  let open = () => undefined as void;
  let begin = () => undefined as void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const get = async ({ thingId }: { thingId: string }) => {
    begin();
    await opened;
    return { thingId, name: 'late' };
  };
  return { get, begun, open: () => open() };
}

it('lets running requests finish and takes no new ones while it closes', async () => {
  const gate = aGate();
  const { server, send } = await aServer({ handlers: { things: { get: gate.get } } });
  const running = send('/api/v1/things/1');
  await gate.begun;

  const closed = server.close();
  const refused = await send('/api/v1/things').catch((error: NodeJS.ErrnoException) => error.code);
  gate.open();
  const { status, headers } = await running;
  await closed;

  expect(refused).toBe('ECONNREFUSED');
  expect([status, headers.connection]).toEqual([200, 'close']);
});

it('does not wait for ever', async () => {
  const gate = aGate();
  const { server, send } = await aServer({
    handlers: { things: { get: gate.get } },
    settings: { shutdownMs: 50 },
  });
  const running = send('/api/v1/things/1').catch((error: NodeJS.ErrnoException) => error.code);
  await gate.begun;

  await server.close();

  expect(await running).toBe('ECONNRESET');
  gate.open();
});

it('closes once, however often it is told', async () => {
  const { server } = await aServer();

  expect(server.close()).toBe(server.close());
});

it('answers headers that are too large', async () => {
  const { port } = await aServer();

  const answer = await sendBytes(port, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);

  expect(answer).toContain('HTTP/1.1 431');
  expect(answer).toContain('"code":"request.headersTooLarge"');
});

it('answers bytes that are not HTTP', async () => {
  const { port } = await aServer();

  const answer = await sendBytes(port, 'what is this\r\n\r\n');

  expect(answer).toContain('HTTP/1.1 400');
  expect(answer).toContain('"code":"request.malformed"');
});

it('says when its port is taken', async () => {
  const { port } = await aServer();

  await expect(aServer({ settings: { port } })).rejects.toThrow('EADDRINUSE');
});

it('notes a caller who hangs up, and goes on', async () => {
  const log = aLog();
  const gate = aGate();
  const { port, send } = await aServer({ log, handlers: { things: { get: gate.get } } });
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('GET /api/v1/things/1 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\n\r\n'),
  );
  await gate.begun;

  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  gate.open();

  expect(log.lines[0]?.fields).toMatchObject({ route: '/api/v1/things/:thingId', aborted: true });
  expect((await send('/healthz')).status).toBe(200);
});
