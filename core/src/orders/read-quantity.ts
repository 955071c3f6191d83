import type { Sku } from '../catalog';

export type QuantityFault = 'empty' | 'unreadable' | 'unitUnknown' | 'notWhole' | 'zero' | 'tooMany';

export type ReadQuantity =
  | { readonly quantity: number }
  | {
      readonly fault: QuantityFault;
      /** What could have been meant: texts that can be read. */
      readonly suggestions: readonly string[];
    };

type Packing = Pick<Sku, 'baseUnit' | 'units'>;

/** The most base units one row may ask for, as an order line may. */
export const rowQuantityLimit = 1_000_000;

/** `2x5`, `2×12箱`: so many times so many. */
const product = /(\d{1,6})[x×*](\d{1,6})/i;

/** A number and what follows it: `2箱`, `1.5 箱`, `二十瓶`, `5`. */
const part =
  /^(\d+(?:\.\d+)?|半|[零〇一二两三四五六七八九十百千]+)(半?)([^\d半零〇一二两三四五六七八九十百千.]*)(半?)/u;

/**
 * Reads a quantity as people write it, in base units: `24`, `2箱5瓶`, `２ 箱`, `1,200`, `半箱`, `一箱半`, `2.5箱`, `2x5`.
 * A number without a unit counts base units. `件` means the case where nothing else is called so.
 */
export function readQuantity(text: string, sku: Packing, unit = ''): ReadQuantity {
  const written = plain(text);
  if (written === '') return fault('empty');
  const factors = factorsOf(sku);
  // A unit of its own column stands behind a bare number.
  let rest = unit && /^[\d.]+$/.test(written) ? `${written}${plain(unit)}` : written;
  let total = 0;
  while (rest !== '') {
    const found = part.exec(rest);
    if (!found) return fault('unreadable', [`2${caseName(sku)}`]);
    const [whole, count = '', halfBefore = '', name = '', halfAfter = ''] = found;
    const factor = name === '' ? 1 : factors.get(name);
    if (factor === undefined) return fault('unitUnknown', [...factors.keys()]);
    const half = halfBefore || halfAfter ? 0.5 : 0;
    total += (numberOf(count) + half) * factor;
    rest = rest.slice(whole.length);
  }
  const quantity = Math.round(total * 1_000) / 1_000;
  if (quantity === 0) return fault('zero');
  if (!Number.isInteger(quantity)) {
    const near = [Math.floor(quantity), Math.ceil(quantity)].filter((one) => one > 0);
    return fault(
      'notWhole',
      near.map((one) => `${one}${sku.baseUnit}`),
    );
  }
  return quantity > rowQuantityLimit
    ? fault('tooMany', [`${rowQuantityLimit}${sku.baseUnit}`])
    : { quantity };
}

const fault = (kind: QuantityFault, suggestions: readonly string[] = []) => ({ fault: kind, suggestions });

/** Full-width digits and letters as usual ones; no spaces, no commas between thousands, products multiplied. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
    .replace(product, (_, times: string, each: string) => String(Number(times) * Number(each)));

const sellable = ({ units }: Packing) => units.filter((unit) => unit.sellable);

function factorsOf(sku: Packing): ReadonlyMap<string, number> {
  const factors = new Map([[sku.baseUnit, 1]]);
  for (const { unit, factor } of sellable(sku)) factors.set(unit, factor);
  const largest = sellable(sku).at(-1);
  if (largest && !factors.has('件')) factors.set('件', largest.factor);
  return factors;
}

const caseName = (sku: Packing) => sellable(sku).at(-1)?.unit ?? sku.baseUnit;

const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** `12.5`, `半`, `二十`, `一百零五`. */
function numberOf(text: string): number {
  if (text === '半') return 0.5;
  if (/^\d/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const sign of text.replaceAll('两', '二').replaceAll('〇', '零')) {
    const power = powers[sign];
    if (power === undefined) digit = digits.indexOf(sign);
    else {
      total += Math.max(digit, 1) * power;
      digit = 0;
    }
  }
  return total + digit;
}
