import { type Fetch, fetchAnswer } from './fetch-answer';

const limits = { timeoutMs: 1_000, limitBytes: 10 };
const answering =
  (response: () => Response): Fetch =>
  () =>
    Promise.resolve(response());

it('reads an answer to its end', async () => {
  const fetch = answering(() => new Response('水', { status: 201, headers: { 'X-Name': 'value' } }));

  expect(await fetchAnswer(fetch, 'http://a', {}, limits)).toEqual({
    kind: 'answered',
    answer: { status: 201, headers: expect.objectContaining({ 'x-name': 'value' }), body: Buffer.from('水') },
  });
});

it('takes an answer without a body for an empty one', async () => {
  const fetch = answering(() => new Response(null, { status: 204 }));

  expect(await fetchAnswer(fetch, 'http://a', {}, limits)).toMatchObject({
    answer: { status: 204, body: Buffer.alloc(0) },
  });
});

it('reads no more than it has room for', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1;
      controller.enqueue(new Uint8Array(8));
    },
  });

  const sent = await fetchAnswer(
    answering(() => new Response(endless)),
    'http://a',
    {},
    limits,
  );

  expect(sent).toEqual({ kind: 'lost', why: 'an answer that is too long' });
  expect(given).toBeLessThan(6);
});

it('follows no redirect', async () => {
  let asked: RequestInit = {};
  const fetch: Fetch = (_, init) => {
    asked = init;
    return Promise.resolve(new Response(null, { status: 302, headers: { location: 'http://b' } }));
  };

  expect(await fetchAnswer(fetch, 'http://a', {}, limits)).toMatchObject({ answer: { status: 302 } });
  expect(asked.redirect).toBe('manual');
});

it.each([
  [
    'a code',
    new TypeError('secret', { cause: Object.assign(new Error('secret'), { code: 'ECONNRESET' }) }),
    'ECONNRESET',
  ],
  ['a name', new TypeError('secret'), 'TypeError'],
  ['nothing', 'secret', 'no answer'],
])('tells of a failure by %s, never by its words', async (_, failure, why) => {
  const fetch: Fetch = () => Promise.reject(failure as Error);

  expect(await fetchAnswer(fetch, 'http://a/?secret=1', {}, limits)).toEqual({ kind: 'lost', why });
});
