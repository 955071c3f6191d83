import { partOfFen, sum } from '../platform/money';
import type { OrderLine, ShipmentLine } from './model';

export interface Difference {
  readonly shipmentLineNo: number;
  readonly short: number;
  readonly damaged: number;
  readonly refused: number;
}

/**
 * The lines of a shipment as they were signed for: what is not named a difference is accepted, and only
 * what is accepted becomes debt. Null when a difference exceeds its line, or names one there is not.
 */
export function signLines(
  lines: readonly ShipmentLine[],
  differences: readonly Difference[],
): readonly ShipmentLine[] | null {
  const byNo = new Map(differences.map((difference) => [difference.shipmentLineNo, difference]));
  const known = new Set(lines.map(({ shipmentLineNo }) => shipmentLineNo));
  if (
    byNo.size !== differences.length ||
    differences.some(({ shipmentLineNo }) => !known.has(shipmentLineNo))
  ) {
    return null;
  }
  const signed = lines.map((line) => {
    const { short = 0, damaged = 0, refused = 0 } = byNo.get(line.shipmentLineNo) ?? {};
    const accepted = line.quantity - short - damaged - refused;
    const acceptedFen = accepted < 0 ? 0 : partOfFen(line.amountFen, line.quantity, 0, accepted);
    return { ...line, accepted, acceptedFen, short, damaged, refused };
  });
  return signed.some(({ accepted }) => accepted < 0) ? null : signed;
}

/** The lines of an order after these lines of a shipment were signed for. */
export function countSigned(
  lines: readonly OrderLine[],
  signed: readonly ShipmentLine[],
): readonly OrderLine[] {
  return lines.map((line) => ({
    ...line,
    signed:
      line.signed +
      sum(signed.flatMap(({ lineNo, accepted }) => (lineNo === line.lineNo ? [accepted ?? 0] : []))),
  }));
}
