import { setTimeout as wait } from 'node:timers/promises';
import { stores, stoppedStore } from '../house/found';
import { aBasket, placeOrder, storeSteps } from './buyer';
import { priceSteps, standingSteps } from './clerk';
import type { Visitors } from './ask';
import type { Ledger } from './ledger';
import type { Person } from './person';
import { luckOf } from './random';
import { distributorSteps, headquartersSteps } from './seller';

/** Everybody at work. */
export interface Crew {
  /** Somebody who asks on behalf of the game itself. */
  readonly auditor: Person;
  /** A store that asks out of turn. */
  readonly prober: Person;
  /** Has a price changed, or the stopped store stopped or let go, out of turn. */
  changeReference(): Promise<void>;
  /** Lets everybody end what is begun, and begin nothing. */
  pause(): Promise<void>;
  resume(): void;
  /** What a person failed at that is nobody's fault but the game's. @throws the first of it */
  assertSane(): void;
}

interface Role {
  readonly name: string;
  readonly login: string;
  readonly partyId: string;
  readonly steps: (person: Person) => () => Promise<unknown>;
  /** The longest pause between two steps, in milliseconds. */
  readonly idleMs: number;
}

const stoppedSteps = (person: Person) => () => placeOrder(person, aBasket(person, 'D1'));

const roles: readonly Role[] = [
  ...stores.map((partyId): Role => ({
    name: partyId,
    login: partyId.toLowerCase(),
    partyId,
    steps: partyId === stoppedStore ? stoppedSteps : storeSteps,
    idleMs: 60,
  })),
  { name: 'D1 ships', login: 'd1', partyId: 'D1', steps: distributorSteps, idleMs: 40 },
  { name: 'D1 ships too', login: 'd1', partyId: 'D1', steps: distributorSteps, idleMs: 40 },
  { name: 'D1 prices', login: 'd1', partyId: 'D1', steps: priceSteps, idleMs: 250 },
  { name: 'HQ ships', login: 'hq', partyId: 'HQ', steps: headquartersSteps, idleMs: 80 },
  { name: 'HQ stops', login: 'hq', partyId: 'HQ', steps: standingSteps, idleMs: 400 },
];

export const logins = [...new Set(roles.map(({ login }) => login))];

/** Brings everybody in; they begin with `resume`. */
export function hire(seed: number, ledger: Ledger, visitors: Visitors): Crew {
  const failures: unknown[] = [];
  let isOpen = false;
  let running: Promise<unknown>[] = [];

  const personOf = ({ name, login, partyId }: Pick<Role, 'name' | 'login' | 'partyId'>): Person => {
    let count = 0;
    const short = name.replaceAll(' ', '-');
    return {
      name,
      login,
      partyId,
      luck: luckOf(seed, name),
      ledger,
      visitors,
      newId: () => `${seed.toString(36)}-${short}-${(count += 1)}`,
    };
  };
  const hired = roles.map((role) => {
    const person = personOf(role);
    return { ...role, person, step: oneAtATime(role.steps(person)) };
  });
  const desks = hired.filter(({ name }) => name === 'D1 prices' || name === 'HQ stops');
  const work = async ({ step, person, idleMs }: (typeof hired)[number]) => {
    while (isOpen) {
      await step();
      await wait(person.luck.between(0, idleMs));
    }
  };

  return {
    auditor: personOf({ name: 'auditor', login: 'hq', partyId: 'HQ' }),
    prober: personOf({ name: 'prober', login: 'f1', partyId: 'F1' }),
    changeReference: async () => {
      await Promise.all(desks.map(({ step }) => step()));
    },
    async pause() {
      isOpen = false;
      await Promise.all(running);
      running = [];
    },
    resume() {
      if (isOpen) return;
      isOpen = true;
      running = hired.map((one) => work(one).catch((error: unknown) => void failures.push(error)));
    },
    assertSane() {
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** A desk does one thing after the other, whoever asks. */
function oneAtATime(step: () => Promise<unknown>): () => Promise<unknown> {
  let before: Promise<unknown> = Promise.resolve();
  return () => {
    const mine = before.then(step);
    before = mine.catch(() => undefined);
    return mine;
  };
}
