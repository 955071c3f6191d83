import { type Day, groupBy, keyBy, type Tx } from '../platform';
import { type CreditFacts, releaseUseKey } from './assess-credit';
import { depositStore } from './deposit-store';
import { forbiddenBy, ladderOn, ladderStep, overdueOf } from './ladder';
import { limitStore } from './limit-store';
import { accountKey } from './model';
import { readCreditBook } from './standing-service';
import { creditStore } from './store';
import { termsOn } from './terms';

export interface CreditWanted {
  readonly buyerIds: readonly string[];
  readonly sellerIds: readonly string[];
  readonly on: Day;
  /** Locks the accounts, in id order, because effects follow. */
  readonly locked: boolean;
}

/**
 * Reads all that is asked about the credit of a batch, one statement per kind. Releases, batches and prepaid
 * balances are read only for the accounts whose standing or terms ask for them.
 */
export async function loadCredit(
  tx: Tx,
  { buyerIds, sellerIds, on, locked }: CreditWanted,
): Promise<CreditFacts> {
  const store = creditStore(tx);
  const limits = limitStore(tx);
  const accounts = await store.accounts(buyerIds, sellerIds, locked);
  const ids = accounts.map(({ id }) => id);
  const byAccount = ({ accountId }: { readonly accountId: string }) => accountId;
  // Receivables are the open bills: who owes nothing has none.
  const owing = accounts.filter(({ receivableFen }) => receivableFen !== 0).map(({ id }) => id);
  const openBills = groupBy(owing.length > 0 ? await store.openBillsOf(owing) : [], byAccount);
  const { terms, temporaryLimits, ladders } = await readCreditBook(tx, ids, sellerIds, on);

  const kindOf = new Map(
    accounts.map(({ id, termDays }) => [id, termsOn(terms.get(id) ?? [], termDays, on).kind]),
  );
  const late = accounts.filter(({ id, sellerId, limitFen }) => {
    const ladder = ladderOn(ladders.get(sellerId) ?? [], on);
    return forbiddenBy(ladderStep(ladder, overdueOf(openBills.get(id) ?? [], on), limitFen, on).step)
      .onAccount;
  });
  const releases =
    late.length > 0
      ? await limits.releases(
          late.map(({ id }) => id),
          on,
        )
      : [];
  const uses = releases.length > 0 ? await limits.releaseUses(releases.map(({ id }) => id)) : [];
  const batchIds = ids.filter((id) => kindOf.get(id) === 'previousBatch');
  const lastBilled = batchIds.length > 0 ? await store.lastBilled(batchIds) : [];
  const prepaidIds = ids.filter((id) => kindOf.get(id) === 'prepaid');
  const prepaid = prepaidIds.length > 0 ? await depositStore(tx).deposits(prepaidIds, 'prepaid', false) : [];
  return {
    accounts: keyBy(accounts, (account) => accountKey(account.buyerId, account.sellerId)),
    openBills,
    temporaryLimits,
    releases: groupBy(releases, byAccount),
    releaseUses: new Map(
      uses.map(({ releaseId, orderId, amountFen }) => [releaseUseKey(releaseId, orderId), amountFen]),
    ),
    terms,
    lastBilledOrderIds: new Map(lastBilled.map(({ accountId, orderId }) => [accountId, orderId])),
    prepaidFen: new Map(prepaid.map(({ accountId, balanceFen }) => [accountId, balanceFen])),
    prepaidHeldFen: new Map(prepaid.map(({ accountId, heldFen }) => [accountId, heldFen])),
    ladders,
  };
}
