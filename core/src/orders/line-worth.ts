import { type Fen, partOfFen, sum } from '../platform/money';
import type { OrderLine, ShipmentLine } from './model';

type Counted = Pick<OrderLine, 'amountFen' | 'quantity' | 'shipped' | 'reserved' | 'cancelled'>;

/**
 * The units of a line stand in a row: shipped first, then promised, then back-ordered, cancelled last.
 * What a part of the row is worth, in fen; parts side by side add up to the whole.
 */
export const worthFen = ({ amountFen, quantity }: Counted, from: number, to: number): Fen =>
  partOfFen(amountFen, quantity, from, to);

/** What is promised and has not shipped: what an approved order holds of the buyer's credit. */
export const promisedFen = (lines: readonly Counted[]): Fen =>
  sum(lines.map((line) => worthFen(line, line.shipped, line.shipped + line.reserved)));

/** What of a line's amount is not cancelled. */
export const payableFenOf = (line: Counted): Fen => worthFen(line, 0, line.quantity - line.cancelled);

/** What is under way: shipped, and not signed for. */
export const unsignedFen = (lines: readonly Pick<ShipmentLine, 'accepted' | 'amountFen'>[]): Fen =>
  sum(lines.filter(({ accepted }) => accepted === null).map(({ amountFen }) => amountFen));
