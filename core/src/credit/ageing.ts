import { addDays, type Day, daysBetween } from '../platform/clock';
import type { Fen } from '../platform/money';

/** 账龄: what is open, by how long it is overdue. */
export interface Ageing {
  readonly notDueFen: Fen;
  readonly days1To30Fen: Fen;
  readonly days31To60Fen: Fen;
  readonly days61To90Fen: Fen;
  readonly over90Fen: Fen;
}

export const ageingBuckets = [
  'notDueFen',
  'days1To30Fen',
  'days31To60Fen',
  'days61To90Fen',
  'over90Fen',
] as const satisfies readonly (keyof Ageing)[];

/** The bucket of a bill that many days late. */
export function ageingBucket(dueOn: Day, on: Day): keyof Ageing {
  const late = daysBetween(dueOn, on);
  if (late <= 0) return 'notDueFen';
  if (late <= 30) return 'days1To30Fen';
  if (late <= 60) return 'days31To60Fen';
  return late <= 90 ? 'days61To90Fen' : 'over90Fen';
}

/** The due days a query parts the buckets at: a bill due on or after the n-th lies in the n-th bucket or before. */
export const ageingBounds = (on: Day): readonly [Day, Day, Day, Day] => [
  on,
  addDays(on, -30),
  addDays(on, -60),
  addDays(on, -90),
];

export function ageingOf(
  bills: readonly { readonly amountFen: Fen; readonly paidFen: Fen; readonly dueOn: Day }[],
  on: Day,
): Ageing {
  const found = { notDueFen: 0, days1To30Fen: 0, days31To60Fen: 0, days61To90Fen: 0, over90Fen: 0 };
  for (const { amountFen, paidFen, dueOn } of bills) found[ageingBucket(dueOn, on)] += amountFen - paidFen;
  return found;
}
