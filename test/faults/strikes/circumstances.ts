import { setTimeout as wait } from 'node:timers/promises';
import { repriced } from '../house/found';
import { clientOf } from '../people/ask';
import { placeOrder } from '../people/buyer';
import { password } from '../../api/found-company';
import { ApiProblem } from '@tongpan/bff';
import { everywhere, type Strike } from './strike';

const hourMs = 3_600_000;
/** Within this the other process refuses a session that was ended. */
const revokedWithinMs = 1_000;

/** The clock of one process, or of all, goes wrong by minutes, back and forth, while people work. */
const clockSteps: Strike = {
  name: 'clock steps',
  on: everywhere,
  async strike({ house, luck, count }) {
    const processes = [...house.webs, ...house.workers];
    for (let times = luck.between(2, 4); times > 0; times -= 1) {
      const only = luck.chance(0.5) ? processes : [luck.pick(processes)];
      await house.stepClock(luck.pick([-90_000, -30_000, -2_000, 5_000, 61_000, 300_000]), only);
      count('steps');
      await wait(luck.between(200, 700));
    }
  },
};

/** A day and an hour pass at once: what held orders keep has lapsed, the jobs of a day are due. */
const dayPasses: Strike = {
  name: 'a day passes',
  on: everywhere,
  async strike({ house, luck, count }) {
    await house.stepClock(25 * hourMs);
    count('days');
    await wait(luck.between(500, 1_500));
  },
};

/** The disk of the embedded database is full, and then it is not. */
const diskFull: Strike = {
  name: 'disk full',
  on: ['embedded'],
  async strike({ house, luck, ledger, count }) {
    const [server] = house.webs;
    const before = ledger.figures.unanswered;
    await server!.believe({ freePages: luck.between(0, 3) });
    await wait(luck.between(800, 1_800));
    count('writesRefused', ledger.figures.unanswered - before);
    if (luck.chance(0.3)) await server!.kill();
    else await server!.believe({ freePages: null });
  },
};

/** Prices and a store's standing change, and somebody orders the moment the change is answered. */
const referenceChanges: Strike = {
  name: 'prices and standing change',
  on: everywhere,
  async strike(scene) {
    const { crew, house, luck, visitors, count } = scene;
    const { prober } = crew;
    for (let times = luck.between(5, 8); times > 0; times -= 1) {
      await crew.changeReference();
      count('changes');
      await Promise.all(
        house.bases.map(async (_, web) => {
          const lines = repriced.map((skuId) => ({ skuId, quantity: 3 }));
          await placeOrder(
            { ...prober, visitors: visitors.at(web) },
            { orderId: prober.newId(), lines, note: '' },
          );
        }),
      );
    }
  },
};

/** Somebody logs out at one process; the other has seen the session a moment ago. */
const sessionEnds: Strike = {
  name: 'log-out at one process',
  on: everywhere,
  async strike({ house, luck, ledger, count }) {
    for (let times = 0; times < 3; times += 1) {
      const order = luck.shuffle(house.bases);
      const [here = '', there = here] = order;
      const { token } = await clientOf(here, '').auth.logIn({ loginName: 's5', password });
      await clientOf(there, token).auth.me({});
      await clientOf(here, token).auth.logOut({});
      const endedAt = performance.now();
      const lateMs = await untilRefused(there, token, endedAt);
      count('log-outs');
      if (lateMs > revokedWithinMs)
        ledger.wrongs.push(`a session that was ended opened another process ${Math.round(lateMs)} ms later`);
    }
  },
};

/** How long after the log-out the token still opened something; a call begun earlier does not count. */
async function untilRefused(base: string, token: string, endedAt: number): Promise<number> {
  let lastOpenedMs = 0;
  for (;;) {
    const calledAt = performance.now();
    if (calledAt - endedAt > 3 * revokedWithinMs) return lastOpenedMs;
    try {
      await clientOf(base, token).auth.me({});
      lastOpenedMs = calledAt - endedAt;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.status === 401) return lastOpenedMs;
    }
    await wait(20);
  }
}

export const circumstances: readonly Strike[] = [
  clockSteps,
  dayPasses,
  diskFull,
  referenceChanges,
  sessionEnds,
];
