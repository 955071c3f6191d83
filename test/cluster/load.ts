import { setTimeout as wait } from 'node:timers/promises';
import { idMaker, systemClock } from '@tongpan/core';
import { type OrderAnswer, sayOnce } from './ask';
import type { ClusterCompany, Person } from './found-cluster';
import { type Random, randomFrom } from './random';

/** One order as its store knows it. */
export interface Told {
  readonly store: Person;
  readonly body: { readonly orderId: string; readonly lines: readonly { skuId: string; quantity: number }[] };
  /** What was acknowledged first; null when the store gave up before anybody said yes. */
  placed: OrderAnswer | null;
  cancel: 'none' | 'asked' | 'acknowledged';
}

export interface LoadFigures {
  readonly acknowledged: number;
  readonly ordersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The longest time in which no order at all was acknowledged. */
  readonly stallMs: number;
  /** Questions without a usable answer, by what was heard instead. */
  readonly unsure: Readonly<Record<string, number>>;
}

export interface Load {
  readonly told: ReadonlyMap<string, Told>;
  /** Two answers to one command that differ. Must stay empty. */
  readonly contradictions: readonly string[];
  /** Plays at these web processes until `untilAt`, then lets every store finish what it is at. */
  play(bases: readonly string[], untilAt: number): Promise<LoadFigures>;
  /** Says an order again to one web process until it is answered. */
  sayAgain(one: Told, base: string): Promise<OrderAnswer>;
}

const newId = idMaker(systemClock);
const impatientOf100 = 10;
const twiceAtOnceOf100 = 3;
const cancelOf100 = 10;
const retryWaitMs = 150;
const giveUpAfterMs = 90_000;

/**
 * Stores that order without a pause. Most repeat what got no answer, at whichever web process; some give up,
 * some ask both processes at once, some cancel what they were promised.
 */
export function load(company: ClusterCompany, seed: number): Load {
  const told = new Map<string, Told>();
  const contradictions: string[] = [];
  const randoms = company.stores.map((_, at) => randomFrom(seed * 1_000 + at));

  const untilAnswered = async (one: Told, path: string, body: object, bases: readonly string[]) => {
    const deadline = performance.now() + giveUpAfterMs;
    for (let turn = 0; ; turn += 1) {
      const heard = await sayOnce(bases[turn % bases.length] as string, one.store.token, path, body);
      if (heard.kind === 'answer') return heard.answer;
      if (performance.now() > deadline)
        throw new Error(`${path} got no answer in ${giveUpAfterMs} ms: ${heard.why}`);
      await wait(retryWaitMs);
    }
  };
  const note = (one: Told, answer: OrderAnswer) => {
    const first = one.placed;
    one.placed ??= answer;
    const isCancelled = one.cancel !== 'none' && answer.state === 'cancelled';
    if (first && !(sameOrder(first, answer) && (isCancelled || first.state === answer.state)))
      contradictions.push(`${JSON.stringify(first)} and then ${JSON.stringify(answer)}`);
  };

  const play: Load['play'] = async (bases, untilAt) => {
    const startedAt = performance.now();
    const tookMs: number[] = [];
    const unsure: Record<string, number> = {};
    let lastAt = startedAt;
    let stallMs = 0;
    const acknowledged = (since: number) => {
      const now = performance.now();
      tookMs.push(now - since);
      stallMs = Math.max(stallMs, now - lastAt);
      lastAt = now;
    };

    const place = async (one: Told, random: Random) => {
      const since = performance.now();
      const path = '/api/v1/orders';
      const isPatient = !random.oftenOf100(impatientOf100);
      const isTwiceAtOnce = random.oftenOf100(twiceAtOnceOf100);
      const deadline = since + giveUpAfterMs;
      for (let turn = random.below(bases.length); ; turn += 1) {
        const at = isTwiceAtOnce ? bases : [bases[turn % bases.length] as string];
        const heard = await Promise.all(at.map((base) => sayOnce(base, one.store.token, path, one.body)));
        for (const each of heard) {
          if (each.kind === 'answer') note(one, each.answer);
          else unsure[each.why] = (unsure[each.why] ?? 0) + 1;
        }
        if (one.placed) return acknowledged(since);
        if (!isPatient) return;
        if (performance.now() > deadline) throw new Error(`an order got no answer in ${giveUpAfterMs} ms`);
        await wait(retryWaitMs);
      }
    };
    const cancel = async (one: Told, random: Random) => {
      one.cancel = 'asked';
      const path = `/api/v1/orders/${one.body.orderId}/cancel`;
      const body = { commandId: `${one.body.orderId}-c`, reason: '不要了' };
      const from = random.below(bases.length);
      const inTurn = [...bases.slice(from), ...bases.slice(0, from)];
      if (random.oftenOf100(impatientOf100)) {
        const heard = await sayOnce(inTurn[0] as string, one.store.token, path, body);
        if (heard.kind === 'unsure') return;
      } else {
        await untilAnswered(one, path, body, inTurn);
      }
      one.cancel = 'acknowledged';
    };
    const live = async (store: Person, random: Random) => {
      while (Date.now() < untilAt) {
        const one: Told = {
          store,
          body: { orderId: newId(), lines: someLines(company.skuIds, random) },
          placed: null,
          cancel: 'none',
        };
        told.set(one.body.orderId, one);
        await place(one, random);
        if (one.placed?.state === 'approved' && random.oftenOf100(cancelOf100)) await cancel(one, random);
      }
    };

    await Promise.all(company.stores.map((store, at) => live(store, randoms[at] as Random)));
    const seconds = (performance.now() - startedAt) / 1_000;
    tookMs.sort((left, right) => left - right);
    return {
      acknowledged: tookMs.length,
      ordersPerSecond: Math.round(tookMs.length / seconds),
      p50Ms: Math.round(tookMs[Math.floor(tookMs.length * 0.5)] ?? 0),
      p99Ms: Math.round(tookMs[Math.floor(tookMs.length * 0.99)] ?? 0),
      stallMs: Math.round(stallMs),
      unsure,
    };
  };

  return {
    told,
    contradictions,
    play,
    async sayAgain(one, base) {
      const answer = await untilAnswered(one, '/api/v1/orders', one.body, [base]);
      note(one, answer);
      return answer;
    },
  };
}

const sameOrder = (one: OrderAnswer, other: OrderAnswer) =>
  one.orderId === other.orderId && one.number === other.number && one.payableFen === other.payableFen;

function someLines(skuIds: readonly string[], random: Random) {
  const chosen = new Set<string>();
  while (chosen.size < 3) chosen.add(random.pick(skuIds));
  return [...chosen].map((skuId) => ({ skuId, quantity: 12 * (1 + random.below(4)) }));
}
