import { groupBy, keyBy, type Known, readStanding, standing, type Tx } from '../platform';
import type { Address, Party, Supply } from './model';
import { partnerStore } from './store';

const parties = standing<Party>({
  name: 'parties',
  tables: ['party'],
  limit: 200_000,
  load: async (tx, ids) => keyBy(await partnerStore(tx).parties(ids), ({ id }) => id),
});

const supplies = standing<readonly Supply[]>({
  name: 'supplies',
  tables: ['supply'],
  limit: 200_000,
  load: async (tx, buyerIds) => groupBy(await partnerStore(tx).supplies(buyerIds), ({ buyerId }) => buyerId),
});

const addresses = standing<Address>({
  name: 'addresses',
  tables: ['address'],
  limit: 200_000,
  load: async (tx, ids) => keyBy(await partnerStore(tx).addresses(ids, []), ({ id }) => id),
});

const usualAddresses = standing<readonly Address[]>({
  name: 'usual addresses',
  tables: ['address', 'party'],
  limit: 200_000,
  async load(tx, partyIds) {
    const store = partnerStore(tx);
    const centreIds = new Map(
      (await store.parties(partyIds)).map((party) => [party.id, party.deliveryCentreId]),
    );
    const found = await store.addresses([], partyIds);
    const own = groupBy(found, ({ partyId }) => partyId);
    const byId = keyBy(found, ({ id }) => id);
    return new Map(
      partyIds.map((id) => {
        const centre = byId.get(centreIds.get(id) ?? '');
        const others = (own.get(id) ?? []).filter((address) => address !== centre);
        return [id, centre ? [centre, ...others] : others];
      }),
    );
  },
});

/** Parties by id, as they stand. */
export const readParties = (tx: Tx, ids: readonly string[]): Promise<Known<Party>> =>
  readStanding(tx, parties, ids);

/** Who supplies each of these buyers, by buyer, longest-standing first; stopped supplies are among them. */
export const readSupplies = (tx: Tx, buyerIds: readonly string[]): Promise<Known<readonly Supply[]>> =>
  readStanding(tx, supplies, buyerIds);

/** Addresses by id, whosever they are. */
export const readAddresses = (tx: Tx, ids: readonly string[]): Promise<Known<Address>> =>
  readStanding(tx, addresses, ids);

/** By party, the addresses its goods may go to when it names none. */
export const readUsualAddresses = (tx: Tx, partyIds: readonly string[]): Promise<Known<readonly Address[]>> =>
  readStanding(tx, usualAddresses, partyIds);
