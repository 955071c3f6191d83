/** Where "now" comes from. Instants are milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
}

const beijingOffsetMs = 8 * 3_600_000;
export const dayMs = 24 * 3_600_000;
export const minuteMs = 60_000;

const inBeijing = (at: number) => new Date(at + beijingOffsetMs).toISOString();

/** `2026-01-02T15:04:05+08:00`, as the pay API writes times. */
export const wechatTime = (at: number) => `${inBeijing(at).slice(0, 19)}+08:00`;

/** `2026-01-02 15:04:05`, as bill files write times. */
export const billTime = (at: number) => inBeijing(at).slice(0, 19).replace('T', ' ');

/** `20260102150405`, as numbers that start with their time carry it. */
export const compactTime = (at: number) => inBeijing(at).slice(0, 19).replace(/[-T:]/g, '');

/** The day in Beijing, `2026-01-02`. */
export const beijingDay = (at: number) => inBeijing(at).slice(0, 10);

/** The first instant of a day in Beijing. */
export const startOfDay = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

/** The instant of an RFC 3339 time with an offset, or null when it is none. */
export function readTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
