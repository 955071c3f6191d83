import type { Instant } from '../../platform';

const shanghaiOffsetMs = 8 * 3_600_000;

/** `2026-01-02T15:04:05+08:00`: whole seconds, in Beijing's time as in WeChat's documents. */
export const toRfcTime = (at: Instant): string =>
  `${new Date(at + shanghaiOffsetMs).toISOString().slice(0, 19)}+08:00`;

/** The instant of an RFC 3339 text; null for anything else. */
export function fromRfcTime(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
