const digits = '〇一二三四五六七八九';
const arabic = (text: string) =>
  text.replace(/[〇零一二三四五六七八九]/g, (digit) =>
    digit === '零' ? '0' : String(digits.indexOf(digit)),
  );

const WHOLE_BP = 10_000;
const plain = (value: number, decimals: number) => String(Number(value.toFixed(decimals)));

/** Basis points as a percentage: 1,250 is `12.5%`. */
export const percentText = (bp: number) => `${plain(bp / 100, 2)}%`;

/** What is taken off, as the trade says it: 1,000 is `9折`, all of it `免费`. */
export const discountText = (offBp: number) =>
  offBp >= WHOLE_BP ? '免费' : `${plain((WHOLE_BP - offBp) / 1_000, 3)}折`;

/**
 * What somebody means by a percentage, in basis points; null for what nobody understands. `12.5%`, `12.5` and
 * `１２.５％` are one. Where something is taken off, `9折`, `九折`, `85折` and `八五折` are understood too.
 */
export function bpOf(typed: string, { isOff = false } = {}): number | null {
  const text = arabic(typed.normalize('NFKC').replaceAll(/\s/g, ''));
  const percent = /^(\d{1,3}(?:\.\d{1,2})?)%?$/.exec(text);
  if (percent) return Math.round(Number(percent[1]) * 100);
  const paid = isOff ? /^(\d{1,2}(?:\.\d{1,3})?)折$/.exec(text)?.[1] : undefined;
  if (paid === undefined) return null;
  // 85折 and 8.5折 are the same: two digits are a percentage.
  const perFold = /^\d{2}$/.test(paid) && paid !== '10' ? 100 : 1_000;
  const offBp = WHOLE_BP - Math.round(Number(paid) * perFold);
  return offBp >= 0 ? offBp : null;
}
