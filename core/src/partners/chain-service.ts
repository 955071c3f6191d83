import { type Caller, pageOf, type Platform, readCursor, Refused } from '../platform';
import { addressStore } from './address-store';
import { deskOf } from './desk-service';
import { partyStore } from './party-store';
import { partnerStore } from './store';

export interface JoinChainInput {
  readonly commandId: string;
  readonly storeId: string;
  /** Null leaves the chain. */
  readonly chainId: string | null;
  /** The centre that serves the store; null: goods come to its door. */
  readonly deliveryCentreId: string | null;
}

/** The desk of chains: their member stores and the centres that serve them. */
export function chainDesk(platform: Platform) {
  const desk = deskOf(platform);
  return {
    /** @throws partners.unknown, partners.chainUnfit */
    async joinChain(caller: Caller, input: JoinChainInput): Promise<void> {
      const { storeId, chainId, deliveryCentreId } = input;
      await desk.once(caller, 'joinChain', input, async (tx) => {
        const ids = chainId === null ? [storeId] : [storeId, chainId];
        const parties = await partnerStore(tx).partiesLocked(ids);
        const store = parties.find(({ id }) => id === storeId);
        const chain = parties.find(({ id }) => id === chainId);
        if (!store || (chainId !== null && !chain)) throw new Refused('partners.unknown');
        const isFit = store.kind === 'store' && (chain === undefined || chain.kind === 'chain');
        const centres = chainId === null ? [] : await addressStore(tx).addressesOf(chainId);
        const isServed =
          deliveryCentreId === null ||
          centres.some(({ id, isDeliveryCentre }) => id === deliveryCentreId && isDeliveryCentre);
        if (!isFit || !isServed) throw new Refused('partners.chainUnfit');
        await partyStore(tx).joinChain(storeId, chainId, deliveryCentreId);
        await desk.record(tx, caller, {
          partyId: storeId,
          kind: 'chain',
          before: { chainId: store.chainId, deliveryCentreId: store.deliveryCentreId },
          after: { chainId, deliveryCentreId },
        });
        return {};
      });
    },

    /** Where goods of a chain's stores may go together; none for what is no chain. */
    deliveryCentres: (chainId: string) =>
      desk.database.read(async (tx) =>
        (await addressStore(tx).addressesOf(chainId)).filter(({ isDeliveryCentre }) => isDeliveryCentre),
      ),

    /** The member stores of the caller's chain, or of any chain for HQ; a stranger's list is empty. */
    members: (
      caller: Caller,
      filter: { chainId?: string | undefined; cursor?: string | undefined; limit: number },
    ) =>
      desk.database.read(async (tx) => {
        const chainId = caller.partyKind === 'hq' ? (filter.chainId ?? '') : caller.partyId;
        const after = filter.cursor ? readCursor(filter.cursor, 'string', 'string') : null;
        const found = await partyStore(tx).membersOf(chainId, after, filter.limit + 1);
        return pageOf(found, filter.limit, ({ name, id }) => [name, id]);
      }),
  };
}
