import { gzipSync } from 'node:zlib';
import { aServer, closeServers, sendBytes } from './testing';

afterEach(closeServers);

const path = '/api/v1/things/1/name';
const json = { 'Content-Type': 'application/json' };

it.each([
  ['text', { 'Content-Type': 'text/plain' }, '{"name":"a"}'],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'name=a'],
  ['another charset', { 'Content-Type': 'application/json; charset=gbk' }, '{"name":"a"}'],
  ['compressed JSON', { ...json, 'Content-Encoding': 'gzip' }, gzipSync('{"name":"a"}')],
])('refuses %s', async (_what, headers, body) => {
  const { send } = await aServer();

  const answer = await send(path, { body, headers });

  expect([answer.status, answer.json.code]).toEqual([415, 'request.notJson']);
});

it.each([
  ['half a document', '{"name":'],
  ['a list', '[]'],
  ['a bare word', 'null'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a key that reaches the prototype', '{"name":"a","lines":[{"__proto__":{"quantity":1}}]}'],
  ['the same key in disguise', '{"name":"a","\\u005f_proto__":{"quantity":1}}'],
  ['a document nested too deep', `{"name":"a","deep":${'['.repeat(40)}${']'.repeat(40)}}`],
  ['one that would overflow a careless walk', `{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
])('refuses %s', async (_what, body) => {
  const { send } = await aServer();

  const answer = await send(path, { body, headers: json });

  expect([answer.status, answer.json.code]).toEqual([400, 'request.malformed']);
});

it('takes UTF-8 however it is named', async () => {
  const { send } = await aServer();

  const answer = await send(path, {
    body: '{"name":"红茶"}',
    headers: { 'Content-Type': 'Application/JSON; charset="UTF-8"' },
  });

  expect(answer.json.name).toBe('红茶');
});

it('takes no body at all for an empty object', async () => {
  const { send } = await aServer();

  const answer = await send(path, { method: 'POST' });

  expect(answer.json).toMatchObject({ code: 'request.invalid', errors: [{ path: 'name', message: '必填' }] });
});

it('refuses a body over the limit, whether it says so or not', async () => {
  const { port, send } = await aServer({ settings: { maximumBodyBytes: 1_000 } });
  const body = JSON.stringify({ name: 'a'.repeat(2_000) });

  const said = await send(path, { body });
  const unsaid = await sendBytes(
    port,
    [
      `POST ${path} HTTP/1.1`,
      'Host: a',
      'Authorization: Bearer good',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      '',
      body.length.toString(16),
      body,
      '0',
      '\r\n',
    ].join('\r\n'),
  );

  expect([said.status, said.json.code, said.headers.connection]).toEqual([413, 'request.tooLarge', 'close']);
  expect(unsaid).toContain('HTTP/1.1 413');
});
