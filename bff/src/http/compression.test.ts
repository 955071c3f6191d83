import { aServer, closeServers } from './testing';

afterEach(closeServers);

const named = (letters: number) =>
  aServer({ handlers: { things: { get: async ({ thingId }) => ({ thingId, name: 'a'.repeat(letters) }) } } });
const asking = { headers: { 'Accept-Encoding': 'gzip' } };

it.each([
  [100, undefined],
  [4_000, undefined],
  [20_000, 'gzip'],
])('sends an answer of %i letters in encoding %s', async (letters, encoding) => {
  const { send } = await named(letters);

  const { headers, status } = await send('/api/v1/things/1', asking);

  expect([status, headers['content-encoding']]).toEqual([200, encoding]);
  expect(headers.vary).toBe('Accept-Encoding');
});

it('packs nothing for a caller who does not ask for it', async () => {
  const { send } = await named(20_000);

  const { headers, json } = await send('/api/v1/things/1');

  expect(headers['content-encoding']).toBeUndefined();
  expect(json.name).toHaveLength(20_000);
});
