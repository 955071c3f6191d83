import { type CompanyShape, firstSkuNoOf, sellerNoOf } from './company-shape';
import { randomFrom } from './random';

export interface Spread {
  /** `hot`: the first line of every order is the seller's first SKU; the others are even. */
  readonly load: 'even' | 'hot';
  readonly lines: number;
}

export interface StreamedLine {
  readonly skuNo: number;
  /** In base units, whole cases of twelve. */
  readonly quantity: number;
}

/**
 * The lines of one order after the other for a buyer, no SKU twice. The same seed gives the same orders to every
 * system.
 */
export function orderStream(shape: CompanyShape, { load, lines }: Spread, seed: number) {
  const random = randomFrom(seed);
  const carried = Math.min(shape.skusPerSeller, shape.skus);
  const count = Math.min(lines, carried);
  const takenBy = new Int32Array(carried);
  let orderNo = 0;
  return (buyerNo: number): readonly StreamedLine[] => {
    orderNo += 1;
    const first = firstSkuNoOf(sellerNoOf(buyerNo, shape), shape);
    const chosen: StreamedLine[] = [];
    while (chosen.length < count) {
      const at = load === 'hot' && chosen.length === 0 ? 0 : random(carried);
      if (takenBy[at] === orderNo) continue;
      takenBy[at] = orderNo;
      chosen.push({ skuNo: (first + at) % shape.skus, quantity: 12 * (1 + random(4)) });
    }
    return chosen;
  };
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let makers = 0;

/** Makes ids as a buyer's device makes them: 26 characters, the time first; no two makers make the same. */
export function orderIds(): () => string {
  makers += 1;
  const own = inDigits(process.pid * 1_024 + (makers % 1_024), 7);
  let count = 0;
  return () => `${inDigits(Date.now(), 10)}${own}${inDigits((count += 1), 9)}`;
}

function inDigits(value: number, length: number) {
  let left = value;
  let written = '';
  for (let place = 0; place < length; place += 1) {
    written = (digits[left % 32] as string) + written;
    left = Math.floor(left / 32);
  }
  return written;
}
