import type { Asked, FormLine } from './queries';

/** What was typed for a line: the units, and the lot number on the package. */
export interface TypedLine {
  readonly units: string;
  readonly lotNo: string;
}

export const nothingTyped: TypedLine = { units: '', lotNo: '' };

export const lineKey = ({ shipmentId, shipmentLineNo }: Pick<FormLine, 'shipmentId' | 'shipmentLineNo'>) =>
  `${shipmentId}:${shipmentLineNo}`;

/** The lines that are asked for, what they were bought for, and which of them are more than is left. */
export function askedLines(lines: readonly FormLine[], typed: Readonly<Record<string, TypedLine>>) {
  const overKeys: string[] = [];
  let worthFen = 0;
  const asked = lines.flatMap((line): Asked['lines'] => {
    const { units, lotNo } = typed[lineKey(line)] ?? nothingTyped;
    const quantity = units.trim() === '' ? 0 : Number(units);
    if (quantity === 0) return [];
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > line.left) {
      overKeys.push(lineKey(line));
      return [];
    }
    worthFen += Math.round((line.acceptedFen * quantity) / line.accepted);
    const { shipmentId, shipmentLineNo } = line;
    const lot = lotNo.trim() === '' ? {} : { lotNo: lotNo.trim() };
    return [{ shipmentId, shipmentLineNo, quantity, ...lot }];
  });
  return { asked, overKeys, worthFen };
}
