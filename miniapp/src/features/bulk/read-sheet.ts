/** One row of a sheet as it was written: which goods, and how much. The server says what is meant. */
export interface SheetRow {
  /** The line of the text, from 1. */
  readonly rowNo: number;
  /** Barcode, id, name or words of it. */
  readonly sku: string;
  /** `24`, `2箱5瓶`, `半箱`; empty when nothing was written. */
  readonly quantity: string;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** What is beyond the rows of one order. */
  readonly rest: readonly SheetRow[];
}

/** The most rows that are read at once: as many as an order has lines. */
export const sheetRowsMax = 1000;

/** What the server takes of a cell. */
const skuLengthMax = 80;
const quantityLengthMax = 30;

/** What stands above the columns that count; a code says more than a name, and comes first. */
const codeWords = /^(?:条码|条形码|商品条码|69码|编码|商品编码|货号|sku)$/i;
const nameWords = /^(?:商品|品名|名称|商品名称|货品)$/;
const quantityWords = /^(?:数量|订货量|订货数量|订购数量|件数|订单数量)$/;
const unitWords = /^(?:单位|订货单位)$/;

interface Columns {
  readonly skus: readonly number[];
  readonly quantity: number;
  readonly unit: number;
}

/** Full-width signs, as Chinese keyboards write them, become plain ones; so do Excel's grouped numbers. */
const plainCell = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .replace(/^\d{1,3}(?:,\d{3})+$/, (grouped) => grouped.replace(/,/g, ''));

/** A quoted cell keeps its commas; apart from that a tab, a comma, or else spaces part the cells. */
function cellsOf(line: string): readonly string[] {
  const parts = line.includes('\t')
    ? line.split('\t')
    : /[,，;；]/.test(line)
      ? [...line.matchAll(/(?:^|[,，;；])("[^"]*"|[^,，;；]*)/g)].map(([, cell = '']) => cell)
      : line.trim().split(/\s+/);
  return parts.map(plainCell);
}

/** The columns that a heading names; undefined when the line is none. */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const at = (words: RegExp) => cells.findIndex((cell) => words.test(cell));
  const skus = [at(codeWords), at(nameWords)].filter((column) => column >= 0);
  return skus.length > 0 ? { skus, quantity: at(quantityWords), unit: at(unitWords) } : undefined;
}

/** A line below a heading, by its columns; where the heading names no quantity, it is the last one. */
function rowByColumns(cells: readonly string[], { skus, quantity, unit }: Columns) {
  const sku = skus.map((column) => cells[column] ?? '').find((cell) => cell !== '') ?? '';
  const amount = cells[quantity >= 0 ? quantity : cells.length - 1] ?? '';
  const isBare = /^\d+(?:\.\d+)?$/.test(amount);
  return { sku, quantity: isBare && unit >= 0 ? `${amount}${cells[unit] ?? ''}` : amount };
}

const isCode = (cell: string) => /^[\da-z_-]{6,}$/i.test(cell);

/** A line without a heading: the quantity stands last, and before it a code, or else the words of a name. */
function rowByOrder(cells: readonly string[]) {
  const [first = '', second = ''] = cells;
  if (cells.length === 2) return { sku: first, quantity: second };
  const written = cells.filter((cell) => cell !== '');
  if (written.length < 2) return { sku: written[0] ?? '', quantity: '' };
  const before = written.slice(0, -1);
  const code = before.find(isCode);
  return { sku: code ?? before.join(' '), quantity: written[written.length - 1] ?? '' };
}

/**
 * Reads what was pasted from a sheet or typed: a row a line, with a heading or without. Empty lines are passed over,
 * nothing else is: a row that says too little is for the server to name.
 */
export function readSheet(text: string): Sheet {
  const rows: SheetRow[] = [];
  let columns: Columns | undefined;
  let isFirst = true;
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line);
    const heading = columnsOf(cells);
    // Further down it is one only when it names both, for then no goods can be meant: a second sheet begins.
    if (heading && (isFirst || heading.quantity >= 0)) columns = heading;
    const isHeading = columns === heading && heading !== undefined;
    isFirst = false;
    if (isHeading) return;
    const { sku, quantity } = columns ? rowByColumns(cells, columns) : rowByOrder(cells);
    rows.push({
      rowNo: at + 1,
      sku: sku.slice(0, skuLengthMax),
      quantity: quantity.slice(0, quantityLengthMax),
    });
  });
  return { rows: rows.slice(0, sheetRowsMax), rest: rows.slice(sheetRowsMax) };
}

/** Rows as a text that reads as the same rows. */
export const textOfSheet = (rows: readonly Omit<SheetRow, 'rowNo'>[]) =>
  rows.map(({ sku, quantity }) => `${sku}\t${quantity}`).join('\n');
