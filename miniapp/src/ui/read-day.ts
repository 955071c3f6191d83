/** A day as it is printed on a carton, as `YYYY-MM-DD`: `20261120`, `2026-11-20`, `2026/11/20`, `2026.11.20`; `null` for what is none. */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain);
  if (!found || (/^\d+$/.test(plain) && plain.length !== 8)) return null;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null;
}
