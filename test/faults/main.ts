import { play, type GameFigures } from './game';
import { type Engines, startEngines } from './house/engines';
import type { Topology } from './house/house';
import { type Luck, luckOf } from './people/random';
import { strikesNamed, strikesOn } from './strikes';

/**
 * `npm run faults -- --minutes N [--seed S] [--on two] [--only 'kill -9 web']`: games of random faults in
 * random order, a line for each fault and, last, one JSON line. Exits 1 when anything was wrong.
 */
const minuteMs = 60_000;
const faultsInAGame = 20;
const topologies: readonly Topology[] = ['two', 'one', 'embedded'];

interface Wanted {
  readonly minutes: number;
  readonly seed: number;
  readonly on: readonly Topology[];
  readonly only: readonly string[];
}

function wantedOf(parameters: readonly string[]): Wanted {
  const given = (name: string) => {
    const at = parameters.indexOf(`--${name}`);
    return at < 0 ? undefined : parameters[at + 1];
  };
  const on = given('on');
  const only = given('only');
  const minutes = Number(given('minutes') ?? 10);
  const seed = Number(given('seed') ?? process.env.FAULTS_SEED ?? (Date.now() % 1_000_000) + 1);
  const isKnown = on === undefined || topologies.some((known) => known === on);
  if (!(minutes > 0) || !Number.isSafeInteger(seed) || !isKnown)
    throw new RangeError(`usage: --minutes N --seed WHOLE --on ${topologies.join('|')} --only FAULT`);
  return {
    minutes,
    seed,
    on: topologies.filter((known) => on === undefined || known === on),
    only: only === undefined ? [] : only.split(','),
  };
}

/** Every fault once before any comes twice; a day passes rarely, or all that is kept a week would go. */
function randomStrikes(luck: Luck, topology: Topology, only: readonly string[]) {
  const all = only.length > 0 ? strikesNamed(only) : strikesOn(topology);
  const fitting = all.filter(({ on }) => on.includes(topology));
  const rounds = Math.ceil(faultsInAGame / fitting.length);
  const drawn = Array.from({ length: rounds }, () => luck.shuffle(fitting)).flat();
  let days = 0;
  return drawn.filter(({ name }) => name !== 'a day passes' || (days += 1) <= mostDays);
}

const mostDays = 3;

async function main() {
  const { minutes, seed, on, only } = wantedOf(process.argv.slice(2));
  const startedAt = performance.now();
  const until = startedAt + minutes * minuteMs;
  say(`FAULTS_SEED=${seed}  ${minutes} minutes on ${on.join(', ')}`);
  const engines = await startEngines();
  if ('missing' in engines) say(`only embedded: ${engines.missing}`);
  const games: GameFigures[] = [];
  try {
    for (let game = 0; game === 0 || performance.now() < until; game += 1) {
      const topology = 'missing' in engines ? 'embedded' : on[game % on.length]!;
      // Replaying one game takes its own seed: --seed of its line, --on its house.
      const seedOfGame = seed + game;
      say(`game ${game + 1} on ${topology}: --seed ${seedOfGame} --on ${topology}`);
      const figures = await play({
        seed: seedOfGame,
        topology,
        engines: topology === 'embedded' ? null : (engines as Engines),
        strikes: randomStrikes(luckOf(seedOfGame, 'order of faults'), topology, only),
        until,
        report: say,
      });
      games.push(figures);
      for (const wrong of figures.wrongs) say(`WRONG (--seed ${seedOfGame} --on ${topology}): ${wrong}`);
      if (figures.wrongs.length > 0) break;
    }
  } finally {
    if (!('missing' in engines)) await engines.stop();
  }
  const wrongs = games.flatMap((game) => game.wrongs);
  say(
    JSON.stringify({
      faults: 'long',
      seed,
      seconds: Math.round((performance.now() - startedAt) / 1_000),
      games: games.length,
      struck: summed(games.map((game) => game.faults)),
      felt: summed(games.map((game) => game.felt)),
      ...summed(
        games.map(
          ({ placed, acknowledged, commands, calls, unanswered, persevered, replays, reuses, broken }) => ({
            ...{ placed, acknowledged, commands, calls, unanswered, persevered, replays, reuses, broken },
          }),
        ),
      ),
      wrong: wrongs.length,
    }),
  );
  process.exitCode = wrongs.length > 0 ? 1 : 0;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

function summed(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const count of counts)
    for (const [name, value] of Object.entries(count)) sums[name] = (sums[name] ?? 0) + value;
  return sums;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
