const SHANGHAI_MILLISECONDS = 8 * 3_600_000;
const DAY_MILLISECONDS = 86_400_000;

/** The wall clock in Shanghai at an instant, `2026-03-01T09:30:00.000`: what a date picker shows anywhere. */
export const wallClockOf = (at: string) =>
  new Date(Date.parse(at) + SHANGHAI_MILLISECONDS).toISOString().slice(0, -1);

/** The instant at which the clocks of Shanghai show `2026-03-01T09:30:00.000`. */
export const instantOfWallClock = (wallClock: string) => new Date(`${wallClock}+08:00`).toISOString();

/** The business day of an instant. */
export const dayAt = (at: string) => wallClockOf(at).slice(0, 10);

/** The instant a business day begins, some days later. */
export const startOfDay = (day: string, daysLater = 0) =>
  new Date(Date.parse(`${day}T00:00:00.000+08:00`) + daysLater * DAY_MILLISECONDS).toISOString();

/** A day some days later. */
export const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);

const MINUTES_PER_HOUR = 60;
const two = (count: number) => String(count).padStart(2, '0');

/** A minute of the day as `09:30`; the last one is `24:00`. */
export const clockText = (minute: number) =>
  `${two(Math.floor(minute / MINUTES_PER_HOUR))}:${two(minute % MINUTES_PER_HOUR)}`;

/** A day out of an address; nothing for what is none. */
export function dayOfText(text: string | null) {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}
