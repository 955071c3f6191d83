import type { BookCheck } from '../../platform';

/** The books of orders that are paid in steps. */
export const stepBooks: readonly BookCheck[] = [
  {
    name: 'an order that waits for a step says until when, and no other does',
    table: 'salesOrder',
    mismatches: `
      SELECT id, state, stepDueAt FROM salesOrder
      WHERE (stepDueAt IS NOT NULL AND (state <> 'held' OR steps IS NULL)) OR (heldFen <> 0 AND stepDueAt IS NOT NULL)
      LIMIT 5`,
  },
  {
    name: 'a forfeited deposit belongs to a pre-order that was given up',
    table: 'salesOrder',
    mismatches: `
      SELECT id, state, forfeitedFen FROM salesOrder
      WHERE forfeitedFen < 0 OR (forfeitedFen <> 0 AND (state <> 'cancelled' OR steps IS NULL)) LIMIT 5`,
  },
];
