import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Party } from './model';
import { addressTable, partyTable, supplyTable } from './tables';

/** Parties as a file names them: with their code, who supplies all their lines, and their first address. */
export async function describeParties(tx: Tx, parties: readonly Party[]) {
  const sql = sqlOf(tx);
  const ids = parties.map(({ id }) => id);
  const supplies = await sql.select(
    supplyTable,
    `WHERE buyerId IN (?) AND productLine = '*' ORDER BY buyerId, since, sellerId`,
    [ids],
  );
  const sellers = await sql.select(partyTable, 'WHERE id IN (?)', [supplies.map(({ sellerId }) => sellerId)]);
  const addresses = await sql.select(addressTable, 'WHERE partyId IN (?) AND isDefault = 1 ORDER BY id', [
    ids,
  ]);
  const codeOf = new Map(sellers.map(({ id, code }) => [id, code]));
  return parties.map((party) => ({
    party,
    sellerCode: codeOf.get(supplies.find(({ buyerId }) => buyerId === party.id)?.sellerId ?? '') ?? '',
    address: addresses.find(({ partyId }) => partyId === party.id) ?? null,
  }));
}

export type DescribedParty = Awaited<ReturnType<typeof describeParties>>[number];

/** Everybody but HQ, in code order after one, for an export. */
export const partyPage = (tx: Tx, after: string | null, limit: number) =>
  sqlOf(tx).select(partyTable, `WHERE code > ? AND kind <> 'hq' ORDER BY code LIMIT ?`, [after ?? '', limit]);

/** Parties with these codes. */
export const partiesOfCodes = (tx: Tx, codes: readonly string[]) =>
  sqlOf(tx).select(partyTable, 'WHERE code IN (?)', [codes]);

/** Those of these buyers whom a seller supplies with anything, by code. */
export const buyersOf = (tx: Tx, sellerId: string, codes: readonly string[]) =>
  sqlOf(tx).select(
    partyTable,
    'WHERE code IN (?) AND id IN (SELECT buyerId FROM supply WHERE sellerId = ?)',
    [codes, sellerId],
  );
