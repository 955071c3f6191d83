import { setTimeout as wait } from 'node:timers/promises';
import { checkNode, checkOutbox, checkRetries } from './check';
import type { GaleraNode } from './galera';
import type { House, UsedMs } from './house';
import type { Load } from './load';
import { contentOf } from './node-store';
import { randomFrom } from './random';
import type { Strike } from './strikes';

/** Before a strike, so that the load has warmed up. */
const calmMs = 4_000;
/** Acknowledged orders that are said again after each strike, besides all that were given up. */
const repeatedSample = 40;

export type Round = Awaited<ReturnType<typeof playRound>>;

/** Load, a strike in the middle of it, the checks on whoever is left, the repair, and the checks on all. */
export async function playRound(
  house: House,
  orders: Load,
  strike: Strike,
  lasts: { ms: number; seed: number },
) {
  const usual = house.webs.map(({ base }) => base);
  const bases = (await strike.serving?.()) ?? usual;
  const nodes = house.galera?.nodes ?? [];
  const countedBefore = await countedOn(nodes);
  const usedBefore = house.usedMs();
  const playing = orders.play(bases, Date.now() + lasts.ms);
  await wait(calmMs);
  const { struck, tookOverMs } = await strike.strike();
  const figures = await playing;
  const used = perOrder(usedBefore, house.usedMs(), figures.acknowledged);
  const counted = await countedOn(nodes);

  const faults: string[] = [];
  const checkAll = async (places: readonly Place[]) => {
    const all = [];
    for (const { name, url, settled } of places) {
      // One that hands another its copy, or has just heard of a new group, answers a little later.
      await settled?.();
      const checked = await checkNode(name, url, orders.told);
      faults.push(...checked.faults);
      all.push(checked);
    }
    return all;
  };
  const everywhere: readonly Place[] =
    nodes.length > 0 ? nodes : [{ name: 'the database', url: house.databaseUrl }];
  const left = everywhere.filter(({ name }) => name !== struck?.name);
  const [checked] = await checkAll(left);
  const mendingAt = performance.now();
  await strike.mend();
  const mendedMs = Math.round(performance.now() - mendingAt);
  const repeated = await checkRetries(orders, usual, randomFrom(lasts.seed), repeatedSample);
  faults.push(...(await checkOutbox((left[0] as Place).url)));
  await checkAll(everywhere);
  const contents = await Promise.all(everywhere.map(async ({ url }) => JSON.stringify(await contentOf(url))));
  if (new Set(contents).size !== 1) faults.push('the nodes do not hold the same');
  faults.push(...orders.contradictions);
  for (const one of [...house.webs, ...house.workers])
    if (!one.isRunning()) faults.push(`${one.name} has ended:\n${one.said()}`);

  return {
    strike: strike.name,
    struck: struck?.name ?? null,
    ...figures,
    conflicts: counted.conflicts - countedBefore.conflicts,
    sentBytesPerOrder: sentPerOrder(counted.sentBytes - countedBefore.sentBytes, figures.acknowledged),
    ...(tookOverMs !== undefined && { tookOverMs }),
    mendedMs,
    usedMsPerOrder: used,
    orders: checked?.orders ?? 0,
    committedUnacknowledged: checked?.committedUnacknowledged ?? 0,
    repeated,
    books: checked?.books ?? 0,
    faults,
  };
}

type Place = Pick<GaleraNode, 'name' | 'url'> & Partial<Pick<GaleraNode, 'settled'>>;

/** Who was killed has begun to count anew and says nothing of this. */
const perOrder = (before: UsedMs, after: UsedMs, orders: number) =>
  Object.fromEntries(
    Object.entries(after).map(([part, ms]) => {
      const used = ms - before[part as keyof UsedMs];
      return [part, used < 0 || orders === 0 ? null : Number((used / orders).toFixed(2))];
    }),
  );

/** Nothing is told of a round in which a node began to count anew. */
const sentPerOrder = (bytes: number, orders: number) =>
  bytes < 0 || orders === 0 ? null : Math.round(bytes / orders);

/** Counted on the nodes that answer; one that was killed begins at nothing. */
async function countedOn(nodes: readonly GaleraNode[]) {
  const all = await Promise.all(nodes.map((node) => node.status()));
  return {
    conflicts: all.reduce((total, status) => total + (status?.conflicts ?? 0), 0),
    sentBytes: all.reduce((total, status) => total + (status?.sentBytes ?? 0), 0),
  };
}
