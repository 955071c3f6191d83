import { loadSupplies } from '../../partners';
import {
  addDays,
  type Caller,
  commandsOver,
  type Day,
  dayMs,
  type Fen,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  startOfDay,
  type Tx,
} from '../../platform';
import { openAccounts } from './accounts-service';
import { freeFenOf, type RebateBook } from './book';
import { decideDeduction, decideEarning } from './decide-posting';
import { booksOf, openBooks } from './ledger-service';
import type { RebateAccount, RebateLot, RebateTerms } from './model';
import { readRebateTerms } from './standing-service';
import { composeRebateStatement } from './statement';
import { rebateStore } from './store';
import { byExpiry } from './take-from-lots';
import { rebateExpiresAt } from './terms';

export interface RebatePage {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface RebateQuery extends RebatePage {
  readonly side: 'buyer' | 'seller';
  /** The other side. */
  readonly partyId?: string | undefined;
}

export interface RebateAccountQuery {
  readonly accountId: string;
}

export interface AdjustRebate {
  readonly commandId: string;
  readonly buyerId: string;
  /** Negative takes off. */
  readonly amountFen: Fen;
  readonly reason: string;
}

export interface FreezeRebate extends RebateAccountQuery {
  readonly commandId: string;
  readonly isFrozen: boolean;
  readonly reason: string;
}

export interface PutRebateTerms extends Pick<
  RebateTerms,
  'maxShareBp' | 'countsSpecialPrices' | 'validMonths'
> {
  readonly commandId: string;
  /** 0 for the first. */
  readonly expectedVersion: number;
}

/** A balance as both sides see it. */
export interface RebateBalance {
  readonly account: RebateAccount;
  /** What may be used now. */
  readonly freeFen: Fen;
  /** What is left, what expires first at first. */
  readonly lots: readonly RebateLot[];
  readonly terms: RebateTerms;
}

const termsShown = 20;

/** The desk of rebates: what both sides look up, and what a seller sets right by hand. */
export function rebateDeskService({ database, newId }: Pick<Platform, 'database' | 'newId'>) {
  const once = commandsOver(database);

  const balancesOf = async (tx: Tx, caller: Caller, accounts: readonly RebateAccount[]) => {
    const termsOf = await readRebateTerms(
      tx,
      accounts.map(({ sellerId }) => sellerId),
    );
    return (await booksOf(tx, accounts, [])).map((book): RebateBalance => balanceOf(book, caller, termsOf));
  };
  const balanceOf = (
    book: RebateBook,
    { at }: Caller,
    termsOf: (sellerId: string) => RebateTerms,
  ): RebateBalance => ({
    account: book.account,
    freeFen: freeFenOf(book, at),
    lots: [...book.lots].sort(byExpiry),
    terms: termsOf(book.account.sellerId),
  });

  /** An account of the caller, from either side. @throws rebates.accountUnknown */
  const ownAccount = async (tx: Tx, caller: Caller, accountId: string) => {
    const account = await rebateStore(tx).account(accountId);
    const isOwn = account?.sellerId === caller.partyId || account?.buyerId === caller.partyId;
    if (!account || !isOwn) throw new Refused('rebates.accountUnknown');
    return account;
  };
  const answerWith = async (tx: Tx, caller: Caller, accountId: string) => {
    const account = (await rebateStore(tx).account(accountId)) as RebateAccount;
    return (await balancesOf(tx, caller, [account]))[0] as RebateBalance;
  };

  return {
    /** Balances the caller has with its suppliers, or gives its customers. */
    balances: (caller: Caller, { side, partyId, cursor, limit }: RebateQuery) =>
      database.read(async (tx) => {
        const found = await rebateStore(tx).accountsOf({
          side: side === 'seller' ? 'sellerId' : 'buyerId',
          partyId: caller.partyId,
          otherId: partyId ?? null,
          after: cursor ? readCursor(cursor, 'string')[0] : '',
          limit: limit + 1,
        });
        const page = pageOf(found, limit, ({ id }) => [id]);
        return { items: await balancesOf(tx, caller, page.items), nextCursor: page.nextCursor };
      }),

    /** What the caller owes all its customers together. */
    totals: (caller: Caller) =>
      database.read(async (tx) => {
        const totals = await rebateStore(tx).totalsOfSeller(caller.partyId);
        return totals ?? { accounts: 0, balanceFen: 0, heldFen: 0, owedFen: 0 };
      }),

    /** The ledger of a balance, newest first, for either side. @throws rebates.accountUnknown */
    entries: (caller: Caller, { accountId, cursor, limit }: RebateAccountQuery & RebatePage) =>
      database.read(async (tx) => {
        const account = await ownAccount(tx, caller, accountId);
        const before = cursor ? readCursor(cursor, 'string')[0] : null;
        const found = await rebateStore(tx).entries(account.id, before, limit + 1);
        return pageOf(found, limit, ({ id }) => [id]);
      }),

    /** What a balance was, what came and went, and what it is then. @throws rebates.accountUnknown, rebates.periodWrong */
    statement: (
      caller: Caller,
      {
        accountId,
        startsOn,
        untilOn,
      }: RebateAccountQuery & { readonly startsOn: Day; readonly untilOn: Day },
    ) =>
      database.read(async (tx) => {
        if (untilOn < startsOn) throw new Refused('rebates.periodWrong');
        const account = await ownAccount(tx, caller, accountId);
        const [from, before] = [startOfDay(startsOn), startOfDay(addDays(untilOn, 1))];
        const store = rebateStore(tx);
        const { balanceFen } = await store.balanceBefore(account.id, from);
        const totals = await store.totalsBetween(account.id, from, before);
        return composeRebateStatement({ startsOn, untilOn }, balanceFen, totals);
      }),

    /** How the caller lets rebates be used, and how it did before. */
    terms: (caller: Caller) =>
      database.read(async (tx) => ({
        now: (await readRebateTerms(tx, [caller.partyId]))(caller.partyId),
        versions: await rebateStore(tx).termsHistory(caller.partyId, termsShown),
      })),

    /** Sets how rebates may be used, from the next order and the next earning on. @throws rebates.termsChanged, command.idReused */
    putTerms: (caller: Caller, input: PutRebateTerms) =>
      once(caller, 'rebates.putTerms', input.commandId, input, async (tx) => {
        const store = rebateStore(tx);
        const [newest] = await store.termsHistory(caller.partyId, 1);
        if ((newest?.version ?? 0) !== input.expectedVersion) throw new Refused('rebates.termsChanged');
        const terms: RebateTerms = {
          sellerId: caller.partyId,
          version: input.expectedVersion + 1,
          maxShareBp: input.maxShareBp,
          countsSpecialPrices: input.countsSpecialPrices,
          validMonths: input.validMonths,
          changedBy: caller.userName,
          changedAt: caller.at,
        };
        if (!(await store.addTerms(terms))) throw new Refused('rebates.termsChanged');
        return terms;
      }),

    /**
     * Adds to a customer's balance by hand, or takes off what is free of it.
     * @throws rebates.buyerUnknown, rebates.short, command.idReused
     */
    adjust: (caller: Caller, input: AdjustRebate) =>
      once(caller, 'rebates.adjust', input.commandId, input, async (tx) => {
        const { buyerId, amountFen, reason } = input;
        const { partyId: sellerId, userId: actorId, at } = caller;
        const supplies = await loadSupplies(tx, [buyerId]);
        if (!supplies.some((supply) => supply.sellerId === sellerId)) {
          throw new Refused('rebates.buyerUnknown');
        }
        const pair = [sellerId, buyerId] as const;
        await openAccounts(tx, newId, [pair], at);
        const books = await openBooks(tx, [pair]);
        const book = books.known(sellerId, buyerId);
        const terms = (await readRebateTerms(tx, [sellerId]))(sellerId);
        const occasion = { newId, documentId: '', reason, actorId, at };
        const posting =
          amountFen < 0
            ? decideDeduction(book, -amountFen, occasion)
            : decideEarning(
                book,
                { amountFen, expiresAt: rebateExpiresAt(at, terms), action: 'adjust' },
                occasion,
              );
        if (!posting) throw new Refused('rebates.short');
        books.add(book, posting);
        await books.write();
        return answerWith(tx, caller, book.account.id);
      }),

    /**
     * Freezes a customer's balance for a dispute, or ends that; what was left lasts as many days longer.
     * @throws rebates.accountUnknown, command.idReused
     */
    freeze: (caller: Caller, input: FreezeRebate) =>
      once(caller, 'rebates.freeze', input.commandId, input, async (tx) => {
        const store = rebateStore(tx);
        const [account] = await store.accountsLocked([input.accountId]);
        if (account?.sellerId !== caller.partyId) throw new Refused('rebates.accountUnknown');
        if (input.isFrozen && account.frozenAt === null) {
          await store.freeze(account, caller.at, input.reason);
        } else if (!input.isFrozen && account.frozenAt !== null) {
          const frozenDays = Math.ceil((caller.at - account.frozenAt) / dayMs);
          await store.thaw(account, frozenDays * dayMs);
        }
        return answerWith(tx, caller, account.id);
      }),
  };
}
