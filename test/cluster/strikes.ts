import { setTimeout as wait } from 'node:timers/promises';
import type { Galera } from './galera';
import type { Killable } from './killable';
import type { RedisTrio } from './redis-trio';

/** Something that goes wrong while people order, and how it is put right again. */
export interface Strike {
  readonly name: string;
  /** Answers whom it struck. */
  strike(): Promise<Killable>;
  /** Answers what it took to come back, in milliseconds. */
  mend(): Promise<number>;
}

/** Longer than it takes the group to put a silent node out, and us to leave it. */
const frozenMs = 8_000;

/** What befalls the cluster, in turn; the first is nothing, so that the others have something to be held against. */
export function strikesOn(galera: Galera, redis: RedisTrio): readonly Strike[] {
  const [inUse, , notInUse] = galera.nodes as [Galera['nodes'][0], Galera['nodes'][0], Galera['nodes'][0]];
  let master: Killable;
  const timed = async (work: () => Promise<void>) => {
    const startedAt = performance.now();
    await work();
    return Math.round(performance.now() - startedAt);
  };
  return [
    { name: 'nothing', strike: async () => inUse, mend: async () => 0 },
    {
      name: 'kill -9 of the database node in use',
      strike: async () => {
        await inUse.kill();
        return inUse;
      },
      mend: () => timed(inUse.rejoin),
    },
    {
      name: 'kill -9 of a database node not in use',
      strike: async () => {
        await notInUse.kill();
        return notInUse;
      },
      mend: () => timed(notInUse.rejoin),
    },
    {
      name: 'kill -9 of the Redis master',
      strike: async () => {
        master = await redis.master();
        await master.kill();
        return master;
      },
      mend: () =>
        timed(async () => {
          master.start();
          await redis.settled();
        }),
    },
    {
      name: `freezing the database node in use for ${frozenMs / 1_000} s`,
      strike: async () => {
        inUse.freeze();
        await wait(frozenMs);
        inUse.thaw();
        return inUse;
      },
      mend: () => timed(inUse.settled),
    },
  ];
}
