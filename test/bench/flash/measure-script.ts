import { randomUUID } from 'node:crypto';
import type { Core } from '@tongpan/core';
import { defineGateScripts } from '@tongpan/core/src/platform/coordination/gate-scripts';
import { Redis } from 'ioredis';
import { callerOf } from '../callers';
import { buyerIdOf } from '../company-shape';
import { median } from '../statistics';

const underWay = 128;
const rounds = 5;
/** Among so many the asks are spread, so that nobody asks too fast. */
const askers = 100_000;

/** Grabs of losers through our service, beside the bare script of the gate through one connection, in turn. */
export async function measureScript(core: Core, redisUrl: string, activityId: string, windowMs: number) {
  const redis = new Redis(redisUrl);
  try {
    const scripts = defineGateScripts(redis);
    const keys = ['terms', 'tokens', 'due', 'ordering', 'takers', 'requests'].map(
      (part) => `tongpan:{gate:${activityId}}:${part}`,
    );
    let turn = 0;
    const callers = Array.from({ length: askers }, (_, at) => callerOf('store', buyerIdOf(at), Date.now()));
    const ours = () => {
      turn += 1;
      const input = { activityId, requestId: `R${turn}`, quantity: 1 };
      return core.flash.grab(callers[turn % askers] as (typeof callers)[number], input);
    };
    const bare = () => {
      turn += 1;
      const { partyId } = callers[turn % askers] as (typeof callers)[number];
      return scripts.grab(...keys, 0, partyId, `R${turn}`, 1, randomUUID());
    };
    await perSecond(ours, windowMs / 2);
    await perSecond(bare, windowMs / 2);
    const [grabs, bares]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      bares.push(await perSecond(bare, windowMs));
      grabs.push(await perSecond(ours, windowMs));
    }
    const [grab, script] = [median(grabs) as number, median(bares) as number];
    return { grabs: grab, bare: script, ratio: grab / script };
  } finally {
    redis.disconnect();
  }
}

/** How often something is done in a second, with so many of it under way. */
async function perSecond(ask: () => Promise<unknown>, windowMs: number): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + windowMs;
  let count = 0;
  const loop = async () => {
    while (performance.now() < until) {
      await ask();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: underWay }, loop));
  return (1_000 * count) / (performance.now() - startedAt);
}
