/** How much more, or less, something is than before, in tenths of a percent; null where there was nothing before. */
export const changePermille = (now: number, before: number): number | null =>
  before === 0 ? null : Math.round(((now - before) * 1000) / before);

/** `+12.5 %` of permille; `持平` where nothing changed, `—` where there was nothing before. */
export function changeText(permille: number | null): string {
  if (permille === null) return '—';
  if (permille === 0) return '持平';
  return `${permille > 0 ? '+' : '-'}${(Math.abs(permille) / 10).toFixed(1)}%`;
}

/** A share as `87.5%`; `—` of nothing. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part * 100) / whole).toFixed(1)}%`;
