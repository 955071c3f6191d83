import type { Limiter, RateRules } from './rate-limits';
import { aCaller, aLog, aServer, closeServers, noLimits } from './testing';

afterEach(closeServers);

const rule = (points: number) => ({ points, windowMs: 60_000 });

/** Counts in memory, one window for ever. */
function aLimiter(): Limiter & { readonly taken: Map<string, number> } {
  const taken = new Map<string, number>();
  return {
    taken,
    take: async (name, { points, cost = 1 }) => {
      const count = (taken.get(name) ?? 0) + cost;
      taken.set(name, count);
      const remaining = Math.max(0, points - count);
      return { allowed: count <= points, remaining, retryAfterMs: 1_500, windowEndsAfterMs: 1_500 };
    },
  };
}

const rates = (rules: Partial<RateRules>): RateRules => ({ ...noLimits, ...rules });
const logIn = { token: null, body: { loginName: 'a' } };

it('stops an address that tries too many passwords, and says when to come back', async () => {
  const limiter = aLimiter();
  const { send } = await aServer({ limiter, settings: { rates: rates({ logIn: rule(2) }) } });

  const statuses = [await send('/api/v1/auth/login', logIn), await send('/api/v1/auth/login', logIn)].map(
    ({ status }) => status,
  );
  const third = await send('/api/v1/auth/login', logIn);

  expect(statuses).toEqual([200, 200]);
  expect([third.status, third.json.code, third.headers['retry-after']]).toEqual([429, 'rate.limited', '2']);
  expect([...limiter.taken.keys()]).toEqual(['rate:logIn:127.0.0.1']);
});

it('counts a user, not the address behind which the whole shop sits', async () => {
  let userId = 'user1';
  const { send } = await aServer({
    limiter: aLimiter(),
    authenticate: async () => aCaller({ userId }),
    settings: { rates: rates({ user: rule(1) }) },
  });

  const first = await send('/api/v1/things');
  const second = await send('/api/v1/things');
  userId = 'user2';
  const other = await send('/api/v1/things');

  expect([first.status, second.status, other.status]).toEqual([200, 429, 200]);
});

it('makes an address pay for tokens that open nothing', async () => {
  const { send } = await aServer({ limiter: aLimiter(), settings: { rates: rates({ visitor: rule(2) }) } });

  const guesses = [];
  for (const token of ['a', 'b', 'c']) guesses.push((await send('/api/v1/things', { token })).status);

  expect(guesses).toEqual([401, 401, 429]);
  expect((await send('/api/v1/things')).status).toBe(200);
});

it.each([
  ['fails', () => Promise.reject(new Error('redis is away'))],
  ['never answers', () => new Promise<never>(() => undefined)],
])('lets everyone through when the limiter %s, and says so once', async (_how, take) => {
  const log = aLog();
  const { send } = await aServer({ log, limiter: { take }, settings: { rates: rates({ user: rule(1) }) } });

  const answers = await Promise.all([send('/api/v1/things'), send('/api/v1/things')]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
});
