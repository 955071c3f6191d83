import type { BookCheck } from '../platform';

/** The books of partners: one usual address, sellers that sell, one running transfer, members with their chain. */
export const partnerBooks: readonly BookCheck[] = [
  {
    name: 'a party with addresses has one default address',
    table: 'address',
    mismatches: `
      SELECT partyId, SUM(isDefault) AS defaults FROM address GROUP BY partyId HAVING SUM(isDefault) <> 1 LIMIT 5`,
  },
  {
    name: 'a supply is given by HQ or a distributor, and never to itself',
    table: 'supply',
    mismatches: `
      SELECT supply.buyerId, supply.sellerId, seller.kind
      FROM supply LEFT JOIN party seller ON seller.id = supply.sellerId
      WHERE seller.id IS NULL OR seller.kind NOT IN ('hq', 'distributor') OR supply.buyerId = supply.sellerId
      LIMIT 5`,
  },
  {
    name: 'a transfer is open while it runs and closed when it has ended',
    table: 'supplyTransfer',
    mismatches: `
      SELECT id, state, slot FROM supplyTransfer
      WHERE (state IN ('proposed', 'agreed')) <> (slot = 'open') OR (slot = 'open') <> (closedAt IS NULL) LIMIT 5`,
  },
  {
    name: 'a member store is served by a delivery centre of its own chain',
    table: 'party',
    mismatches: `
      SELECT store.id, store.chainId, store.deliveryCentreId
      FROM party store LEFT JOIN address centre ON centre.id = store.deliveryCentreId
      WHERE store.deliveryCentreId IS NOT NULL AND (
        centre.id IS NULL OR centre.isDeliveryCentre = 0 OR store.chainId IS NULL OR centre.partyId <> store.chainId
      ) LIMIT 5`,
  },
];
