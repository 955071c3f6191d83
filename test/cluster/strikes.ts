import { setTimeout as wait } from 'node:timers/promises';
import type { House } from './house';
import type { Killable } from './killable';

/** Something that goes wrong while people order, and how it is put right again. */
export interface Strike {
  readonly name: string;
  /** Answers whom it struck, and where people order if not at all web processes. */
  strike(): Promise<{ readonly struck: Killable | null; readonly tookOverMs?: number }>;
  /** Makes everything as it was. */
  mend(): Promise<void>;
  /** Who serves while it lasts, when that is not everybody as usual. */
  readonly serving?: () => Promise<readonly string[]>;
}

/** Longer than it takes the group to put a silent node out, and us to leave it. */
const frozenMs = 8_000;

const nothing: Strike = {
  name: 'nothing',
  strike: async () => ({ struck: null }),
  mend: async () => undefined,
};

/** What befalls the house, in turn; the first is nothing, so that the others have something to be held against. */
export function strikesOn({ galera, redis, webs, stranger }: House): readonly Strike[] {
  const [inUse, , notInUse] = galera?.nodes ?? [];
  const [firstWeb] = webs;
  if (!inUse || !notInUse || !redis || !stranger || !firstWeb) return [nothing];
  let master: Killable;
  return [
    nothing,
    {
      name: 'kill -9 of the database node in use',
      strike: async () => {
        await inUse.kill();
        return { struck: inUse };
      },
      mend: inUse.rejoin,
    },
    {
      name: 'kill -9 of a database node not in use',
      strike: async () => {
        await notInUse.kill();
        return { struck: notInUse };
      },
      mend: notInUse.rejoin,
    },
    {
      name: 'kill -9 of the Redis master',
      strike: async () => {
        master = await redis.master();
        await master.kill();
        const startedAt = performance.now();
        await redis.settled();
        return { struck: master, tookOverMs: Math.round(performance.now() - startedAt) };
      },
      mend: async () => {
        master.start();
        await redis.settled();
      },
    },
    {
      name: `freezing the database node in use for ${frozenMs / 1_000} s`,
      strike: async () => {
        inUse.freeze();
        await wait(frozenMs);
        inUse.thaw();
        return { struck: inUse };
      },
      mend: inUse.settled,
    },
    {
      // What a wrong setting would do: the same rows are written at two nodes.
      name: 'two web processes with two orders of hosts',
      serving: async () => {
        await stranger.startServing();
        return [firstWeb.base, stranger.base];
      },
      strike: async () => ({ struck: null }),
      mend: stranger.kill,
    },
  ];
}
