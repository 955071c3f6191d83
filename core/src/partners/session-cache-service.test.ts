import { openLocal } from '../platform/coordination/local';
import { believedMs, type LiveSession, liveSession, openSessionCache } from './session-cache-service';
import type { SignedIn } from './store';

const aSession = (session: Partial<LiveSession> = {}): LiveSession => ({
  sessionId: 'session1',
  userId: 'user1',
  userName: '王芳',
  roles: ['owner'],
  partyId: 'party1',
  partyKind: 'store',
  mustChangePassword: false,
  carriesClock: false,
  expiresAt: 1_000_000,
  lastSeenAt: 0,
  ...session,
});

/** A cache over a table of sessions, with a time of its own. */
function aCache(options: { kept?: number } = {}) {
  const coordination = openLocal({ now: () => 0 });
  const table = new Map<string, LiveSession | null>([['hash1', aSession()]]);
  const asked: string[] = [];
  let nowMs = 1_000;
  const cache = openSessionCache(coordination, { ...options, nowMs: () => nowMs });
  const load = async (tokenHash: string) => {
    asked.push(tokenHash);
    return table.get(tokenHash) ?? null;
  };
  return {
    cache,
    coordination,
    table,
    asked,
    find: (tokenHash = 'hash1') => cache.find(tokenHash, load),
    passMs: (ms: number) => (nowMs += ms),
  };
}

it('believes the database for a bounded time', async () => {
  const { find, asked, table, passMs, cache } = aCache();

  await find();
  table.set('hash1', null);
  passMs(believedMs - 1);
  expect(await find()).toMatchObject({ userId: 'user1' });
  expect([cache.knows('hash1'), asked]).toEqual([true, ['hash1']]);

  passMs(1);
  expect(cache.knows('hash1')).toBe(false);
  expect(await find()).toBeNull();
  expect(asked).toEqual(['hash1', 'hash1']);
});

it.each([
  ['session', 'session1'],
  ['user', 'user1'],
  ['party', 'party1'],
] as const)('forgets by %s at once, and leaves the others alone', async (kind, id) => {
  const { find, asked, table, cache } = aCache();
  table.set('hash2', aSession({ sessionId: 'session2', userId: 'user2', partyId: 'party2' }));
  await find('hash1');
  await find('hash2');

  cache.forget({ kind, id });

  expect([cache.knows('hash1'), cache.knows('hash2')]).toEqual([false, true]);
  table.set('hash1', null);
  expect(await find('hash1')).toBeNull();
  expect(asked).toEqual(['hash1', 'hash2', 'hash1']);
});

it('keeps nothing that was read while something ended', async () => {
  const { cache } = aCache();
  let answer = (_session: LiveSession) => undefined as void;
  const reading = cache.find('hash1', () => new Promise((resolve) => (answer = resolve)));

  cache.forget({ kind: 'user', id: 'user1' });
  const after = cache.find('hash1', async () => null);
  answer(aSession());

  // Who asked before the end may be answered as of before it; who asks after it must not.
  expect(await reading).toMatchObject({ userId: 'user1' });
  expect(await after).toBeNull();
  expect(cache.knows('hash1')).toBe(false);
});

it('asks once for many requests of one session', async () => {
  const { find, asked } = aCache();

  const found = await Promise.all(Array.from({ length: 20 }, async () => find()));

  expect(new Set(found).size).toBe(1);
  expect(asked).toEqual(['hash1']);
});

it('hears what another process has ended', async () => {
  const { cache, coordination, find } = aCache();
  const other = openSessionCache(coordination);
  await find();

  other.forget({ kind: 'party', id: 'party1' });
  await new Promise(setImmediate);
  await new Promise(setImmediate);

  expect(cache.knows('hash1')).toBe(false);
});

it('keeps no room for tokens that open nothing, and a bounded number of those that do', async () => {
  const { cache, table, find } = aCache({ kept: 3 });
  for (let guess = 0; guess < 100; guess += 1) expect(await find(`guess${guess}`)).toBeNull();
  expect(cache.size()).toBe(0);

  for (let no = 1; no <= 5; no += 1) {
    table.set(`hash${no}`, aSession({ sessionId: `session${no}` }));
    await find(`hash${no}`);
  }

  expect(cache.size()).toBe(3);
  expect([1, 2, 3, 4, 5].map((no) => cache.knows(`hash${no}`))).toEqual([false, false, true, true, true]);
});

it('goes on with no more than its bound when nobody can be told or heard', async () => {
  const { cache, coordination, find, passMs, table } = aCache();
  await coordination.close();

  await find();
  cache.forget({ kind: 'user', id: 'another' });
  table.set('hash1', null);
  passMs(believedMs);

  expect(await find()).toBeNull();
});

const aRow: SignedIn = {
  sessionId: 'session1',
  lastSeenAt: 0,
  expiresAt: 1_000_000,
  endedAt: null,
  carriesClock: 0,
  userId: 'user1',
  userName: '王芳',
  roles: '["owner"]',
  userStatus: 'active',
  mustChangePassword: 0,
  partyId: 'party1',
  partyKind: 'store',
  partyStatus: 'active',
};

it.each<[string, Partial<SignedIn>]>([
  ['ended', { endedAt: 5 }],
  ['a suspended user’s', { userStatus: 'suspended' }],
  ['a suspended party’s', { partyStatus: 'suspended' }],
])('calls a session that is %s none', (_what, row) => {
  expect(liveSession({ ...aRow, ...row })).toBeNull();
  expect(liveSession(aRow)).toEqual(aSession());
});
