import { type Caller, dayOf, type Fen, pageOf, type Platform, readCursor } from '../platform';
import { accountFor, describeAccounts } from './accounts-service';
import { assessCredit } from './assess-credit';
import { depositsService } from './deposits-service';
import type { CustomersWanted, PageWanted, PairWanted } from './desk';
import { ladderService } from './ladder-service';
import { limitsService } from './limits-service';
import { loadCredit } from './load-credit-service';
import { receiptsService } from './receipts-service';
import { statementsService } from './statements-service';
import { creditStore } from './store';

/** The desks of credit, and what both sides may look up. */
export function creditService(platform: Platform) {
  const { database } = platform;
  return {
    ...limitsService(platform),
    ...receiptsService(platform),
    ...ladderService(platform),
    ...statementsService(platform),
    ...depositsService(platform),

    /** The caller's credit with each of its suppliers. */
    mine: (caller: Caller) =>
      database.read(async (tx) =>
        describeAccounts(tx, await creditStore(tx).accountsOfBuyer(caller.partyId), dayOf(caller.at)),
      ),

    /** The credit the caller gives. */
    given: (caller: Caller, page: CustomersWanted) =>
      database.read(async (tx) => {
        const after = page.cursor ? readCursor(page.cursor, 'string')[0] : '';
        const found = await creditStore(tx).accountsOfSeller(
          caller.partyId,
          page.partyId,
          after,
          page.limit + 1,
        );
        const { items, nextCursor } = pageOf(found, page.limit, ({ id }) => [id]);
        return { items: await describeAccounts(tx, items, dayOf(caller.at)), nextCursor };
      }),

    /** What an order of this amount would meet, for either side. @throws credit.accountUnknown */
    assess: (caller: Caller, query: PairWanted & { readonly amountFen: Fen }) =>
      database.read(async (tx) => {
        await accountFor(tx, caller, query);
        const { buyerId, sellerId, amountFen } = query;
        const on = dayOf(caller.at);
        const facts = await loadCredit(tx, { buyerIds: [buyerId], sellerIds: [sellerId], on, locked: false });
        return assessCredit(facts, { buyerId, sellerId, amountFen, on });
      }),

    /** Open bills, oldest due first. */
    bills: (
      caller: Caller,
      filter: PageWanted & {
        readonly side: 'buyer' | 'seller';
        readonly partyId?: string | undefined;
      },
    ) =>
      database.read(async (tx) => {
        const other = filter.partyId ?? null;
        const found = await creditStore(tx).openBills({
          sellerId: filter.side === 'seller' ? caller.partyId : other,
          buyerId: filter.side === 'buyer' ? caller.partyId : other,
          after: filter.cursor ? readCursor(filter.cursor, 'string', 'string') : null,
          limit: filter.limit + 1,
        });
        return pageOf(found, filter.limit, ({ dueOn, id }) => [dueOn, id]);
      }),

    /** The ledger of one account, newest first, for either of its sides. @throws credit.accountUnknown */
    entries: (caller: Caller, query: PageWanted & PairWanted) =>
      database.read(async (tx) => {
        const account = await accountFor(tx, caller, query);
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await creditStore(tx).entries(account.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),
  };
}
