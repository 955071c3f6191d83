const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Fen as `¥1,234.50`. */
export function yuanText(fen: number) {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}¥${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** Fen as a plain decimal of yuan for spreadsheets: `1234.50`. */
export const yuanPlain = (fen: number) => yuanText(fen).replace(/[¥,]/g, '');

/** A unit price in 1/10,000 yuan as `¥3.125`: two to four decimals. */
export function unitPriceText(unitPriceE4: number) {
  const digits = String(Math.abs(unitPriceE4)).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${unitPriceE4 < 0 ? '-' : ''}¥${grouped(digits.slice(0, -4))}.${decimals}`;
}

/** A whole number with thousands separated. */
export const countText = (count: number) => `${count < 0 ? '-' : ''}${grouped(String(Math.abs(count)))}`;

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An ISO instant as `YYYY-MM-DD HH:mm` in Shanghai. */
export const whenText = (at: string) => shanghai.format(new Date(at));

/** The business day of an instant, `YYYY-MM-DD` in Shanghai. */
export const dayOf = (at: Date) => shanghai.format(at).slice(0, 10);

/** Yuan as a person types them, in fen; the input's precision is two decimals. */
export const fenOfYuan = (yuan: number) => Math.round(yuan * 100);
