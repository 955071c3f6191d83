import { setTimeout as wait } from 'node:timers/promises';
import type { Killable } from '../house/killable';
import { everywhere, onServers, type Scene, type Strike } from './strike';

/** Kills one of them a few times; each time it lies for a moment. */
async function killOneOf(scene: Scene, victims: readonly Killable[], longestMs: number) {
  const { luck, count } = scene;
  const victim = luck.pick(victims);
  for (let times = luck.between(1, 3); times > 0; times -= 1) {
    await victim.kill();
    count('kills');
    await wait(luck.between(0, longestMs));
    await victim.start();
    if (times > 1) await wait(luck.between(50, 500));
  }
}

const enginesOf = ({ house }: Scene) => {
  if (!house.engines) throw new Error('no engines of its own to strike');
  return house.engines;
};

export const kills: readonly Strike[] = [
  {
    name: 'kill -9 web',
    on: everywhere,
    strike: (scene) => killOneOf(scene, scene.house.webs, 300),
  },
  {
    name: 'kill -9 worker',
    on: onServers,
    async strike(scene) {
      // A minute on, jobs are due: it dies somewhere among them.
      await scene.house.stepClock(60_000);
      await wait(scene.luck.between(0, 1_100));
      await killOneOf(scene, scene.house.workers, 600);
    },
  },
  {
    name: 'kill -9 database',
    on: onServers,
    strike: (scene) => killOneOf(scene, [enginesOf(scene).mariadb], 800),
  },
  {
    name: 'kill -9 Redis, back empty',
    on: onServers,
    strike: (scene) => killOneOf(scene, [enginesOf(scene).redis], 1_500),
  },
  {
    name: 'SIGTERM web',
    on: everywhere,
    async strike({ house, luck, ledger, count }) {
      const web = luck.pick(house.webs);
      const code = await web.stop();
      count('stops');
      if (code !== 0) ledger.wrongs.push(`${web.name} was asked to end and ended with ${code}`);
      await web.start();
    },
  },
];
