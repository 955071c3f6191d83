import { e4OfYuan } from './model';

/** A price as somebody pasted it. */
export interface PastedPrice {
  readonly code: string;
  readonly unitPriceE4: number;
  readonly floorPriceE4?: number;
}

const amountOf = (cell: string) => {
  const plain = cell
    .normalize('NFKC')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
  return /^\d+(?:\.\d{1,4})?$/.test(plain) ? e4OfYuan(Number(plain)) : null;
};

/**
 * Prices as a spreadsheet pastes them, one a line: a SKU by its id or barcode, its price, and its floor where there is
 * one. `wrong` names the lines that say something else, counted from 1; a line of headings at the top is passed over.
 */
export function pastedPrices(text: string) {
  const rows: PastedPrice[] = [];
  const wrong: number[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    const cells = line.trim().split(/[\s,，;；]+/);
    const [code = '', price = '', floor] = cells;
    if (code === '') return;
    const unitPriceE4 = amountOf(price);
    const floorPriceE4 = floor === undefined ? undefined : amountOf(floor);
    if (unitPriceE4 === null || floorPriceE4 === null || cells.length > 3) {
      if (at > 0 || /\d/.test(price)) wrong.push(at + 1);
    } else rows.push({ code, unitPriceE4, ...(floorPriceE4 === undefined ? {} : { floorPriceE4 }) });
  });
  return { rows, wrong };
}
