import { setTimeout as wait } from 'node:timers/promises';
import { addDays, checkBooks, dayOf, startOfDay } from '@tongpan/core';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { clientOf } from '../people/ask';
import { type Luck, luckOf } from '../people/random';
import { password } from '../../api/found-company';
import { compareLedgers } from './compare-ledgers';
import { type Cast, type Fate, live } from './life';
import type { MoneyHouse } from './money-house';

export interface LivesReport {
  readonly seed: number;
  readonly lives: number;
  readonly fates: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly seconds: number;
  readonly wrongs: readonly string[];
}

const buyers = ['f1', 'f2', 'f3', 'f4'];
const skuIds = ['F-SOAP', 'F-TEAS'];
const atOnce = 6;
const patienceMs = 8_000;
const minuteMs = 60_000;

/** Notices go wrong on their way, and answers after the work is done; shares of all of them. */
const faults = [
  { on: 'callback', kind: 'drop', rate: 0.15 },
  { on: 'callback', kind: 'duplicate', rate: 0.15 },
  { on: 'callback', kind: 'delay', rate: 0.1, waitMs: 3_000 },
  { on: 'callback', kind: 'reorder', rate: 0.05 },
  { on: 'callback', kind: 'wrongKey', rate: 0.04 },
  { on: 'callback', kind: 'alteredCiphertext', rate: 0.04 },
  { on: 'callback', kind: 'stale', rate: 0.03 },
  { on: 'callback', kind: 'signTest', rate: 0.03 },
  { on: 'answer', kind: 'error500AfterWork', rate: 0.04 },
  { on: 'answer', kind: 'timeoutAfterWork', rate: 0.01, waitMs: 1_000 },
  { on: 'answer', kind: 'html', rate: 0.02 },
  { on: 'answer', kind: 'wrongKey', rate: 0.02 },
  { on: 'answer', kind: 'frequencyLimited', rate: 0.03 },
] as const;

/**
 * Plays so many lives of orders while notices get lost, answers lie and processes are killed, then lets everything come
 * to rest and holds our ledger, the stand-in's and its bills against each other, to the fen.
 */
export async function playLives(
  { house, standIn, passTime }: MoneyHouse,
  {
    seed,
    lives,
    killEveryMs,
  }: { readonly seed: number; readonly lives: number; readonly killEveryMs: number },
): Promise<LivesReport> {
  const startedAt = performance.now();
  const firstDay = dayOf(house.now());
  const tokens = new Map<string, string>();
  for (const loginName of [...buyers, 'd1']) {
    const { token } = await clientOf(house.bases[0] ?? '', '').auth.logIn({ loginName, password });
    tokens.set(loginName, token);
  }
  const clientAt = (login: string) => (web: number) =>
    clientOf(house.bases[web] ?? '', tokens.get(login) ?? '', patienceMs);
  for (const login of buyers) {
    const terms = { buyerId: login.toUpperCase(), kind: 'cash', reason: '现款' } as const;
    await clientAt('d1')(0).credit.setTerms({ commandId: `TERMS-${login}`, ...terms });
  }
  for (const [at, fault] of faults.entries()) {
    await standIn.control('faults', { ...fault, times: null, seed: seed + at });
  }

  const fates: Partial<Record<Fate, number>> = {};
  let begun = 0;
  let isOver = false;
  const liveOn = async () => {
    while (begun < lives) {
      const life = begun;
      begun += 1;
      const login = buyers[life % buyers.length] ?? '';
      const cast: Cast = {
        buyerAt: clientAt(login),
        sellerAt: clientAt('d1'),
        standIn,
        webs: house.bases.length,
      };
      const fate = await live(cast, luckOf(seed, `life ${life}`), skuIds);
      fates[fate] = (fates[fate] ?? 0) + 1;
    }
  };
  const killing = killOn(house, luckOf(seed, 'kills'), killEveryMs, () => isOver);
  await Promise.all(Array.from({ length: atOnce }, liveOn));
  isOver = true;
  const kills = await killing;

  house.beginTrouble();
  await house.mend();
  await fetch(`${standIn.url}/controls/faults`, { method: 'DELETE' });
  await comeToRest({ house, standIn, passTime });
  const tomorrow = startOfDay(addDays(dayOf(house.now()), 1)) + 10.5 * 3_600_000;
  await passTime(tomorrow - house.now());

  const compared = await house.observe((database) =>
    compareLedgers(database, standIn, {
      from: firstDay,
      until: addDays(dayOf(house.now()), -1),
      now: house.now,
    }),
  );
  const books = await house.observe((database) => checkBooks(database));
  const unbalanced = books.flatMap(({ name, mismatches }) =>
    mismatches.length > 0 ? [`books: ${name}: ${JSON.stringify(mismatches[0])}`] : [],
  );
  const { paidFen, refundedFen } = compared;
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  return {
    seed,
    lives,
    fates,
    kills,
    paidFen,
    refundedFen,
    seconds,
    wrongs: [...compared.wrongs, ...unbalanced],
  };
}

/** Kills a process now and then and starts it again. Answers how many died. */
async function killOn(house: MoneyHouse['house'], luck: Luck, everyMs: number, isOver: () => boolean) {
  let kills = 0;
  while (!isOver()) {
    await wait(luck.between(everyMs / 2, everyMs * 1.5));
    if (isOver()) break;
    const one = luck.pick([...house.webs, ...house.workers]);
    await one.kill();
    await wait(luck.between(50, 400));
    await one.start();
    kills += 1;
  }
  return kills;
}

/** Until nothing is under way: attempts end, orders nobody paid are cancelled, refunds arrive. */
async function comeToRest({ house, standIn, passTime }: Omit<MoneyHouse, 'close'>): Promise<void> {
  const steps = [
    minuteMs,
    2 * minuteMs,
    35 * minuteMs,
    24 * 60 * minuteMs,
    ...Array<number>(12).fill(2 * minuteMs),
  ];
  for (const step of steps) {
    await passTime(step);
    await standIn.control('deliver', {});
    for (let look = 0; look < 40; look += 1) {
      await wait(250);
      if (await house.observe(isQuiet)) break;
    }
  }
}

const isQuiet: Parameters<MoneyHouse['house']['observe']>[0] = async (database) => {
  return database.read(async (tx) => {
    const [row] = await sqlOf(tx).rows<{ waiting: number }>(
      `SELECT (SELECT COUNT(*) FROM payment WHERE state = 'open') +
              (SELECT COUNT(*) FROM paymentRefund WHERE state IN ('asked', 'processing')) AS waiting`,
    );
    return Number(row?.waiting) === 0;
  });
};
