import type { Recorded } from '@tongpan/core';
import { Refused } from '@tongpan/core';
import type { RecordingsOf } from '../recorded-routes/recording';
import { recordedRoutes } from '../recorded-routes';
import { contract } from '../contract';
import { operationsOf } from './operations';
import { aCaller, aServer, closeServers } from './testing';

afterEach(closeServers);

/** A server whose trail is looked at. */
async function aRecordingServer(parts: Parameters<typeof aServer>[0] = {}) {
  const recorded: Recorded[] = [];
  const server = await aServer({
    trail: {
      routes: {
        auth: { logIn: () => '' },
        things: { rename: ({ thingId }: { thingId: string }) => thingId },
      },
      record: (entry) => void recorded.push(entry),
    },
    ...parts,
  });
  return { recorded, send: server.send };
}

const rename = '/api/v1/things/7/name';

it('records who did what, from where, once it is done', async () => {
  const { recorded, send } = await aRecordingServer();

  await send(rename, {
    body: { name: '新名' },
    headers: { 'User-Agent': 'browser', 'X-Request-Id': 'request-7' },
  });

  expect(recorded).toEqual([
    {
      at: aCaller().at,
      userId: 'user1',
      userName: '王芳',
      partyId: 'party1',
      roles: ['owner'],
      route: 'things.rename',
      subjectId: '7',
      input: { thingId: '7', name: '新名', lines: [] },
      outcome: 'done',
      address: aCaller().ip,
      device: 'browser',
      requestId: 'request-7',
    },
  ]);
});

it('records a refusal with its code, an input that was not understood without its words', async () => {
  const refuse = async () => {
    throw new Refused('orders.stateForbids');
  };
  const { recorded, send } = await aRecordingServer({ handlers: { things: { rename: refuse } } });

  await send(rename, { body: { name: '新名' } });
  await send(rename, { body: { name: '' } });

  expect(recorded.map(({ outcome, subjectId, input }) => [outcome, subjectId, input])).toEqual([
    ['orders.stateForbids', '7', { thingId: '7', name: '新名', lines: [] }],
    ['request.invalid', '', null],
  ]);
});

it('records neither what is read nor whom nobody knows nor a replay', async () => {
  const { recorded, send } = await aRecordingServer({
    authenticate: async (token) => (token === 'good' ? aCaller({ channel: 'replay' }) : null),
  });

  await send('/api/v1/things');
  await send(rename, { body: { name: '新名' }, token: null });
  await send(rename, { body: { name: '新名' }, token: 'bad' });
  await send(rename, { body: { name: '新名' } });

  expect(recorded).toEqual([]);
});

it('records a log-in with the name that was tried', async () => {
  const refuse = async () => {
    throw new Refused('auth.wrong');
  };
  const { recorded, send } = await aRecordingServer({ handlers: { auth: { logIn: refuse } } });

  await send('/api/v1/auth/login', { body: { loginName: 'boss' }, token: null });

  expect(recorded).toMatchObject([
    { route: 'auth.logIn', outcome: 'auth.wrong', userId: null, partyId: null, triedName: 'boss' },
  ]);
});

describe('what is recorded', () => {
  const rows = Object.entries(recordedRoutes).flatMap(([domain, routes]) =>
    Object.entries<unknown>(routes).map(([name, row]) => [`${domain}.${name}`, row] as const),
  );

  it('is decided for each route that is no GET, and for no other', () => {
    const posted = operationsOf(contract)
      .filter(({ method }) => method !== 'GET')
      .map(({ domain, name }) => `${domain}.${name}`);

    expect(rows.map(([name]) => name).sort()).toEqual(posted.sort());
  });

  it('leaves out the hot path and what only reads, and nothing else', () => {
    expect(rows.flatMap(([name, row]) => (typeof row === 'function' ? [] : [name])).sort()).toEqual([
      'afterSales.check',
      'attachments.addPart',
      'auth.wechatState',
      'catalog.previewPriceLines',
      'delivery.preview',
      'exchange.addPart',
      'exchange.readOrderSheet',
      'flash.grab',
      'lists.check',
      'lists.fill',
      'messages.consent',
      'messages.read',
      'messages.readAll',
      'messages.remind',
      'orders.place',
      'orders.previewApprove',
      'orders.previewEdit',
      'orders.quote',
      'orders.replayAuditPolicy',
      'partners.myApplication',
      'pool.fairShare',
      'promotions.conflicts',
      'promotions.preview',
      'promotions.simulate',
      'territory.previewGrant',
    ]);
  });

  it('does not compile with a route that nobody decided on', () => {
    // @ts-expect-error whether an upload is told again is not decided
    const undecided: RecordingsOf<'shipping'> = {};
    // @ts-expect-error the input names no order
    const misread: RecordingsOf<'shipping'> = { retryUpload: ({ orderId }) => orderId };

    expect([undecided, misread]).toHaveLength(2);
  });
});
