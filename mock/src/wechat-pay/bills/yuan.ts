/** Fen as yuan with `places` decimals, by the digits and not by division. */
export function yuan(fen: number, places = 2): string {
  const digits = Math.abs(fen).toString().padStart(3, '0');
  const sign = fen < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${'0'.repeat(places - 2)}`;
}
