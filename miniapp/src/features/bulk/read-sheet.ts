import { toMixedUnits, type Packing } from '../../ui/units';

/** One pasted row: which goods, and how much as written. */
export interface PastedRow {
  /** The line of the pasted text, from 1. */
  readonly rowNo: number;
  /** Barcode, name or SKU. */
  readonly key: string;
  /** The quantity as written: `24`, `2箱`, `2箱5瓶`. */
  readonly amount: string;
}

/** A pasted row that cannot be read, with the reason in Chinese. */
export interface PastedFault {
  readonly rowNo: number;
  readonly text: string;
  readonly reason: string;
}

/** The most rows one paste takes: as many as an order has lines. */
export const pastedRowsMax = 1000;

const amountPattern = /^(?:\d+[^\d\s,，.]{0,4})+$/;
const separators = /[\t,，;；]|\s+/;
const headingWords = /^(条码|条形码|商品|名称|商品名称|sku|编码|货号|品名)/i;

/** Full-width digits, as Chinese keyboards write them, become plain ones; so do Excel's grouping commas. */
const plainDigits = (text: string) =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/"(\d{1,3}(?:,\d{3})+)"/g, (_, grouped: string) => grouped.replace(/,/g, ''));

function readRow(text: string, rowNo: number): PastedRow | PastedFault {
  const cells = text.split(separators).filter((cell) => cell !== '');
  const amount = cells[cells.length - 1];
  if (cells.length < 2 || amount === undefined) return { rowNo, text, reason: '缺少数量，请写成“条码 数量”' };
  if (!amountPattern.test(amount)) return { rowNo, text, reason: `看不懂数量“${amount}”` };
  return { rowNo, key: cells.slice(0, -1).join(' '), amount };
}

/**
 * Reads lines pasted from a sheet: `条码/名称/SKU` and a quantity, apart by tab, comma or spaces. Empty
 * lines and a heading are passed over; every other line answers as a row or as a fault.
 */
export function readPasted(text: string) {
  const rows: PastedRow[] = [];
  const faults: PastedFault[] = [];
  plainDigits(text)
    .split(/\r\n|\r|\n/)
    .forEach((line, at) => {
      const trimmed = line.trim();
      const isHeading = at === 0 && headingWords.test(trimmed) && !/\d/.test(trimmed);
      if (trimmed === '' || isHeading) return;
      if (rows.length >= pastedRowsMax) {
        faults.push({ rowNo: at + 1, text: trimmed, reason: `一次最多 ${pastedRowsMax} 行` });
        return;
      }
      const row = readRow(trimmed, at + 1);
      if ('reason' in row) faults.push(row);
      else rows.push(row);
    });
  return { rows, faults };
}

/** A written quantity in base units; a bare number counts base units. Or why it is none, in Chinese. */
export function readAmount(
  amount: string,
  packing: Packing,
): { readonly quantity: number } | { readonly reason: string } {
  let quantity = 0;
  for (const [, count = '', name = ''] of amount.matchAll(/(\d+)([^\d]*)/g)) {
    const unit = packing.units.find((one) => one.unit === name.trim());
    const factor = name.trim() === '' || name.trim() === packing.baseUnit ? 1 : unit?.factor;
    if (factor === undefined) return { reason: `没有“${name.trim()}”这个单位` };
    quantity += Number(count) * factor;
  }
  if (quantity <= 0) return { reason: '数量要大于 0' };
  if (quantity > 1_000_000) return { reason: `数量太大：${toMixedUnits(quantity, packing)}` };
  return { quantity };
}

/** Goods a pasted key may mean. */
interface Named {
  readonly skuId: string;
  readonly name: string;
  readonly barcode: string;
}

/** The one SKU a key means among what the search found: an exact barcode, id or name first, else the only find. */
export function matchOf<Sku extends Named>(key: string, found: readonly Sku[]): Sku | undefined {
  const wanted = key.trim().toLowerCase();
  const exact = found.filter(
    ({ skuId, name, barcode }) =>
      barcode.toLowerCase() === wanted || skuId.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (exact.length === 1) return exact[0];
  return found.length === 1 ? found[0] : undefined;
}
