/** A typed count as a whole number of base units; anything else counts as nothing. */
export function wholeCount(typed: string) {
  const trimmed = typed.trim();
  return /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : 0;
}

/** What did not arrive well on one shipment line, in base units, as typed. */
export interface TypedDifference {
  readonly short: string;
  readonly damaged: string;
  readonly refused: string;
}

export const noDifference: TypedDifference = { short: '', damaged: '', refused: '' };

/** The typed differences of a shipment as the server takes them, with the lines that name more than arrived. */
export function differencesOf(
  lines: readonly { readonly shipmentLineNo: number; readonly quantity: number }[],
  typed: Readonly<Record<number, TypedDifference>>,
) {
  const counted = lines.map(({ shipmentLineNo, quantity }) => {
    const { short, damaged, refused } = typed[shipmentLineNo] ?? noDifference;
    const counts = { short: wholeCount(short), damaged: wholeCount(damaged), refused: wholeCount(refused) };
    return { shipmentLineNo, quantity, total: counts.short + counts.damaged + counts.refused, ...counts };
  });
  return {
    differences: counted
      .filter(({ total }) => total > 0)
      .map(({ shipmentLineNo, short, damaged, refused }) => ({ shipmentLineNo, short, damaged, refused })),
    overLineNos: counted.filter(({ total, quantity }) => total > quantity).map((line) => line.shipmentLineNo),
  };
}
