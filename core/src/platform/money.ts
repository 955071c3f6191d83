/** Money in integer fen (1/100 yuan). */
export type Fen = number;
/** A unit price in integer 1/10,000 yuan per base unit. */
export type PriceE4 = number;
/** A rate in integer basis points (1/10,000). */
export type BasisPoints = number;

const e4PerFen = 100;

/** `numerator / denominator` rounded half up, exact for integers beyond 2^53 on the way. */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  const doubled = 2n * numerator + denominator;
  const twice = 2n * denominator;
  const quotient = doubled / twice;
  // BigInt division truncates towards zero; half up means towards plus infinity.
  return Number(doubled % twice < 0n ? quotient - 1n : quotient);
}

/** The amount of a line, rounded half up to the fen. */
export function lineAmountFen(unitPriceE4: PriceE4, quantity: number): Fen {
  const product = unitPriceE4 * quantity;
  if (Number.isSafeInteger(product)) return Math.floor((product + e4PerFen / 2) / e4PerFen);
  return divideHalfUp(BigInt(unitPriceE4) * BigInt(quantity), BigInt(e4PerFen));
}

/** A part of an amount in basis points, rounded half up to the fen. */
export function percentOfFen(amountFen: Fen, shareBp: BasisPoints): Fen {
  const product = amountFen * shareBp;
  if (Number.isSafeInteger(product)) return Math.floor((product + 5_000) / 10_000);
  return divideHalfUp(BigInt(amountFen) * BigInt(shareBp), 10_000n);
}

/**
 * What the units from `from` up to `to` of an amount for `quantity` units come to. Parts that follow one another add
 * up to the whole to the fen, however it is split.
 */
export function partOfFen(amountFen: Fen, quantity: number, from: number, to: number): Fen {
  return upTo(amountFen, quantity, to) - upTo(amountFen, quantity, from);
}

function upTo(amountFen: Fen, quantity: number, units: number): Fen {
  if (units === quantity) return amountFen;
  if (units === 0) return 0;
  const product = amountFen * units;
  const doubled = 2 * product + quantity;
  if (amountFen >= 0 && Number.isSafeInteger(doubled)) return Math.floor(doubled / (2 * quantity));
  return divideHalfUp(BigInt(amountFen) * BigInt(units), BigInt(quantity));
}

/**
 * Deals an amount out by weights, to the fen: everybody gets the whole fen of its share, and the odd ones go to the
 * largest fractions, then to the earlier. Without any weight the first gets all.
 */
export function dealFen(amountFen: Fen, weights: readonly number[]): readonly Fen[] {
  const total = sum(weights);
  if (total <= 0) return weights.map((_, at) => (at === 0 ? amountFen : 0));
  const isSafe =
    amountFen >= 0 && weights.every((weight) => weight >= 0 && Number.isSafeInteger(amountFen * weight));
  if (isSafe && Number.isSafeInteger(total)) return dealSafely(amountFen, weights, total);
  const exact = weights.map((weight) => BigInt(amountFen) * BigInt(weight));
  const shares = exact.map((share) => Number(share / BigInt(total)));
  const odd = amountFen - sum(shares);
  const byFraction = exact
    .map((share, at) => ({ at, rest: share % BigInt(total) }))
    .sort((left, right) => (left.rest > right.rest ? -1 : left.rest < right.rest ? 1 : left.at - right.at));
  for (const { at } of byFraction.slice(0, odd)) shares[at] = (shares[at] as number) + 1;
  return shares;
}

/** The same where every product is a safe integer: most amounts are, and this is on the way of every quote. */
function dealSafely(amountFen: Fen, weights: readonly number[], total: number): readonly Fen[] {
  const rests: number[] = [];
  let odd = amountFen;
  const shares = weights.map((weight) => {
    const product = amountFen * weight;
    const rest = product % total;
    const share = (product - rest) / total;
    rests.push(rest);
    odd -= share;
    return share;
  });
  if (odd === 0) return shares;
  const byFraction = rests
    .map((_, at) => at)
    .sort((left, right) => (rests[right] as number) - (rests[left] as number) || left - right);
  for (let at = 0; at < odd; at += 1) {
    const most = byFraction[at] as number;
    shares[most] = (shares[most] as Fen) + 1;
  }
  return shares;
}

/** `¥1,234.50`. */
export function formatYuan(amountFen: Fen): string {
  const sign = amountFen < 0 ? '-' : '';
  const whole = Math.abs(amountFen);
  const yuan = Math.floor(whole / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}¥${yuan}.${(whole % 100).toString().padStart(2, '0')}`;
}

/** `3.20` for a unit price; up to four places when two would lie. */
export function formatPrice(unitPriceE4: PriceE4): string {
  return (unitPriceE4 / 10_000).toFixed(unitPriceE4 % 100 === 0 ? 2 : 4);
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  if (Array.isArray(values)) {
    // By its places: walking an array as an iterable makes an object for every value.
    for (let at = 0; at < values.length; at += 1) total += values[at] as number;
    return total;
  }
  for (const value of values) total += value;
  return total;
}
