import { addDays, dayOf, type Day, type Instant, startOfDay } from '../clock';
import type { Tx } from '../database/database';
import type { Log } from '../log';

/** How often: in steps of milliseconds, or each day at a Shanghai time. */
export type Every = { readonly ms: number } | { readonly dailyAt: string };

export interface JobContext {
  /** What this run is for: the Shanghai day of a daily slot, the instant of another, or the asker's key. */
  readonly key: string;
  /** Plain JSON as it was asked for; null in a recurring job. */
  readonly payload: unknown;
  /** When it was meant to run. */
  readonly dueAt: Instant;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Aborts when the process stops or somebody else has taken the job over. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** In a transaction that must not happen twice: @throws when somebody else has taken the job over. */
  assertMine(tx: Tx): Promise<void>;
}

export interface JobDefinition {
  readonly name: string;
  /** Left out: it runs when somebody asks for it. */
  readonly every?: Every;
  run(context: JobContext): Promise<void>;
}

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Declares a job. @throws RangeError when its times make no sense. */
export function defineJob(definition: JobDefinition): JobDefinition {
  const { name, every } = definition;
  if (every && 'ms' in every && !(Number.isSafeInteger(every.ms) && every.ms >= 1_000)) {
    throw new RangeError(`${name}: a job recurs in whole milliseconds, at most once a second`);
  }
  if (every && 'dailyAt' in every && !timeOfDay.test(every.dailyAt)) {
    throw new RangeError(`${name}: dailyAt is HH:MM`);
  }
  return definition;
}

export interface Slot {
  readonly key: string;
  readonly dueAt: Instant;
}

/** The latest time a recurring job was due. Earlier ones that nobody ran are not made up for. */
export function latestSlot(every: Every, now: Instant): Slot {
  if ('ms' in every) {
    const dueAt = now - (now % every.ms);
    return { key: String(dueAt), dueAt };
  }
  const [, hours, minutes] = timeOfDay.exec(every.dailyAt) ?? [];
  const sinceMidnightMs = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const on = dayOf(now);
  const at = (day: Day) => ({ key: day, dueAt: startOfDay(day) + sinceMidnightMs });
  return at(on).dueAt <= now ? at(on) : at(addDays(on, -1));
}
