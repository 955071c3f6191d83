const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** `¥1,234.50` from fen. */
export function yuan(fen: number) {
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${fen < 0 ? '-' : ''}¥${grouped(String(whole))}.${rest}`;
}

/** `¥3.25` from 1/10,000 yuan; up to four decimals, never fewer than two. */
export function unitYuan(unitPriceE4: number) {
  const whole = Math.floor(Math.abs(unitPriceE4) / 10_000);
  const rest = String(Math.abs(unitPriceE4) % 10_000).padStart(4, '0');
  const decimals = rest.replace(/0{1,2}$/, '');
  return `${unitPriceE4 < 0 ? '-' : ''}¥${grouped(String(whole))}.${decimals}`;
}

/** Fen from what somebody typed in yuan: `1000`, `1,000.5`; null when it is no such amount. */
export function fenOf(text: string): number | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/,/g, ''));
  if (!found) return null;
  const [, whole = '', rest = ''] = found;
  return Number(whole) * 100 + Number(rest.padEnd(2, '0'));
}
