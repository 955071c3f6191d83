import type { Caller, Core } from '@tongpan/core';
import { flashHandlers } from './flash';

const caller = (given: Partial<Caller>): Caller => ({
  userId: 'U',
  userName: '王老板',
  partyId: 'S1',
  partyKind: 'store',
  roles: ['owner'],
  sessionId: 'session',
  channel: 'weapp',
  deviceId: 'phone',
  ip: '203.0.113.1',
  at: 0,
  ...given,
});

/** The handlers over a gate that everybody loses at, and a limiter that keeps its own count. */
function handlersWith(rates: { readonly perDevice: number; readonly perAddress: number }) {
  let grabs = 0;
  const taken = new Map<string, number>();
  const core = {
    flash: {
      grab: () => {
        grabs += 1;
        return Promise.resolve({ outcome: 'lost', at: 0, held: 0 });
      },
    },
    coordination: {
      take: (name: string, { points, cost = 1 }: { readonly points: number; readonly cost?: number }) => {
        const count = (taken.get(name) ?? 0) + cost;
        taken.set(name, count);
        const remaining = Math.max(0, points - count);
        const rest = { remaining, retryAfterMs: 1_000, windowEndsAfterMs: 60_000 };
        return Promise.resolve({ allowed: count <= points, ...rest });
      },
    },
  } as unknown as Core;
  const { grab } = flashHandlers(core, rates);
  const ask = (given: Partial<Caller>) =>
    grab({ activityId: 'SALE', requestId: 'R', quantity: 1 }, caller(given)).then(
      ({ outcome }) => outcome,
      (error: { code?: string }) => error.code ?? 'broke',
    );
  return { ask, grabs: () => grabs };
}

describe('who grabs too often', () => {
  it('is turned away by device before the gate hears of it, whoever is logged in', async () => {
    const { ask, grabs } = handlersWith({ perDevice: 2, perAddress: 0 });

    const answers = [];
    for (const userId of ['U1', 'U2', 'U3']) answers.push(await ask({ userId }));

    expect(answers).toEqual(['lost', 'lost', 'rate.limited']);
    expect(grabs()).toBe(2);
    expect(await ask({ deviceId: 'another' })).toBe('lost');
  });

  it('is turned away by address, whatever device it says it is', async () => {
    const { ask } = handlersWith({ perDevice: 0, perAddress: 3 });

    const answers = [];
    for (const deviceId of ['a', 'b', 'c', 'd']) answers.push(await ask({ deviceId }));

    expect(answers).toEqual(['lost', 'lost', 'lost', 'rate.limited']);
    expect(await ask({ ip: '203.0.113.99' })).toBe('lost');
  });

  it('is not limited where nobody says how', async () => {
    const { ask } = handlersWith({ perDevice: 0, perAddress: 0 });

    const answers = await Promise.all(Array.from({ length: 50 }, () => ask({})));

    expect(new Set(answers)).toEqual(new Set(['lost']));
  });
});
