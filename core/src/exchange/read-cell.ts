import { daysBetween, type Day } from '../platform/clock';
import type { CellReading } from './column';

/** Readers of cells: text in, a value or a Chinese sentence about what is wrong out. They never throw. */

const fault = (sentence: string) => ({ fault: sentence });

/** Text of at most so many characters. */
export const aText =
  (longest: number) =>
  (text: string): CellReading<string> =>
    [...text].length <= longest ? { value: text } : fault(`最多 ${longest} 个字`);

/** A code of letters, digits, `-` and `_`, as ids are written. */
export const aCode = (text: string): CellReading<string> =>
  /^[0-9A-Za-z_-]{1,40}$/.test(text) ? { value: text } : fault('只能用字母、数字、- 和 _，最多 40 个');

/** A whole number in a range. `1,200` and `1200.00` are read as 1200. */
export const aWhole =
  (least: number, most: number) =>
  (text: string): CellReading<number> => {
    const plain = plainNumber(text);
    if (plain === null || !/^-?\d+(\.0+)?$/.test(plain)) return fault('应为整数');
    const value = Number(plain);
    if (value < least || value > most) return fault(`应在 ${least} 到 ${most} 之间`);
    return { value };
  };

/** A decimal as an integer of `10^-places`: `3.5` with two places is 350. More places than that are refused. */
export const aDecimal =
  (places: number, least: number, most: number) =>
  (text: string): CellReading<number> => {
    const plain = plainNumber(text);
    const match = plain === null ? null : /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(plain);
    if (!match) return fault('应为数字');
    const [, sign = '', whole = '', fraction = ''] = match;
    const kept = fraction.replace(/0+$/, '');
    if (kept.length > places) return fault(`最多 ${places} 位小数`);
    const scaled = Number(`${sign}${whole}${kept.padEnd(places, '0')}`);
    const scale = 10 ** places;
    if (!Number.isSafeInteger(scaled) || scaled < least * scale || scaled > most * scale) {
      return fault(`应在 ${least} 到 ${most} 之间`);
    }
    return { value: scaled };
  };

/** Thousands separators, a yuan sign and full-width digits are how people write; the rest is not a number. */
function plainNumber(text: string): string | null {
  const narrow = text.replace(/[０-９．，－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const bare = narrow.replace(/^[¥￥]/, '').replace(/,(?=\d{3}(\D|$))/g, '');
  return /^-?\d+(\.\d+)?$/.test(bare) ? bare : null;
}

/** Yuan as fen: `1,234.50` is 123450. */
export const aYuan = (most: number) => aDecimal(2, 0, most);
/** A unit price in yuan as 1/10,000 yuan. */
export const aUnitPrice = aDecimal(4, 0, 10_000_000);

/** A percentage as basis points: `13%`, `13` and `0.13` of a spreadsheet's percent cell mean the same. */
export const aPercent = (text: string): CellReading<number> => {
  if (/%|％/.test(text)) return aDecimal(2, 0, 100)(text.replace(/[%％]/g, '').trim());
  const share = aDecimal(4, 0, 1)(text);
  if ('value' in share && share.value > 0 && share.value < 10_000) return share;
  return aDecimal(2, 0, 100)(text);
};

/** A day: `2026-11-22`, `2026/11/22`, `20261122`, `2026年11月22日`. */
export const aDay = (text: string): CellReading<Day> => {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00(?:\.000Z?)?)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return fault('应为日期，如 2026-11-22');
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` as Day;
  const exists = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(exists.getTime()) || exists.toISOString().slice(0, 10) !== day) {
    return fault('没有这一天');
  }
  return daysBetween('1990-01-01', day) >= 0 ? { value: day } : fault('日期过早');
};

/** One of a few words, each with what it stands for. Words and values are both understood. */
export const oneOf =
  <const Value extends string>(words: Readonly<Record<string, Value>>) =>
  (text: string): CellReading<Value> => {
    const value = words[text] ?? Object.values(words).find((known) => known === text);
    return value === undefined ? fault(`只能是：${Object.keys(words).join('、')}`) : { value };
  };

/** An EAN-8, EAN-13 or UPC-A with a right check digit (GS1 General Specifications, section 7.9). */
export const aBarcode = (text: string): CellReading<string> => {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return fault('条码应为 8、12、13 或 14 位数字');
  const digits = [...text].reverse().map(Number);
  const total = digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 1 ? 3 : 1), 0);
  return total % 10 === 0 ? { value: text } : fault('条码校验位不对');
};

/** A GB/T 2260 code of a district, as six digits. */
export const aRegionCode = (text: string): CellReading<string> =>
  /^\d{6}$/.test(text) ? { value: text } : fault('应为 6 位行政区划代码');

export const aPhone = (text: string): CellReading<string> =>
  /^[0-9+() -]{5,24}$/.test(text) ? { value: text } : fault('电话号码格式不对');
