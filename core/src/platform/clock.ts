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

/** Days by their number since 1970: an order asks for a dozen, nearly always the same ones. */
const dayTexts = new Map<number, Day>();
const dayNumbers = new Map<Day, number>();
const rememberedDays = 20_000;

function dayText(dayNumber: number): Day {
  const known = dayTexts.get(dayNumber);
  if (known !== undefined) return known;
  const on = new Date(dayNumber * dayMs).toISOString().slice(0, 10);
  if (dayTexts.size >= rememberedDays) dayTexts.clear();
  dayTexts.set(dayNumber, on);
  return on;
}

function dayNumberOf(on: Day): number {
  const known = dayNumbers.get(on);
  if (known !== undefined) return known;
  const dayNumber = Math.round(Date.parse(`${on}T00:00:00Z`) / dayMs);
  if (dayNumbers.size >= rememberedDays) dayNumbers.clear();
  dayNumbers.set(on, dayNumber);
  return dayNumber;
}

/** The Shanghai day an instant falls on. */
export const dayOf = (at: Instant): Day => dayText(Math.floor((at + shanghaiOffsetMs) / dayMs));

/** The instant a Shanghai day begins. */
export function startOfDay(on: Day): Instant {
  return Date.parse(`${on}T00:00:00Z`) - shanghaiOffsetMs;
}

/** The day `days` later (earlier when negative). */
export const addDays = (on: Day, days: number): Day => dayText(dayNumberOf(on) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumberOf(to) - dayNumberOf(from);

/** True when `on` lies in [startsOn, endsOn); an open end never closes. */
export function isWithin(on: Day, startsOn: Day, endsOn: Day | null): boolean {
  return startsOn <= on && (endsOn === null || on < endsOn);
}
