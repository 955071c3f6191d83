/** Epoch milliseconds, UTC. Fields that hold one end in `At`. */
export type Instant = number;
/** A business day in Shanghai, `YYYY-MM-DD`. Fields that hold one end in `On`. */
export type Day = string;

export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

/** China has had no daylight saving time since 1991, so the offset is a constant. */
const shanghaiOffsetMs = 8 * 3_600_000;
export const dayMs = 86_400_000;

/** The Shanghai day an instant falls on. */
export function dayOf(at: Instant): Day {
  return new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant a Shanghai day begins. */
export function startOfDay(on: Day): Instant {
  return Date.parse(`${on}T00:00:00Z`) - shanghaiOffsetMs;
}

/** The day `days` later (earlier when negative). */
export function addDays(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** True when `on` lies in [startsOn, endsOn); an open end never closes. */
export function isWithin(on: Day, startsOn: Day, endsOn: Day | null): boolean {
  return startsOn <= on && (endsOn === null || on < endsOn);
}
