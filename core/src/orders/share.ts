import { divideHalfUp, type Fen } from '../platform/money';

/**
 * What the units from `from` up to `to` of a line come to. Parts that follow one another add up to
 * the whole to the fen, however a line is split.
 */
export function partOfFen(amountFen: Fen, quantity: number, from: number, to: number): Fen {
  return upTo(amountFen, quantity, to) - upTo(amountFen, quantity, from);
}

function upTo(amountFen: Fen, quantity: number, units: number): Fen {
  if (units === quantity) return amountFen;
  if (units === 0) return 0;
  return divideHalfUp(BigInt(amountFen) * BigInt(units), BigInt(quantity));
}
