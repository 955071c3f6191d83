import { type Caller, pageOf, type Platform, readCursor, Refused, type Tx, commandsOver } from '../platform';
import { loadSupplies } from '../partners';
import type { SellerShareTerms, ShareTerms } from './share-terms';
import { shareTermsStore } from './share-terms-store';
import { everyOne } from './shortage-policy';

/** How sellers share what is short: for a batch, then asked with `shareTermsFor`. A seller that has none is absent. */
export const loadShareTerms = (tx: Tx, sellerIds: readonly string[]): Promise<readonly SellerShareTerms[]> =>
  shareTermsStore(tx).of([...new Set(sellerIds)]);

type Place = Pick<ShareTerms, 'buyerId' | 'channel'>;

/** The desk where a seller says whom it serves first when goods are short. */
export function shareTermsService({ database }: Platform) {
  const once = commandsOver(database);

  return {
    /** The caller's own, by customer and channel. */
    shareTerms: (caller: Caller, query: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const after = query.cursor ? readCursor(query.cursor, 'string', 'string') : null;
        const found = await shareTermsStore(tx).page(caller.partyId, after, query.limit + 1);
        return pageOf(found, query.limit, ({ buyerId, channel }) => [buyerId, channel]);
      }),

    /** Sets or replaces some. From the first on, what comes in short is shared by them. @throws pool.partyUnknown, command.idReused */
    setShareTerms: (caller: Caller, input: ShareTerms & { readonly commandId: string }) =>
      once(caller, 'pool.setShareTerms', input.commandId, input, async (tx): Promise<SellerShareTerms> => {
        const { buyerId, channel, segment, weight } = input;
        if (buyerId !== everyOne) {
          const supplies = await loadSupplies(tx, [buyerId]);
          if (!supplies.some(({ sellerId }) => sellerId === caller.partyId)) {
            throw new Refused('pool.partyUnknown');
          }
        }
        const { partyId: sellerId, userId: changedBy, at: changedAt } = caller;
        const terms = { sellerId, buyerId, channel, segment, weight, changedBy, changedAt };
        await shareTermsStore(tx).replace(terms);
        return terms;
      }),

    /** Takes some back; the next wider ones hold then. @throws pool.termsUnknown, command.idReused */
    removeShareTerms: (caller: Caller, input: Place & { readonly commandId: string }) =>
      once(caller, 'pool.removeShareTerms', input.commandId, input, async (tx) => {
        const removed = await shareTermsStore(tx).remove(caller.partyId, input.buyerId, input.channel);
        if (removed !== 1) throw new Refused('pool.termsUnknown');
        return {};
      }),
  };
}
