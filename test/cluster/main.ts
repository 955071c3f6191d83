import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type House, openCluster, openOneServer } from './house';
import { load } from './load';
import { playRound, type Round } from './play-round';
import { type Strike, strikesOn } from './strikes';

const usage = `npm run cluster -- [--minutes 2] [--seed 1] [--stores 48]
npm run cluster -- calm | one-server [--minutes 0.5]
npm run cluster -- up

Starts three MariaDB Galera nodes and a Redis Sentinel trio on this machine, with two web processes and two
workers, lets stores order while something is killed, and checks what they were told. "calm" kills nothing;
"one-server" is as calm, on one MariaDB and one Redis; "up" leaves the cluster running until Ctrl-C.`;

const warmUpMs = 6_000;
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
  const [what = 'play', ...more] = positionals;
  const isKnown = ['play', 'calm', 'one-server', 'up'].includes(what) && more.length === 0;
  if (!isKnown || ![minutes, seed, stores].every((value) => value > 0)) throw new Error(usage);
  const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-cluster-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  const startedAt = performance.now();
  const house = await (what === 'one-server' ? openOneServer : openCluster)(folder, stores);
  say(`${house.name} is up after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s; seed ${seed}`);
  say(`  DATABASE_URL=${house.databaseUrl}`);
  say(`  REDIS_URL=${house.redisUrl}`);
  say(`  web ${house.webs.map(({ base }) => base).join(' ')}, and ${house.workers.length} workers`);
  if (what === 'up') {
    say('Ctrl-C ends all of it.');
    // The longest a timer can wait; the servers keep nothing here alive by themselves.
    await wait(2 ** 31 - 1);
  }
  const rounds = await play(house, what === 'calm' ? strikesOn(house).slice(0, 1) : strikesOn(house), {
    minutes,
    seed,
  });
  await house.stop();
  const faults = rounds.flatMap((round) => round.faults);
  for (const fault of new Set(faults)) say(`  NOT SO: ${fault}`);
  say(JSON.stringify({ cluster: house.name, seed, stores, rounds }));
  process.exit(faults.length > 0 ? 1 : 0);
}

async function play(
  house: House,
  strikes: readonly Strike[],
  { minutes, seed }: { readonly minutes: number; readonly seed: number },
) {
  const orders = load(house.company, seed);
  const ms = Math.max(shortestRoundMs, (minutes * 60_000) / strikes.length);
  // Programs that have just started cost more than they will.
  await orders.play(
    house.webs.map(({ base }) => base),
    Date.now() + warmUpMs,
  );
  const rounds: Round[] = [];
  for (const strike of strikes) {
    const round = await playRound(house, orders, strike, { ms, seed: seed + rounds.length });
    say(sentenceOf(round));
    rounds.push(round);
  }
  return rounds;
}

function sentenceOf(round: Round) {
  const unanswered = Object.entries(round.unsure).map(([why, times]) => `${times} × ${why}`);
  return [
    `${round.strike}${round.struck ? ` (${round.struck})` : ''}: ${round.acknowledged} acknowledged, ${round.ordersPerSecond}/s`,
    `  p50 ${round.p50Ms} ms, p99 ${round.p99Ms} ms, longest pause ${round.stallMs} ms; without an answer: ${unanswered.join(', ') || 'none'}`,
    `  ${round.conflicts} conflicts; ${round.tookOverMs === undefined ? '' : `taken over after ${round.tookOverMs} ms; `}back ${round.mendedMs} ms after it was started again; processor ms an order ${JSON.stringify(round.usedMsPerOrder)}; ${round.sentBytesPerOrder ?? 'unknown'} bytes an order to the other nodes`,
    `  ${round.committedUnacknowledged} there without an acknowledgement, ${round.repeated} said again, ${round.books} books checks, ${round.faults.length} faults`,
  ].join('\n');
}

const say = (line: string) => process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(2);
});
