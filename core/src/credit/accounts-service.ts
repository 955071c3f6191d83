import { type Day, dayOf, type Fen, keyBy, Refused, type Tx } from '../platform';
import { assessCredit } from './assess-credit';
import type { LadderStep } from './ladder-step';
import { loadCredit } from './load-credit-service';
import {
  accountKey,
  type Buckets,
  type CreditAccount,
  type CreditEntry,
  type EntryKind,
  type OpenedAccount,
} from './model';
import { creditStore } from './store';
import type { Terms } from './terms';

/** A change of one account, with what made it. */
export interface Posting {
  readonly accountId: string;
  readonly kind: EntryKind;
  readonly change: Partial<Buckets>;
  readonly documentKind: CreditEntry['documentKind'];
  readonly documentId: string;
  readonly actorId: string;
  readonly at: number;
}

/** The accounts between these buyers and sellers, by both; locked when amounts are to be held. */
export async function loadAccounts(
  tx: Tx,
  buyerIds: readonly string[],
  sellerIds: readonly string[],
  locked: boolean,
): Promise<ReadonlyMap<string, CreditAccount>> {
  const accounts = await creditStore(tx).accounts(buyerIds, sellerIds, locked);
  return keyBy(accounts, (account) => accountKey(account.buyerId, account.sellerId));
}

/**
 * Writes credit entries and moves their accounts. With `withinLimit` an account that would go over its
 * limit (temporary ones valid on the day of the posting counted in) replays the work; without it (goods
 * already promised, money coming in) the limit is not asked.
 */
export async function postCredit(
  tx: Tx,
  newId: () => string,
  postings: readonly Posting[],
  { withinLimit }: { withinLimit: boolean },
): Promise<void> {
  const entries = postings.map(({ change, ...posting }): CreditEntry => ({
    id: newId(),
    heldFen: 0,
    shippedFen: 0,
    receivableFen: 0,
    unappliedFen: 0,
    ...change,
    ...posting,
  }));
  if (entries.length > 0) await creditStore(tx).post(entries, withinLimit);
}

/** Adds accounts that are not there yet. */
export async function addAccounts(tx: Tx, accounts: readonly OpenedAccount[]): Promise<void> {
  await creditStore(tx).addAccounts(
    accounts.map((account) => ({ ...account, version: 0, ladderStep: 'clear' })),
  );
}

/** The account between two parties. @throws credit.accountUnknown */
export async function accountBetween(
  tx: Tx,
  buyerId: string,
  sellerId: string,
  locked: boolean,
): Promise<CreditAccount> {
  const account = (await loadAccounts(tx, [buyerId], [sellerId], locked)).get(accountKey(buyerId, sellerId));
  if (!account) throw new Refused('credit.accountUnknown');
  return account;
}

/** An account one of these two parties may look at. @throws credit.accountUnknown */
export async function accountFor(
  tx: Tx,
  caller: { readonly partyId: string },
  { sellerId, buyerId }: { readonly sellerId: string; readonly buyerId: string },
): Promise<CreditAccount> {
  if (caller.partyId !== sellerId && caller.partyId !== buyerId) throw new Refused('credit.accountUnknown');
  return accountBetween(tx, buyerId, sellerId, false);
}

/** An account as people read it: what is used, what is left, what is late. */
export interface AccountStatement {
  readonly account: CreditAccount;
  readonly temporaryFen: Fen;
  readonly exposureFen: Fen;
  readonly availableFen: Fen;
  readonly overdueFen: Fen;
  readonly overdueDays: number;
  readonly ladderStep: LadderStep;
  readonly terms: Terms;
}

/** Accounts as of a day. */
export async function describeAccounts(
  tx: Tx,
  accounts: readonly CreditAccount[],
  on: Day,
): Promise<AccountStatement[]> {
  const facts = await loadCredit(tx, {
    buyerIds: [...new Set(accounts.map(({ buyerId }) => buyerId))],
    sellerIds: [...new Set(accounts.map(({ sellerId }) => sellerId))],
    on,
    locked: false,
  });
  return accounts.map(({ buyerId, sellerId, ...account }): AccountStatement => {
    const found = assessCredit(facts, { buyerId, sellerId, amountFen: 0, on });
    return {
      account: found.account ?? { buyerId, sellerId, ...account },
      temporaryFen: found.limit.temporaryFen,
      exposureFen: found.exposure.totalFen,
      availableFen: found.availableFen,
      overdueFen: found.ladder.overdueFen,
      overdueDays: found.ladder.overdueDays,
      ladderStep: found.ladder.step,
      terms: found.terms,
    };
  });
}

/** One account as of the moment. @throws credit.accountUnknown */
export async function describeAccount(tx: Tx, buyerId: string, sellerId: string, at: number) {
  const account = await accountBetween(tx, buyerId, sellerId, false);
  const [found] = await describeAccounts(tx, [account], dayOf(at));
  return found as AccountStatement;
}
