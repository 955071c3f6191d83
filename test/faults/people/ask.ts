import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, type Client, createClient } from '@tongpan/bff';
import { password } from '../../api/found-company';
import type { House } from '../house/house';
import { send } from '../house/send';
import type { Ledger } from './ledger';
import type { Luck } from './random';

export type Outcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody knows whether it took effect. */
  | { readonly kind: 'open' };

export interface Asked<Answer> {
  readonly outcome: Outcome<Answer>;
  /** Calls that were not answered before the outcome. */
  readonly unanswered: number;
}

/** What is said, again and again under one id. */
export interface Saying<Answer> {
  readonly what: string;
  /** May walk away after a call without an answer. */
  readonly givesUp: boolean;
  call(client: Client): Promise<Answer>;
  /** What of two answers to one id must be the same. */
  promise(answer: Answer): unknown;
}

/** People outside, with their sessions. */
export interface Visitors {
  clientAt(login: string, web: number, patienceMs?: number): Client;
  say<Answer>(login: string, luck: Luck, saying: Saying<Answer>): Promise<Asked<Answer>>;
  /** The same people, who know only this process. */
  at(web: number): Visitors;
}

const patientMs = 6_000;
/** A house where everything works answers within this. */
const longestWaitMs = 30_000;
const walksAway = 0.05;
const mayPass = new Set(['partners.suspended']);

/** A client that speaks for a token, at one address. */
export const clientOf = (base: string, token: string, patienceMs = patientMs): Client =>
  createClient((asked) => send(base, asked, token, patienceMs));

/** Logs everybody in, once. */
export async function visitorsOf(house: House, ledger: Ledger, logins: readonly string[]): Promise<Visitors> {
  const { figures, wrongs } = ledger;
  const tokens = new Map<string, string>();
  for (const loginName of logins) {
    const { token } = await clientOf(house.bases[0]!, '').auth.logIn({ loginName, password });
    tokens.set(loginName, token);
  }
  const clientAt = (login: string, web: number, patienceMs = patientMs) =>
    clientOf(house.bases[web]!, tokens.get(login) ?? '', patienceMs);

  const once = async <Answer>(client: Client, saying: Saying<Answer>): Promise<Outcome<Answer>> => {
    figures.calls += 1;
    try {
      return { kind: 'answered', answer: await saying.call(client) };
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const { status, code } = error;
      if (code === 'server.broken' && status === 500) figures.broken += 1;
      const isAnswer = status >= 400 && status < 500 && status !== 429 && status !== 408;
      return isAnswer ? { kind: 'refused', code } : { kind: 'open' };
    }
  };

  /** What several answers at once come to; they must not contradict each other. */
  const agreed = <Answer>(saying: Saying<Answer>, heard: readonly Outcome<Answer>[]): Outcome<Answer> => {
    // A refusal by a standing that changes is no answer of the order's: the next call may find it changed.
    const lasting = heard.filter(
      (one) => one.kind === 'answered' || (one.kind === 'refused' && !mayPass.has(one.code)),
    );
    const spoken = new Set(
      lasting.map((one) => JSON.stringify(one.kind === 'answered' ? saying.promise(one.answer) : one)),
    );
    if (spoken.size > 1)
      wrongs.push(`${saying.what}: one id, ${spoken.size} answers: ${[...spoken].join(' | ')}`);
    const byWeight = (['answered', 'refused', 'open'] as const).map((kind) =>
      heard.find((one) => one.kind === kind),
    );
    return byWeight.find((one) => one !== undefined) ?? { kind: 'open' };
  };

  const visitorsAt = (webs: readonly number[]): Visitors => ({
    clientAt,
    at: (web) => visitorsAt([web]),
    async say(login, luck, saying) {
      const saidAt = performance.now();
      for (let unanswered = 0; ;) {
        const atOnce = luck.chance(0.12) ? luck.between(2, 3) : 1;
        const heard = await Promise.all(
          Array.from({ length: atOnce }, () => {
            const patienceMs = luck.chance(0.15) ? luck.between(2, 120) : patientMs;
            return once(clientAt(login, luck.pick(webs), patienceMs), saying);
          }),
        );
        const silent = heard.filter(({ kind }) => kind === 'open').length;
        unanswered += silent;
        figures.unanswered += silent;
        const outcome = agreed(saying, heard);
        if (outcome.kind !== 'open') {
          if (unanswered > 0) figures.persevered += 1;
          return { outcome, unanswered };
        }
        if (saying.givesUp && luck.chance(walksAway)) return { outcome, unanswered };
        const healthySince = house.healthySince();
        if (healthySince !== null && performance.now() - Math.max(healthySince, saidAt) > longestWaitMs) {
          wrongs.push(`${saying.what}: no answer in ${longestWaitMs} ms though everything works`);
          return { outcome, unanswered };
        }
        await wait(luck.between(30, 250));
      }
    },
  });
  return visitorsAt(house.bases.map((_, web) => web));
}
