import type { PartyKind, Role } from '@tongpan/core';
import { contract } from '../contract';
import { type Access, accessRules } from '../contract/route';
import { mayCall } from './access';
import type { AnyContract, PublicEndpoint } from './handlers';
import { operationsOf } from './operations';
import { aCaller, aServer, closeServers } from './testing';

const kinds: readonly PartyKind[] = ['hq', 'distributor', 'store', 'chain'];
const roles: readonly Role[] = ['owner', 'manager', 'purchaser', 'reviewer', 'warehouse', 'finance'];

/** Who may, written out once more by hand. */
const expected: Readonly<Record<Access, (kind: PartyKind, role: Role | null) => boolean>> = {
  public: () => true,
  signedIn: () => true,
  owner: (_kind, role) => role === 'owner',
  headquarters: (kind) => kind === 'hq',
  hqOwner: (kind, role) => kind === 'hq' && role === 'owner',
  hqManager: (kind, role) => kind === 'hq' && (role === 'owner' || role === 'manager'),
  manager: (kind, role) =>
    (kind === 'hq' || kind === 'distributor') && (role === 'owner' || role === 'manager'),
  buyer: (kind, role) => kind !== 'hq' && (role === 'owner' || role === 'purchaser'),
  seller: (kind) => kind === 'hq' || kind === 'distributor',
  reviewer: (kind, role) =>
    (kind === 'hq' || kind === 'distributor') && (role === 'owner' || role === 'reviewer'),
  warehouse: (kind, role) =>
    (kind === 'hq' || kind === 'distributor') && (role === 'owner' || role === 'warehouse'),
  finance: (kind, role) =>
    (kind === 'hq' || kind === 'distributor') && (role === 'owner' || role === 'finance'),
  hqFinance: (kind, role) => kind === 'hq' && (role === 'owner' || role === 'finance'),
  pays: (kind, role) => kind !== 'hq' && (role === 'owner' || role === 'purchaser' || role === 'finance'),
  payer: (kind, role) => kind !== 'hq' && (role === 'owner' || role === 'finance'),
};

const cases = (Object.keys(accessRules) as Access[]).flatMap((access) =>
  kinds.flatMap((partyKind) =>
    [...roles, null].map((role) => ({ access, partyKind, role, may: expected[access](partyKind, role) })),
  ),
);

it.each(cases)('$access for $role of a $partyKind: $may', ({ access, partyKind, role, may }) => {
  const caller = aCaller({ partyKind, roles: role === null ? [] : [role] });

  expect(mayCall(access, caller)).toBe(may);
});

describe('over HTTP', () => {
  afterEach(closeServers);

  it('gives each rule the answer the table gives', async () => {
    let caller = aCaller();
    const { send } = await aServer({ authenticate: async () => caller });

    for (const { access, partyKind, role, may } of cases) {
      if (access === 'public') continue;
      caller = aCaller({ partyKind, roles: role === null ? [] : [role] });
      const { status, json } = await send(`/api/v1/guarded/${access}`);

      expect({ access, partyKind, role, status }).toEqual({
        access,
        partyKind,
        role,
        status: may ? 200 : 403,
      });
      if (!may) expect(json.code).toBe('access.denied');
    }
  });

  it('asks a stranger to log in, and one whose token opens nothing to log in again', async () => {
    const { send } = await aServer();

    const stranger = await send('/api/v1/things', { token: null });
    const late = await send('/api/v1/things', { token: 'bad' });
    const garbled = await send('/api/v1/things', { token: null, headers: { Authorization: 'Basic abc' } });

    expect([stranger.status, stranger.json.code]).toEqual([401, 'auth.required']);
    expect(stranger.headers['www-authenticate']).toBe('Bearer');
    expect([late.status, late.json.code]).toEqual([401, 'auth.expired']);
    expect([garbled.status, garbled.json.code]).toEqual([401, 'auth.required']);
  });

  it('hands a public route a visitor, with what the request may say of itself', async () => {
    const { send } = await aServer();
    const logIn = (headers: Record<string, string>) =>
      send('/api/v1/auth/login', { token: null, body: { loginName: 'a' }, headers });

    const known = await logIn({ 'X-Tongpan-Channel': 'h5', 'X-Tongpan-Device': 'phone_1' });
    const odd = await logIn({ 'X-Tongpan-Channel': 'root', 'X-Tongpan-Device': 'a b;c' });

    expect(known.json).toMatchObject({ ip: '127.0.0.1', channel: 'h5', deviceId: 'phone_1' });
    expect(odd.json).toMatchObject({ channel: 'api', deviceId: '' });
  });
});

it('passes on the time a request says it is made at, for the session to believe or not', async () => {
  const said: unknown[] = [];
  const { send } = await aServer({
    authenticate: async (_token, { saidAt }) => {
      said.push(saidAt);
      return aCaller();
    },
  });

  for (const at of ['1700000000000', '-1', '1e9', '']) {
    await send('/api/v1/things', { headers: { 'X-Tongpan-At': at } });
  }
  await closeServers();

  expect(said).toEqual([1_700_000_000_000, null, null, null]);
});

it('types exactly the public routes of the contract as public', () => {
  const isPublic: Record<PublicEndpoint, true> = {
    'POST /api/v1/auth/code/login': true,
    'POST /api/v1/auth/code/send': true,
    'POST /api/v1/auth/login': true,
    'GET /api/v1/auth/ways': true,
    'POST /api/v1/auth/wechat/bind-by-password': true,
    'POST /api/v1/auth/wechat/bind-by-phone': true,
    'POST /api/v1/auth/wechat/login': true,
    'POST /api/v1/partners/applications': true,
    'POST /api/v1/partners/applications/:applicationId/status': true,
    'GET /api/v1/territory/divisions': true,
  };
  const operations = operationsOf(contract satisfies AnyContract);

  const endpoints = operations
    .filter(({ route }) => route.access === 'public')
    .map(({ route }) => route.endpoint);

  expect(endpoints).toEqual(Object.keys(isPublic));
});
