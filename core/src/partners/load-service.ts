import { keyBy, Refused, type Tx } from '../platform';
import { entityIdOf } from './entity-id-of';
import type { Address, Party, Supply, User } from './model';
import { partnerStore } from './store';
import type { VerifiedPhone } from './verified-phone';
import { verifiedPhoneStore } from './verified-phone-store';

/** The parties with these ids, by id. */
export async function loadParties(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  return keyBy(await partnerStore(tx).parties(ids), (party) => party.id);
}

/** Who sells under a code; without one, HQ. @throws partners.sellerUnknown */
export async function loadSeller(tx: Tx, code: string | undefined): Promise<Party> {
  const store = partnerStore(tx);
  const seller = code === undefined ? (await store.headquarters())[0] : await store.partyByCode(code);
  const sells = seller?.kind === 'hq' || seller?.kind === 'distributor';
  if (!seller || !sells || seller.status !== 'active') throw new Refused('partners.sellerUnknown');
  return seller;
}

/** The parties of legal entities, each with its entity: those under one licence are one, a party without is its own. */
export async function loadEntityMembers(
  tx: Tx,
  entityIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const members = await partnerStore(tx).partiesOfLicences([...entityIds]);
  return new Map(members.map((member) => [member.id, entityIdOf(member)]));
}

/** Ids of parties with these words in their name, at most `limit`; with `amongId` that party or none. */
export async function findParties(
  tx: Tx,
  search: { readonly words: string; readonly amongId: string | null; readonly limit: number },
): Promise<readonly string[]> {
  return partnerStore(tx).idsByName(search.words, search.amongId, search.limit);
}

/** Addresses by id: the ones named, and of the parties the default ones and the delivery centres. */
export async function loadAddresses(
  tx: Tx,
  ids: readonly string[],
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, Address>> {
  return keyBy(await partnerStore(tx).addresses(ids, partyIds), (address) => address.id);
}

/**
 * Who supplies these buyers with which product line, longest-standing first; stopped supplies are among
 * them, because nobody else steps in for one.
 */
export async function loadSupplies(tx: Tx, buyerIds: readonly string[]): Promise<readonly Supply[]> {
  return partnerStore(tx).supplies(buyerIds);
}

/** The people of a party, the one who was there first first. */
export const loadUsersOf = (tx: Tx, partyId: string): Promise<readonly User[]> =>
  partnerStore(tx).usersOf(partyId);

/** Users by the name they log in with. */
export async function loadUsersByLoginName(
  tx: Tx,
  names: readonly string[],
): Promise<ReadonlyMap<string, User>> {
  if (names.length === 0) return new Map();
  return keyBy(await partnerStore(tx).usersByLoginName(names), ({ loginName }) => loginName);
}

export interface NewPartners {
  readonly parties?: readonly Party[];
  readonly users?: readonly User[];
  readonly addresses?: readonly Address[];
  readonly supplies?: readonly Supply[];
  readonly phones?: readonly VerifiedPhone[];
}

/** Adds partners that are not there yet; what is there already stays as it is. */
export async function addPartners(tx: Tx, added: NewPartners): Promise<void> {
  const store = partnerStore(tx);
  await store.addParties(added.parties ?? []);
  await store.addUsers(added.users ?? []);
  await store.addAddresses(added.addresses ?? []);
  await store.addSupplies(added.supplies ?? []);
  await verifiedPhoneStore(tx).addMissing(added.phones ?? []);
}
