import { setTimeout as wait } from 'node:timers/promises';
import { audit } from './checks/audit';
import type { Engines } from './house/engines';
import { openHouse, type Topology } from './house/house';
import { visitorsOf } from './people/ask';
import { hire, logins } from './people/crew';
import { type Figures, type Ledger, newLedger } from './people/ledger';
import { luckOf } from './people/random';
import type { Scene, Strike } from './strikes/strike';

const longestWorkMs = 5_000;
const workPollMs = 10;

export interface GameOptions {
  readonly seed: number;
  readonly topology: Topology;
  readonly engines: Engines | null;
  /** The faults in the order they strike. */
  readonly strikes: readonly Strike[];
  /** No fault begins after this, by `performance.now()`. */
  readonly until?: number;
  report?(line: string): void;
}

export interface GameFigures extends Figures {
  readonly seconds: number;
  readonly faults: Record<string, number>;
  /** What shows that the faults were felt. */
  readonly felt: Record<string, number>;
  readonly placed: number;
  readonly acknowledged: number;
  readonly commands: number;
  readonly wrongs: readonly string[];
}

/**
 * People at work, and one fault after the other in the middle of it; after each the house is put up again
 * and everything is looked at. Ends at the first look that finds something wrong.
 */
export async function play(options: GameOptions): Promise<GameFigures> {
  const { seed, topology, engines, strikes, until = Infinity, report = () => {} } = options;
  const startedAt = performance.now();
  const luck = luckOf(seed, `faults on ${topology}`);
  const ledger = newLedger();
  const faults: Record<string, number> = {};
  const felt: Record<string, number> = {};
  const count = (what: string, times = 1) => {
    felt[what] = (felt[what] ?? 0) + times;
  };
  const house = await openHouse({ topology, engines, name: `faults_${topology}_${seed}` });
  try {
    const visitors = await visitorsOf(house, ledger, logins);
    const crew = hire(seed, ledger, visitors);
    const scene: Scene = { house, luck, crew, visitors, ledger, count };
    let wrongs: readonly string[] = [];
    for (const [at, strike] of strikes.entries()) {
      const isLast = at === strikes.length - 1 || performance.now() > until;
      const began = performance.now();
      const before = acknowledgedIn(ledger);
      crew.resume();
      await acknowledgedMore(ledger, luck.between(10, 30));
      house.beginTrouble();
      await strike.strike(scene);
      await house.mend();
      await acknowledgedMore(ledger, luck.between(4, 10));
      await crew.pause();
      crew.assertSane();
      faults[strike.name] = (faults[strike.name] ?? 0) + 1;
      const workedMs = performance.now() - began;
      wrongs = await audit(house, ledger, crew, { isLast });
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      const acknowledged = acknowledgedIn(ledger);
      report(
        `${topology.padEnd(8)} ${strike.name.padEnd(30)} ${wrongs.length === 0 ? 'ok ' : 'BAD'} ${seconds.padStart(5)} s` +
          ` (work ${(workedMs / 1_000).toFixed(1)} s)  +${acknowledged - before} orders, ${acknowledged} in all`,
      );
      if (wrongs.length > 0 || isLast) break;
    }
    return {
      ...ledger.figures,
      seconds: Math.round((performance.now() - startedAt) / 1_000),
      faults,
      felt,
      placed: ledger.placements.size,
      acknowledged: acknowledgedIn(ledger),
      commands: [...ledger.commands.values()].filter(({ heard }) => heard === 'answered').length,
      wrongs:
        wrongs.length > 0 ? [...wrongs, ...complaintsOf(house.webs), ...complaintsOf(house.workers)] : [],
    };
  } finally {
    await house.close();
  }
}

/** Goes on when so many more orders are acknowledged, or when it has waited long enough for them. */
async function acknowledgedMore(ledger: Ledger, more: number) {
  const wanted = acknowledgedIn(ledger) + more;
  const deadline = performance.now() + longestWorkMs;
  while (acknowledgedIn(ledger) < wanted && performance.now() < deadline) await wait(workPollMs);
}

const acknowledgedIn = ({ placements }: Ledger) =>
  [...placements.values()].filter(({ heard }) => heard === 'answered').length;

/** The last that each process said, for whoever reads a failure. */
const complaintsOf = (processes: readonly { readonly name: string; readonly said: readonly string[] }[]) =>
  processes.map(
    ({ name, said }) =>
      `${name} said last:\n${said
        .slice(-5)
        .map((line) => line.slice(0, 400))
        .join('\n')}`,
  );
