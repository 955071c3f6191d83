import { setTimeout as wait } from 'node:timers/promises';
import { longestLeaseMs } from '../house/house';
import type { Killable } from '../house/killable';
import { everywhere, onServers, type Scene, type Strike } from './strike';

/** Lets it stand still for longer than anything it may hold. */
async function freezeOneOf({ luck, count }: Scene, victims: readonly Killable[]) {
  const victim = luck.pick(victims);
  victim.freeze();
  count('frozenMs', longestLeaseMs);
  await wait(longestLeaseMs + luck.between(300, 1_200));
  victim.thaw();
  await wait(luck.between(50, 300));
}

export const freezes: readonly Strike[] = [
  {
    name: 'freeze web',
    on: everywhere,
    strike: (scene) => freezeOneOf(scene, scene.house.webs),
  },
  {
    name: 'freeze worker',
    on: onServers,
    async strike(scene) {
      await scene.house.stepClock(60_000);
      await wait(scene.luck.between(0, 1_100));
      await freezeOneOf(scene, scene.house.workers);
    },
  },
  {
    name: 'freeze database',
    on: onServers,
    strike: (scene) => freezeOneOf(scene, scene.house.engines ? [scene.house.engines.mariadb] : []),
  },
  {
    name: 'freeze Redis',
    on: onServers,
    strike: (scene) => freezeOneOf(scene, scene.house.engines ? [scene.house.engines.redis] : []),
  },
];
