import { readUnits, type CountingUnits } from '@/ui/read-units';

interface Line {
  readonly lineNo: number;
  readonly quantity: number;
  readonly units: CountingUnits;
}

/** What did not arrive well on one line of a transfer, as typed. */
export interface TypedDifference {
  readonly damaged: string;
  readonly missing: string;
}

export type TypedDifferences = Readonly<Record<number, TypedDifference>>;

export const noDifference: TypedDifference = { damaged: '', missing: '' };

const read = (text: string, units: CountingUnits) => (text.trim() === '' ? 0 : readUnits(text, units));

/** The typed differences of a transfer as the server takes them, with the lines that are no quantity or name more than was sent. */
export function differencesOf(lines: readonly Line[], typed: TypedDifferences) {
  const all = lines.map(({ lineNo, quantity, units }) => {
    const difference = typed[lineNo] ?? noDifference;
    const damaged = read(difference.damaged, units);
    const missing = read(difference.missing, units);
    const isWrong = damaged === null || missing === null || damaged + missing > quantity;
    return { lineNo, damaged: damaged ?? 0, missing: missing ?? 0, isWrong };
  });
  return {
    differences: all
      .filter(({ damaged, missing }) => damaged + missing > 0)
      .map(({ lineNo, damaged, missing }) => ({ lineNo, damaged, missing })),
    wrongLineNos: all.filter(({ isWrong }) => isWrong).map(({ lineNo }) => lineNo),
  };
}

/** What is chosen to go along: a lot as it was seen, and how much of it as typed. */
export interface Chosen {
  readonly lotId: string;
  readonly skuName: string;
  readonly lotNo: string;
  readonly units: CountingUnits;
  /** What is not promised of it, in base units. */
  readonly free: number;
  readonly text: string;
}

/** The lots that go along, in base units, and those whose text is no quantity or more than is free. */
export function chosenLines(chosen: readonly Chosen[]) {
  const written = chosen
    .filter(({ text }) => text.trim() !== '')
    .map((one) => ({ ...one, quantity: readUnits(one.text, one.units) }));
  return {
    lines: written.flatMap(({ lotId, quantity, free }) =>
      quantity !== null && quantity > 0 && quantity <= free ? [{ lotId, quantity }] : [],
    ),
    wrongLotIds: written
      .filter(({ quantity, free }) => quantity === null || quantity > free)
      .map(({ lotId }) => lotId),
  };
}
