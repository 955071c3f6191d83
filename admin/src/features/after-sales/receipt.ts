import { type OutcomeKind, outcomeKinds, type RequestLine } from './model';

export type TypedOutcome = Partial<Record<OutcomeKind, number | null>>;
export type TypedOutcomes = Readonly<Record<string, TypedOutcome>>;

/** The approved lines with what was typed for them; what is missing of a line, or too much, is told. */
export function outcomesOf(lines: readonly RequestLine[], typed: TypedOutcomes) {
  const approved = lines.filter((line) => line.approved > 0);
  const outcomes = approved.map(({ lineNo }) => {
    const units = (kind: OutcomeKind) => typed[lineNo]?.[kind] ?? 0;
    return {
      lineNo,
      restocked: units('restocked'),
      nearExpiry: units('nearExpiry'),
      quarantined: units('quarantined'),
      destroyed: units('destroyed'),
      notReceived: units('notReceived'),
    };
  });
  const faults = approved.flatMap(({ lineNo, skuName, approved: wanted, baseUnit }, index) => {
    const outcome = outcomes[index];
    const named = outcomeKinds.reduce((total, kind) => total + (outcome?.[kind] ?? 0), 0);
    if (named === wanted) return [];
    const what = named < wanted ? `还差 ${wanted - named}` : `多了 ${named - wanted}`;
    return [`第 ${lineNo} 行 ${skuName} ${what}${baseUnit}`];
  });
  return { outcomes, faults };
}

/** Everything came back well: what is filled in to begin with. */
export const allWell = (lines: readonly RequestLine[]): TypedOutcomes =>
  Object.fromEntries(
    lines.filter((line) => line.approved > 0).map((line) => [line.lineNo, { restocked: line.approved }]),
  );
