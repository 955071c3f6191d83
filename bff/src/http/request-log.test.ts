import { aLog, aServer, closeServers } from './testing';

afterEach(closeServers);

it('gives a sane request id back and makes another for an odd one', async () => {
  const { send } = await aServer();

  const sane = await send('/api/v1/things', { headers: { 'X-Request-Id': 'checkout-0001' } });
  const odd = await send('/api/v1/things', { headers: { 'X-Request-Id': 'a b\tc"d' } });
  const unknown = await send('/api/v1/nothing');

  expect(sane.headers['x-request-id']).toBe('checkout-0001');
  expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(unknown.json.requestId).toBe(unknown.headers['x-request-id']);
});

it('writes one line a request: the template, never the address, the token or the body', async () => {
  const log = aLog();
  const { send } = await aServer({ log });

  await send('/api/v1/things/13800000000/name?q=wangfang', {
    body: { name: 'secretName' },
    headers: { 'X-Request-Id': 'request-1' },
  });
  await new Promise(setImmediate);

  expect(log.lines).toHaveLength(1);
  expect(log.lines[0]).toMatchObject({
    level: 'info',
    message: 'request',
    fields: {
      method: 'POST',
      route: '/api/v1/things/:thingId/name',
      status: 200,
      requestId: 'request-1',
      partyId: 'party1',
    },
  });
  expect(JSON.stringify(log.lines)).not.toMatch(/13800000000|wangfang|secretName|good/);
});
