import type { BookCheck } from '../platform';

/** The books of territory: what permits let through against what order lines took of them. */
export const territoryBooks: readonly BookCheck[] = [
  {
    name: 'what a permit let through is what order lines took of it',
    table: 'territoryPermitUse',
    mismatches: `
      SELECT permit.id, permit.usedQuantity, uses.quantity AS takenQuantity
      FROM territoryGrant permit LEFT JOIN (
        SELECT grantId, SUM(quantity) AS quantity FROM territoryPermitUse GROUP BY grantId
      ) uses ON uses.grantId = permit.id
      WHERE permit.usedQuantity <> COALESCE(uses.quantity, 0) LIMIT 5`,
  },
  {
    name: 'no permit let through more than its cap',
    table: 'territoryGrant',
    mismatches: `
      SELECT id, quantityCap, usedQuantity FROM territoryGrant
      WHERE usedQuantity < 0 OR usedQuantity > quantityCap LIMIT 5`,
  },
];
