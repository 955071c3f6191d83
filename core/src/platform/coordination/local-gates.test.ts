import fc from 'fast-check';
import type { Gates } from './gate';
import { localGates } from './local-gates';

const quota = 8;
const perBuyer = 3;
const tokenMs = 1_000;

type Step =
  | { readonly do: 'grab'; readonly buyer: number; readonly quantity: number; readonly request: number }
  | { readonly do: 'redeem' | 'confirm' | 'putBack' | 'release' | 'bar'; readonly at: number }
  | { readonly do: 'takeBack'; readonly at: number; readonly left: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'warm' };

const at = fc.nat(30);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('grab' as const),
      buyer: fc.nat(4),
      quantity: fc.integer({ min: 1, max: 4 }),
      request: fc.nat(60),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('redeem' as const, 'confirm' as const, 'putBack' as const, 'release' as const),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bar' as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), at, left: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.nat(900) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'warm' as const }) },
);

/** A gate, what it has given, and what the database would say was bought with it. */
function aWorld() {
  let now = 10_000;
  let fencing = 0;
  const gates: Gates = localGates({ now: () => now }, () => undefined);
  const given: { readonly token: string; readonly buyerId: string; readonly quantity: number }[] = [];
  const bought = new Map<string, (typeof given)[number]>();
  const answers = new Map<string, string>();
  const warm = () =>
    gates.warm('G', {
      terms: {
        quota,
        perBuyer,
        startsAt: 0,
        endsAt: 1_000_000,
        tokenMs,
        attemptsPerSecond: 1_000,
      },
      isStopped: false,
      sold: [...bought.values()],
      fencing: (fencing += 1),
      readAt: now + 1,
    });
  const step = async (one: Step) => {
    if (one.do === 'pass') now += one.ms;
    else if (one.do === 'warm') await warm();
    else if (one.do === 'grab') {
      const buyerId = `B${one.buyer}`;
      const requestId = `R${one.request}`;
      const ask = { buyerId, requestId, quantity: one.quantity, token: `T${given.length}` };
      const answer = await gates.grab('G', ask);
      if (answer.answer !== 'token') return;
      const key = `${buyerId} ${requestId}`;
      const before = answers.get(key);
      expect(before ?? answer.token).toBe(answer.token);
      answers.set(key, answer.token);
      if (before === undefined) given.push({ token: answer.token, buyerId, quantity: answer.quantity });
    } else {
      const token = given[one.at];
      if (!token) return;
      const orderId = `O-${token.token}`;
      if (one.do === 'redeem') {
        await gates.redeem('G', { ...token, orderId, leaseMs: 5_000 });
      } else if (one.do === 'confirm') {
        // Only what the gate lets order is ever bought.
        const begun = await gates.redeem('G', { ...token, orderId, leaseMs: 5_000 });
        if (begun.answer !== 'ordering' || bought.get(token.token)?.quantity === 0) return;
        if (!bought.has(token.token)) bought.set(token.token, token);
        await gates.confirm('G', token);
      } else if (one.do === 'putBack') await gates.putBack('G', token.token, orderId);
      else if (one.do === 'release') await gates.release('G', [token.token]);
      else if (one.do === 'bar') await gates.bar('G', token.token);
      else if ('left' in one) {
        const sale = bought.get(token.token);
        if (!sale || sale.quantity <= one.left) return;
        bought.set(token.token, { ...sale, quantity: one.left });
        await gates.takeBack('G', token.token, one.left);
      }
    }
  };
  return { gates, bought, warm, step };
}

describe('a gate of this process', () => {
  it('neither invents nor loses a unit, sells none beyond the quota and none beyond a buyer’s cap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 80 }), async (steps) => {
        const { gates, bought, warm, step } = aWorld();
        await warm();
        for (const one of steps) {
          await step(one);
          const [look] = await gates.look(['G']);
          if (!look) throw new Error('the gate is gone');
          const standing = [...bought.values()];
          const sold = standing.reduce((total, { quantity }) => total + quantity, 0);
          expect(look.free + look.held + look.sold).toBe(quota);
          expect(look).toMatchObject({ sold });
          expect(sold).toBeLessThanOrEqual(quota);
          for (let buyer = 0; buyer <= 4; buyer += 1) {
            const own = standing.filter(({ buyerId }) => buyerId === `B${buyer}`);
            expect(own.reduce((total, { quantity }) => total + quantity, 0)).toBeLessThanOrEqual(perBuyer);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is itself again when it was forgotten and built from what was bought', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
        const { gates, bought, warm, step } = aWorld();
        await warm();
        for (const one of steps) await step(one);
        await gates.forget('G');
        await warm();

        const [look] = await gates.look(['G']);
        const sold = [...bought.values()].reduce((total, { quantity }) => total + quantity, 0);
        expect(look).toMatchObject({ sold, held: 0, free: quota - sold });
      }),
    );
  });
});
