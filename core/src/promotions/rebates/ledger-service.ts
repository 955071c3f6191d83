import { type Fen, groupBy, type Instant, keyBy, Refused, type Tx } from '../../platform';
import { afterPosting, freeFenOf, ofOrder, type Posting, type RebateBook } from './book';
import { decideCapture, decideHold, decideRelease, decideRestore, type Occasion } from './decide-posting';
import type { RebateAccount } from './model';
import { type AccountPair, rebateStore } from './store';

/** A part of a rebate balance, for an order. */
export interface RebatePart {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly orderId: string;
  readonly amountFen: Fen;
  readonly actorId: string;
  readonly at: Instant;
}

export const accountKey = (sellerId: string, buyerId: string): string => `${sellerId} ${buyerId}`;

/** Books of accounts that are locked: each posting is decided by what the earlier ones left, and all are written at once. */
export class OpenBooks {
  private readonly postings: Posting[] = [];
  private readonly books: Map<string, RebateBook>;

  constructor(
    private readonly tx: Tx,
    books: readonly RebateBook[],
  ) {
    this.books = keyBy(books, ({ account }) => accountKey(account.sellerId, account.buyerId));
  }

  get(sellerId: string, buyerId: string): RebateBook | undefined {
    return this.books.get(accountKey(sellerId, buyerId));
  }

  /** Of an account that was opened before. */
  known(sellerId: string, buyerId: string): RebateBook {
    const book = this.get(sellerId, buyerId);
    if (!book) throw new Error('a rebate account is missing that was opened in this transaction');
    return book;
  }

  add(book: RebateBook, posting: Posting): void {
    const { sellerId, buyerId } = book.account;
    this.postings.push(posting);
    this.books.set(accountKey(sellerId, buyerId), afterPosting(book, posting));
  }

  write(): Promise<void> {
    return rebateStore(this.tx).post(
      this.postings.flatMap(({ entries }) => entries),
      this.postings.flatMap(({ newLots }) => newLots),
    );
  }
}

/** Locks accounts by id, and reads what is left of them and what orders hold. */
export async function openBooks(
  tx: Tx,
  pairs: readonly AccountPair[],
  orderIds: readonly string[] = [],
): Promise<OpenBooks> {
  const accounts = await rebateStore(tx).accounts(pairs, true);
  return new OpenBooks(tx, await booksOf(tx, accounts, orderIds));
}

/** The books of accounts that were read, with what orders hold of them. */
export async function booksOf(
  tx: Tx,
  accounts: readonly RebateAccount[],
  orderIds: readonly string[],
): Promise<readonly RebateBook[]> {
  if (accounts.length === 0) return [];
  const store = rebateStore(tx);
  const lots = keyBy(await store.lots(accounts.map(({ id }) => id)), ({ id }) => id);
  const holds = orderIds.length === 0 ? [] : await store.holds(orderIds);
  // What an order has spent may come back to a lot that is empty by now.
  const empty = [...new Set(holds.map(({ lotId }) => lotId).filter((lotId) => !lots.has(lotId)))];
  for (const lot of empty.length === 0 ? [] : await store.lotsById(empty)) lots.set(lot.id, lot);
  const lotsOf = groupBy(lots.values(), ({ accountId }) => accountId);
  const holdsOf = groupBy(holds, ({ accountId }) => accountId);
  return accounts.map((account) => ({
    account,
    lots: lotsOf.get(account.id) ?? [],
    holds: holdsOf.get(account.id) ?? [],
  }));
}

type Decide = (book: RebateBook, amountFen: Fen, occasion: Occasion) => Posting | null;

/** @throws rebates.frozen, rebates.short */
async function moveRebates(tx: Tx, newId: () => string, parts: readonly RebatePart[], decide: Decide) {
  const wanted = parts.filter(({ amountFen }) => amountFen > 0);
  if (wanted.length === 0) return;
  const books = await openBooks(
    tx,
    wanted.map(({ sellerId, buyerId }): AccountPair => [sellerId, buyerId]),
    [...new Set(wanted.map(({ orderId }) => orderId))],
  );
  for (const { sellerId, buyerId, orderId, amountFen, actorId, at } of wanted) {
    const book = books.get(sellerId, buyerId);
    const posting = book && decide(book, amountFen, { newId, documentId: orderId, reason: '', actorId, at });
    if (!posting) {
      throw new Refused(book && book.account.frozenAt !== null ? 'rebates.frozen' : 'rebates.short');
    }
    books.add(book, posting);
  }
  await books.write();
}

/** Promises rebate to orders, what expires first at first. @throws rebates.frozen, rebates.short */
export const holdRebate = (tx: Tx, newId: () => string, parts: readonly RebatePart[]): Promise<void> =>
  moveRebates(tx, newId, parts, decideHold);

/** Gives back what orders held. @throws rebates.short when they hold less */
export const releaseRebate = (tx: Tx, newId: () => string, parts: readonly RebatePart[]): Promise<void> =>
  moveRebates(tx, newId, parts, decideRelease);

/** Spends what orders held. @throws rebates.short when they hold less */
export const captureRebate = (tx: Tx, newId: () => string, parts: readonly RebatePart[]): Promise<void> =>
  moveRebates(tx, newId, parts, decideCapture);

/** Gives back what orders have spent, for goods that came back. @throws rebates.short when they have spent less */
export const restoreRebate = (tx: Tx, newId: () => string, parts: readonly RebatePart[]): Promise<void> =>
  moveRebates(tx, newId, parts, decideRestore);

/** Lets go what orders hold beyond what they still stand for: promised or under way. */
export async function fitRebate(
  tx: Tx,
  newId: () => string,
  parts: readonly (Omit<RebatePart, 'amountFen'> & { readonly standsForFen: Fen })[],
): Promise<void> {
  const held = await rebateOfOrders(
    tx,
    parts.map(({ orderId }) => orderId),
  );
  const surplus = parts.map(({ standsForFen, ...part }): RebatePart => {
    const amountFen = (held.get(part.orderId)?.heldFen ?? 0) - Math.max(0, standsForFen);
    return { ...part, amountFen: Math.max(0, amountFen) };
  });
  await releaseRebate(tx, newId, surplus);
}

/** What orders hold of rebates, and what they have spent that did not come back. An order without any has no entry. */
export async function rebateOfOrders(
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly heldFen: Fen; readonly spentFen: Fen }>> {
  if (orderIds.length === 0) return new Map();
  const holds = groupBy(await rebateStore(tx).holds(orderIds), ({ orderId }) => orderId);
  return new Map([...holds].map(([orderId, own]) => [orderId, ofOrder({ holds: own }, orderId)]));
}

/**
 * What buyers have free with sellers now; pairs without an account have nothing. Locked where orders will hold it,
 * the accounts by id.
 */
export async function loadRebates(
  tx: Tx,
  { pairs, at, locked }: { pairs: readonly AccountPair[]; at: Instant; locked: boolean },
): Promise<(sellerId: string, buyerId: string) => Fen> {
  const accounts = pairs.length === 0 ? [] : await rebateStore(tx).accounts(pairs, locked);
  const books = await booksOf(tx, accounts, []);
  const free = new Map(
    books.map((book) => [accountKey(book.account.sellerId, book.account.buyerId), freeFenOf(book, at)]),
  );
  return (sellerId, buyerId) => free.get(accountKey(sellerId, buyerId)) ?? 0;
}

/** What a buyer has free with a seller now. */
export async function rebateFree(tx: Tx, sellerId: string, buyerId: string, at: Instant): Promise<Fen> {
  const freeOf = await loadRebates(tx, { pairs: [[sellerId, buyerId]], at, locked: false });
  return freeOf(sellerId, buyerId);
}
