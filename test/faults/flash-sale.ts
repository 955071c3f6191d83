import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, type Client } from '@tongpan/bff';
import { idMaker } from '@tongpan/core';
import { Redis } from 'ioredis';
import { password } from '../api/found-company';
import type { House } from './house/house';
import { clientOf } from './people/ask';
import { type Luck, luckOf } from './people/random';

/** What of a flash sale under faults must never be. */
export interface SaleReport {
  readonly sold: number;
  readonly wrongs: readonly string[];
  /** How often the gate was looked at while it stood. */
  readonly looks: number;
  readonly walkedAway: number;
  readonly cancelled: number;
  readonly seconds: number;
}

const buyers = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
const loopsEach = 2;
const perBuyer = 40;
export const quota = 120;
const skuId = 'F-SOAP';
const tokenSeconds = 3;
const longestMs = 120_000;
const patienceMs = 4_000;
const newId = idMaker({ now: () => Date.now() });

interface Crowd {
  readonly clientAt: (login: string, web: number) => Client;
  readonly seller: Client;
  readonly webs: number;
}

export async function openCrowd(house: House): Promise<Crowd> {
  const tokens = new Map<string, string>();
  for (const loginName of [...buyers, 'd1']) {
    const { token } = await clientOf(house.bases[0]!, '').auth.logIn({ loginName, password });
    tokens.set(loginName, token);
  }
  const clientAt = (login: string, web: number) =>
    clientOf(house.bases[web % house.bases.length]!, tokens.get(login) ?? '', patienceMs);
  return { clientAt, seller: clientAt('d1', 0), webs: house.bases.length };
}

/** Says something until it is answered, by whoever serves; null when the time is over. */
async function persist<Answer>(
  say: (web: number) => Promise<Answer>,
  until: number,
): Promise<Answer | ApiProblem | null> {
  for (let turn = 0; performance.now() < until; turn += 1) {
    try {
      return await say(turn);
    } catch (error) {
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429)
        return error;
      await wait(100);
    }
  }
  return null;
}

/**
 * Sells out a flash sale while `strike` goes on: buyers grab and order over both web processes, one in seven lets the
 * token run out, some cancel again, and everybody comes back until all is sold.
 */
export async function sellOut(
  house: House,
  crowd: Crowd,
  name: string,
  { seed, strike }: { readonly seed: number; readonly strike: (activityId: string) => Promise<void> },
): Promise<SaleReport> {
  const startedAt = performance.now();
  const until = startedAt + longestMs;
  const activityId = `${name}-${newId().slice(-8)}`;
  const { version } = await draft(crowd.seller, activityId);
  await crowd.seller.flash.publish({ commandId: newId(), activityId, expectedVersion: version });

  const wrongs: string[] = [];
  const counts = { walkedAway: 0, cancelled: 0, looks: 0 };
  let isOver = false;
  const watching = watchGate(house, activityId, counts, wrongs, () => isOver);
  const shopping = buyers.flatMap((login) =>
    Array.from({ length: loopsEach }, (_, loop) =>
      shop(
        { crowd, login, activityId, until, wrongs, counts, isOver: () => isOver },
        luckOf(seed, `${name} ${login} ${loop}`),
      ),
    ),
  );
  const striking = wait(400).then(() => strike(activityId));
  let sold = 0;
  while (performance.now() < until) {
    await wait(250);
    const seen = await crowd.seller.flash.activity({ activityId }).catch(() => null);
    sold = seen?.activity.sold ?? sold;
    if (sold > quota) wrongs.push(`sold ${sold} of ${quota}`);
    const isQuiet = seen !== null && seen.activity.held === 0 && seen.activity.free === 0;
    if (sold === quota && isQuiet) break;
  }
  isOver = true;
  await Promise.all([...shopping, watching, striking]);
  if (sold !== quota) wrongs.push(`only ${sold} of ${quota} were sold in the end`);
  return { sold, wrongs, seconds: (performance.now() - startedAt) / 1_000, ...counts };
}

/** By the real time, which is that of Redis; the processes of the house believe in another. */
async function draft(seller: Client, activityId: string) {
  const { activity } = await seller.flash.create({
    commandId: newId(),
    activityId,
    skuId,
    title: '故障中的秒杀',
    unitPriceE4: 99_000,
    quota,
    perBuyer,
    startsAt: new Date(Date.now() - 1_000).toISOString(),
    endsAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    tokenSeconds,
  });
  return activity;
}

interface Shopping {
  readonly crowd: Crowd;
  readonly login: string;
  readonly activityId: string;
  readonly until: number;
  readonly wrongs: string[];
  readonly counts: { walkedAway: number; cancelled: number };
  readonly isOver: () => boolean;
}

async function shop(sale: Shopping, luck: Luck): Promise<void> {
  const { crowd, login, activityId, until, wrongs, counts, isOver } = sale;
  let cancels = 0;
  while (!isOver() && performance.now() < until) {
    await wait(luck.between(20, 120));
    const requestId = newId();
    const quantity = luck.between(1, 2);
    const grabbed = await persist(
      (web) =>
        crowd.clientAt(login, web + luck.between(0, 1)).flash.grab({ activityId, requestId, quantity }),
      until,
    );
    if (grabbed === null || isOver()) return;
    if (grabbed instanceof ApiProblem) {
      wrongs.push(`${login} was refused a grab: ${grabbed.code}`);
      return;
    }
    const { token, outcome } = grabbed;
    if (token === null) {
      if (outcome === 'early' || outcome === 'over' || outcome === 'notForYou')
        wrongs.push(`${login} was told ${outcome}`);
      continue;
    }
    if (luck.chance(0.14)) {
      counts.walkedAway += 1;
      continue;
    }
    const orderId = newId();
    const lines = [{ skuId, quantity, flashToken: token }];
    const placed = await persist(
      (web) => crowd.clientAt(login, web + luck.between(0, 1)).orders.place({ orderId, lines }),
      until,
    );
    if (placed === null) return;
    if (placed instanceof ApiProblem) {
      const mayBe = ['flash.tokenGone', 'flash.notReady', 'flash.soldOut', 'flash.capped'];
      if (!mayBe.includes(placed.code)) wrongs.push(`${login} was refused an order: ${placed.code}`);
      continue;
    }
    if (placed.verdict !== 'approved') wrongs.push(`an order was ${placed.verdict}`);
    if (cancels < 2 && luck.chance(0.2)) {
      cancels += 1;
      const commandId = newId();
      const done = await persist(
        (web) => crowd.clientAt(login, web).orders.cancel({ orderId, commandId }),
        until,
      );
      if (done instanceof ApiProblem) wrongs.push(`${login} could not cancel: ${done.code}`);
      else if (done !== null) counts.cancelled += 1;
    }
  }
}

/** Looks at the gate all the while, in one step each time: quota = sold + held + free. */
async function watchGate(
  house: House,
  activityId: string,
  counts: { looks: number },
  wrongs: string[],
  isOver: () => boolean,
): Promise<void> {
  const redis = new Redis(house.engines?.redisUrl ?? '', { maxRetriesPerRequest: 0, commandTimeout: 1_000 });
  redis.on('error', () => undefined);
  while (!isOver()) {
    await wait(25);
    const found = await redis
      .hmget(`tongpan:{gate:${activityId}}:terms`, 'quota', 'free', 'held', 'sold')
      .catch(() => null);
    if (!found || found[0] === null) continue;
    counts.looks += 1;
    const [all, free, held, sold] = found.map(Number) as [number, number, number, number];
    if (free + held + sold !== all && wrongs.length < 20)
      wrongs.push(`the gate: ${all} ≠ ${sold} sold + ${held} held + ${free} free`);
  }
  redis.disconnect();
}
