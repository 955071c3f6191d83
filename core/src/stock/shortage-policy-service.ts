import { answerOnce, type Caller, pageOf, type Platform, readCursor, Refused, type Tx } from '../platform';
import { loadSkus } from '../catalog';
import { loadSupplies } from '../partners';
import { everyOne, type ShortagePolicy, type ShortageTerms } from './shortage-policy';
import { shortagePolicyStore } from './shortage-policy-store';

export interface PolicyPlace {
  readonly buyerId: string;
  readonly skuId: string;
}

/** The desk of a seller's shortage policies. */
export function shortagePolicyService({ database }: Platform) {
  /** A buyer of the caller's and goods there are, or all of them. @throws pool.partyUnknown, catalog.skuUnknown */
  const assertPlace = async (tx: Tx, caller: Caller, { buyerId, skuId }: PolicyPlace) => {
    if (buyerId !== everyOne) {
      const supplies = await loadSupplies(tx, [buyerId]);
      if (!supplies.some(({ sellerId }) => sellerId === caller.partyId)) {
        throw new Refused('pool.partyUnknown');
      }
    }
    if (skuId !== everyOne && !(await loadSkus(tx, [skuId])).has(skuId)) {
      throw new Refused('catalog.skuUnknown');
    }
  };

  return {
    /** The caller's own policies, by buyer and SKU. */
    shortagePolicies: (caller: Caller, query: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const after = query.cursor ? readCursor(query.cursor, 'string', 'string') : null;
        const found = await shortagePolicyStore(tx).page(caller.partyId, after, query.limit + 1);
        return pageOf(found, query.limit, ({ buyerId, skuId }) => [buyerId, skuId]);
      }),

    /** Sets or replaces one. @throws pool.partyUnknown, catalog.skuUnknown, command.idReused */
    setShortagePolicy: (
      caller: Caller,
      input: PolicyPlace & ShortageTerms & { readonly commandId: string },
    ): Promise<ShortagePolicy> =>
      database.transaction((tx) => {
        const { commandId, ...terms } = input;
        const { partyId, at } = caller;
        return answerOnce(tx, { commandId, partyId, kind: 'pool.setShortagePolicy', input, at }, async () => {
          await assertPlace(tx, caller, terms);
          const policy = { sellerId: partyId, ...terms, changedBy: caller.userId, changedAt: at };
          await shortagePolicyStore(tx).replace(policy);
          return policy;
        });
      }),

    /** Takes one back; the next wider one holds then. @throws pool.policyUnknown, command.idReused */
    removeShortagePolicy: (caller: Caller, input: PolicyPlace & { readonly commandId: string }) =>
      database.transaction((tx) => {
        const { commandId, buyerId, skuId } = input;
        const { partyId, at } = caller;
        return answerOnce(
          tx,
          { commandId, partyId, kind: 'pool.removeShortagePolicy', input, at },
          async () => {
            const removed = await shortagePolicyStore(tx).remove(partyId, buyerId, skuId);
            if (removed !== 1) throw new Refused('pool.policyUnknown');
            return {};
          },
        );
      }),
  };
}
