import { dayOf, type Instant } from '../platform/clock';

const shanghaiOffsetMs = 8 * 3_600_000;

const clockOf = (at: Instant) => new Date(at + shanghaiOffsetMs).toISOString().slice(11, 16);

/** `11月22日 10:00`, in Shanghai. */
export function momentWords(at: Instant): string {
  const [, month, day] = dayOf(at).split('-');
  return `${Number(month)}月${Number(day)}日 ${clockOf(at)}`;
}

/** `2026年11月22日`, in Shanghai. */
export function dayWords(at: Instant): string {
  const [year, month, day] = dayOf(at).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026年11月22日 10:00`, in Shanghai. */
export const timeWords = (at: Instant): string => `${dayWords(at)} ${clockOf(at)}`;
