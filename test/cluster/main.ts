import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { checkNode, checkOutbox, checkRetries } from './check';
import { foundCluster } from './found-cluster';
import { type Galera, startGalera } from './galera';
import { type Load, load } from './load';
import { contentOf } from './node-store';
import { program, type Program, ready } from './program';
import { type RedisTrio, startRedisTrio } from './redis-trio';
import { randomFrom } from './random';
import { type Strike, strikesOn } from './strikes';

const usage = `npm run cluster -- [--minutes 2] [--seed 1] [--stores 48]
npm run cluster -- up

Starts three MariaDB Galera nodes and a Redis Sentinel trio on this machine, with two web processes and two
workers. The first form lets stores order while a node is killed, and checks what they were told; the second
leaves everything running until Ctrl-C.`;

/** Before a strike, so that the load has warmed up. */
const calmMs = 4_000;
const shortestRoundMs = 15_000;

/** `npm run cluster`: exits 1 when something is not as it was acknowledged, 2 when it cannot run. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      stores: { type: 'string', default: '48' },
    },
  });
  const [minutes, seed, stores] = [values.minutes, values.seed, values.stores].map(Number) as [
    number,
    number,
    number,
  ];
  if (![minutes, seed, stores].every((value) => value > 0)) throw new Error(usage);
  const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-cluster-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  const startedAt = performance.now();
  const [galera, redis] = await Promise.all([
    startGalera(path.join(folder, 'galera')),
    startRedisTrio(path.join(folder, 'redis')),
  ]);
  const engines = { databaseUrl: galera.url, redisUrl: redis.url };
  say(`three nodes and a trio are up after ${seconds(performance.now() - startedAt)}`);
  say(`  DATABASE_URL=${engines.databaseUrl}`);
  say(`  REDIS_URL=${engines.redisUrl}`);

  const company = await foundCluster({ ...engines, dataDir: folder }, stores);
  const webs = await Promise.all([1, 2].map((number) => program('web', number, folder, engines)));
  const workers = await Promise.all([1, 2].map((number) => program('worker', number, folder, engines)));
  for (const one of [...webs, ...workers]) one.start();
  for (const web of webs) await ready(web);
  say(`  two web processes: ${webs.map(({ base }) => base).join(' ')}; two workers; seed ${seed}`);
  if (positionals[0] === 'up') {
    say('Ctrl-C ends all of it.');
    return wait(2 ** 31 - 1);
  }

  const bases = webs.map(({ base }) => base);
  const orders = load(company, bases, seed);
  const house = { galera, redis, webs, workers, orders, bases, seed };
  const strikes = strikesOn(galera, redis);
  const roundMs = Math.max(shortestRoundMs, (minutes * 60_000) / strikes.length);
  const rounds = [];
  for (let turn = 0; turn < strikes.length; turn += 1) {
    rounds.push(await playRound(house, strikes[turn] as Strike, roundMs));
  }
  const faults = rounds.flatMap((round) => round.faults);
  for (const fault of faults) say(`  NOT SO: ${fault}`);
  say(JSON.stringify({ cluster: 'galera+sentinel', seed, stores, roundMs, rounds }));
  process.exit(faults.length > 0 ? 1 : 0);
}

interface House {
  readonly galera: Galera;
  readonly redis: RedisTrio;
  readonly webs: readonly Program[];
  readonly workers: readonly Program[];
  readonly orders: Load;
  readonly bases: readonly string[];
  readonly seed: number;
}

/** Load, a strike in the middle of it, the checks on whoever is left, the repair, and the checks on all. */
async function playRound(
  { galera, orders, bases, seed, webs, workers }: House,
  strike: Strike,
  roundMs: number,
) {
  const before = await conflictsOf(galera);
  const playing = orders.play(Date.now() + roundMs);
  await wait(calmMs);
  const struck = await strike.strike();
  const figures = await playing;
  const conflicts = (await conflictsOf(galera)) - before;

  const faults: string[] = [];
  const left = galera.nodes.filter((node) => node.isRunning() && node.name !== struck.name);
  const checkAll = async (nodes: Galera['nodes']) => {
    let checked;
    for (const node of nodes) {
      // One that hands another its copy, or has just heard that the group is a new one, answers a little later.
      await node.settled();
      checked = await checkNode(node.name, node.url, orders.told);
      faults.push(...checked.faults);
    }
    return checked;
  };
  const checked = await checkAll(left);
  const mendedMs = await strike.mend();
  const repeated = await checkRetries(orders, bases, randomFrom(seed + roundMs), 40);
  faults.push(...(await checkOutbox(left[0]?.url ?? '')));
  await checkAll(galera.nodes);
  const contents = await Promise.all(
    galera.nodes.map(async ({ url }) => JSON.stringify(await contentOf(url))),
  );
  if (new Set(contents).size !== 1) faults.push('the nodes do not hold the same');
  faults.push(...orders.contradictions);
  for (const one of [...webs, ...workers])
    if (!one.isRunning()) faults.push(`${one.name} has ended:\n${one.said()}`);

  const round = {
    strike: strike.name,
    ...figures,
    conflicts,
    mendedMs,
    orders: checked?.orders ?? 0,
    committedUnacknowledged: checked?.committedUnacknowledged ?? 0,
    repeated,
    books: checked?.books ?? 0,
    faults,
  };
  say(
    `${strike.name} (${struck.name}): ${figures.acknowledged} acknowledged, ${figures.ordersPerSecond}/s, ` +
      `p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms, longest pause ${figures.stallMs} ms, ` +
      `without an answer ${JSON.stringify(figures.unsure)}, conflicts ${conflicts}, back after ${mendedMs} ms, ` +
      `${round.committedUnacknowledged} there unacknowledged, ${repeated} said again, ${faults.length} faults`,
  );
  return round;
}

/** Only nodes that have run all the while count; one that was killed begins at nothing. */
async function conflictsOf(galera: Galera) {
  const all = await Promise.all(galera.nodes.map((node) => node.status()));
  return all.reduce((total, status) => total + (status?.conflicts ?? 0), 0);
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const say = (line: string) => process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(2);
});
