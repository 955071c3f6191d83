import { type Caller, pageOf, type Platform, readCursor, Refused } from '../platform';
import { loadParties, loadSeller } from './load-service';
import type { Me } from './begin-session-service';
import type { Party } from './model';
import { partnerStore } from './store';

/** The desk where partners look at each other. */
export function browseDesk({ database }: Platform) {
  return {
    suppliers: (caller: Caller) => database.read((tx) => partnerStore(tx).suppliersOf(caller.partyId)),

    addresses: (caller: Caller) => database.read((tx) => partnerStore(tx).addressesOf(caller.partyId)),

    /**
     * The supplier a buyer means: the one named, else the first of its own.
     * @throws partners.notSupplied
     */
    supplierFor: (caller: Caller, supplierId: string | undefined) =>
      database.read(async (tx) => {
        const suppliers = await partnerStore(tx).suppliersOf(caller.partyId);
        const chosen = supplierId ? suppliers.find((party) => party.id === supplierId) : suppliers[0];
        if (!chosen) throw new Refused('partners.notSupplied');
        return chosen;
      }),

    /** The caller's own party, a customer of its own, or for HQ anybody. @throws partners.unknown */
    party: (caller: Caller, partyId: string) =>
      database.read(async (tx) => {
        const store = partnerStore(tx);
        const [party] = await store.parties([partyId]);
        const isSeen =
          caller.partyKind === 'hq' ||
          caller.partyId === partyId ||
          (await store.isSuppliedBy(partyId, caller.partyId));
        if (!party || !isSeen) throw new Refused('partners.unknown');
        return party;
      }),

    /** Who sells under this code. @throws partners.sellerUnknown */
    sellerByCode: (code: string) => database.read((tx) => loadSeller(tx, code)),

    parties: (ids: readonly string[]) => database.read((tx) => loadParties(tx, ids)),

    /** HQ finds every party; anyone else the ones it supplies. */
    search: (
      caller: Caller,
      filter: {
        q?: string | undefined;
        kind?: Party['kind'] | undefined;
        cursor?: string | undefined;
        limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const found = await partnerStore(tx).search({
          sellerId: caller.partyKind === 'hq' ? null : caller.partyId,
          q: filter.q ?? '',
          kind: filter.kind ?? null,
          after: filter.cursor ? readCursor(filter.cursor, 'string', 'string') : null,
          limit: filter.limit + 1,
        });
        return pageOf(found, filter.limit, (party) => [party.name, party.id]);
      }),

    /** HQ itself, or null before it has been set up. */
    headquarters: () => database.read(async (tx) => (await partnerStore(tx).headquarters())[0] ?? null),

    /** Whoever logs in by this name, for tools that have the database itself; null for nobody. */
    findUser: (loginName: string): Promise<Me | null> =>
      database.read(async (tx) => {
        const user = await partnerStore(tx).userByLoginName(loginName);
        const [party] = user ? await partnerStore(tx).parties([user.partyId]) : [];
        return user && party ? { user, party } : null;
      }),

    usersOf: (partyId: string) => database.read((tx) => partnerStore(tx).usersOf(partyId)),
  };
}
