import { groupBy, type Instant, keyBy, type NewId, type Tx } from '../platform';
import {
  compareImport,
  type ImportOutcome,
  type ImportRefusal,
  type ImportRow,
  type ImportVerdict,
} from './compare-import';
import { addressStore } from './address-store';
import type { Address, Party } from './model';
import { partyStore } from './party-store';
import { plainAddress } from './plain';
import { partnerStore } from './store';

export type { ImportRow } from './compare-import';

/** What became of one row, in the order they came. */
export interface ImportAnswer {
  readonly code: string;
  readonly partyId: string | null;
  readonly outcome: ImportOutcome;
  readonly refusal: ImportRefusal | null;
}

/**
 * Puts partners in by code, as a set: a row adds its party, changes it, or finds it the same; a row that
 * makes no sense is refused and leaves its neighbours alone. A seller may be a row further up. An address
 * is given to parties that have none.
 */
export async function upsertParties(
  tx: Tx,
  newId: NewId,
  rows: readonly ImportRow[],
  at: Instant,
): Promise<readonly ImportAnswer[]> {
  const store = partyStore(tx);
  const codes = [...new Set(rows.flatMap(({ code, sellerCode }) => [code, sellerCode]))];
  const found = await store.partiesByCode(codes);
  const parties = new Map<string, Party>(keyBy(found, ({ code }) => code));
  const known = new Map(parties);
  const supplies = await store.supplies(found.map(({ id }) => id));
  const supplied = groupBy(supplies, ({ buyerId }) => buyerId);
  const seen = new Set<string>();

  const judged = rows.map((row): { row: ImportRow; verdict: ImportVerdict } => {
    const lineKey = `${row.code} ${row.productLine ?? ''}`;
    if (seen.has(lineKey)) return { row, verdict: { ...refusedTwice } };
    seen.add(lineKey);
    const party = parties.get(row.code);
    const own = party ? (supplied.get(party.id) ?? []) : [];
    const verdict = compareImport(row, party, parties.get(row.sellerCode), own, { id: newId(), at });
    if (verdict.party) parties.set(row.code, verdict.party);
    if (verdict.supply) supplied.set(verdict.supply.buyerId, [...own, verdict.supply]);
    return { row, verdict };
  });

  // A party named by several rows, one a product line, is written as the last of them leaves it.
  const written = keyBy(
    judged.flatMap(({ verdict }) => (verdict.party && verdict.outcome !== 'same' ? [verdict.party] : [])),
    ({ code }) => code,
  );
  const all = [...written.values()];
  await store.replaceParties(all.filter(({ code }) => known.has(code)));
  await store.addNewParties(all.filter(({ code }) => !known.has(code)));
  await store.addNewSupplies(judged.flatMap(({ verdict }) => verdict.supply ?? []));
  await giveAddresses(tx, newId, judged);
  return judged.map(({ row, verdict: { outcome, refusal, party } }) => ({
    code: row.code,
    partyId: party?.id ?? null,
    outcome,
    refusal,
  }));
}

const refusedTwice: ImportVerdict = { outcome: 'refused', refusal: 'codeTwice', party: null, supply: null };

async function giveAddresses(
  tx: Tx,
  newId: NewId,
  judged: readonly { readonly row: ImportRow; readonly verdict: ImportVerdict }[],
) {
  const wanted = keyBy(
    judged.flatMap(({ row: { address }, verdict: { party } }) =>
      address && party ? [{ party, address }] : [],
    ),
    ({ party }) => party.id,
  );
  const served = await addressStore(tx).partiesWithAddress([...wanted.keys()]);
  const given = [...wanted.values()]
    .filter(({ party }) => !served.has(party.id))
    .map(({ party, address }): Address => ({
      ...plainAddress,
      ...address,
      id: newId(),
      partyId: party.id,
      isDefault: true,
      isDeliveryCentre: party.kind === 'chain',
    }));
  await partnerStore(tx).addAddresses(given);
}
