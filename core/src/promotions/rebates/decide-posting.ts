import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';
import { afterPosting, freeFenOf, nothingPosted, type Posting, type RebateBook } from './book';
import type { RebateEntry, RebateLot } from './model';
import { byExpiry, freeOfLots, type LotPick, takeInTurn } from './take-from-lots';
import { restoredUntil } from './terms';

/** Who does something to a balance, when and why. */
export interface Occasion {
  readonly newId: () => string;
  readonly documentId: string;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}

type Amounts = Pick<RebateEntry, 'action'> &
  Partial<Pick<RebateEntry, 'lotId' | 'restoresLotId' | 'balanceFen' | 'heldFen' | 'owedFen'>>;

const entryOf = (
  { account }: RebateBook,
  { newId, ...occasion }: Occasion,
  amounts: Amounts,
): RebateEntry => ({
  id: newId(),
  accountId: account.id,
  lotId: null,
  restoresLotId: null,
  balanceFen: 0,
  heldFen: 0,
  owedFen: 0,
  ...amounts,
  ...occasion,
});

const onlyEntries = (entries: readonly RebateEntry[]): Posting => ({ newLots: [], entries });

/** Promises a part of the balance to an order, what expires first at first. Null when less is free. */
export function decideHold(book: RebateBook, amountFen: Fen, occasion: Occasion): Posting | null {
  if (freeFenOf(book, occasion.at) < amountFen) return null;
  const usable = book.lots.filter(({ expiresAt }) => expiresAt > occasion.at);
  const { picks } = takeInTurn(freeOfLots(usable), amountFen);
  return onlyEntries(
    picks.map(({ lotId, amountFen: heldFen }) => entryOf(book, occasion, { action: 'hold', lotId, heldFen })),
  );
}

/** Gives back what an order held, what lasts longest at first. Null when it holds less. */
export function decideRelease(book: RebateBook, amountFen: Fen, occasion: Occasion): Posting | null {
  const { picks, shortFen } = takeInTurn(heldOf(book, occasion.documentId).reverse(), amountFen);
  if (shortFen > 0) return null;
  const entries = picks.map(({ lotId, amountFen: fen }) =>
    entryOf(book, occasion, { action: 'release', lotId, heldFen: -fen }),
  );
  return thenRepay(book, onlyEntries(entries), occasion);
}

/** Spends what an order held, what expires first at first. Null when it holds less. */
export function decideCapture(book: RebateBook, amountFen: Fen, occasion: Occasion): Posting | null {
  const { picks, shortFen } = takeInTurn(heldOf(book, occasion.documentId), amountFen);
  if (shortFen > 0) return null;
  return onlyEntries(
    picks.map(({ lotId, amountFen: fen }) =>
      entryOf(book, occasion, { action: 'capture', lotId, balanceFen: -fen, heldFen: -fen }),
    ),
  );
}

/**
 * Gives back what an order has spent, what lasts longest at first. It goes where it came from; what came from a lot
 * that is over, or nearly so, lasts some days more, or a late return would cost the buyer its money. Null when the
 * order has spent less.
 */
export function decideRestore(book: RebateBook, amountFen: Fen, occasion: Occasion): Posting | null {
  const spent = ofOrderByLot(book, occasion.documentId, (hold) => hold.capturedFen - hold.restoredFen);
  const { picks, shortFen } = takeInTurn(spent.reverse(), amountFen);
  if (shortFen > 0) return null;
  const until = restoredUntil(occasion.at);
  const lots = new Map(book.lots.map((lot) => [lot.id, lot]));
  const endsLater = ({ lotId }: LotPick) => (lots.get(lotId)?.expiresAt ?? 0) >= until;
  const place = picks.every(endsLater) ? null : lotUntil(book, until, occasion);
  const entries = picks.map((pick) =>
    entryOf(book, occasion, {
      action: 'restore',
      lotId: place === null || endsLater(pick) ? pick.lotId : place.lot.id,
      restoresLotId: pick.lotId,
      balanceFen: pick.amountFen,
    }),
  );
  return thenRepay(book, { newLots: place?.newLots ?? [], entries }, occasion);
}

/** Adds what was earned, good until an instant; what is owed from before is taken off at once. */
export function decideEarning(
  book: RebateBook,
  {
    amountFen,
    expiresAt,
    action = 'earn',
  }: { amountFen: Fen; expiresAt: Instant; action?: 'earn' | 'adjust' },
  occasion: Occasion,
): Posting {
  const { lot, newLots } = lotUntil(book, expiresAt, occasion);
  const entry = entryOf(book, occasion, { action, lotId: lot.id, balanceFen: amountFen });
  return thenRepay(book, { newLots, entries: [entry] }, occasion);
}

/** Takes back what was earned by goods that came back: what is free of it now, the rest of the next earnings. */
export function decideReversal(book: RebateBook, amountFen: Fen, occasion: Occasion): Posting {
  const { picks, shortFen } = takeInTurn(freeOfLots(book.lots), amountFen);
  const entries = picks.map(({ lotId, amountFen: fen }) =>
    entryOf(book, occasion, { action: 'reverse', lotId, balanceFen: -fen }),
  );
  if (shortFen > 0) entries.push(entryOf(book, occasion, { action: 'reverse', owedFen: shortFen }));
  return onlyEntries(entries);
}

/** Takes an amount off by hand, what expires first at first. Null when less is free. */
export function decideDeduction(book: RebateBook, amountFen: Fen, occasion: Occasion): Posting | null {
  const { picks, shortFen } = takeInTurn(freeOfLots(book.lots), amountFen);
  if (shortFen > 0) return null;
  return onlyEntries(
    picks.map(({ lotId, amountFen: fen }) =>
      entryOf(book, occasion, { action: 'adjust', lotId, balanceFen: -fen }),
    ),
  );
}

/** Ends what has run out. What orders hold stays theirs; in a dispute nothing runs out. */
export function decideExpiry(book: RebateBook, occasion: Occasion): Posting {
  if (book.account.frozenAt !== null) return nothingPosted;
  const over = freeOfLots(book.lots.filter(({ expiresAt }) => expiresAt <= occasion.at));
  return onlyEntries(
    over.flatMap(({ lotId, amountFen }) =>
      amountFen > 0 ? [entryOf(book, occasion, { action: 'expire', lotId, balanceFen: -amountFen })] : [],
    ),
  );
}

/** A posting, and what is owed taken off as far as it left something free: nobody owes while it has. */
function thenRepay(book: RebateBook, posting: Posting, occasion: Occasion): Posting {
  const after = afterPosting(book, posting);
  if (after.account.owedFen === 0) return posting;
  const { picks } = takeInTurn(freeOfLots(after.lots), after.account.owedFen);
  const repaid = picks.map(({ lotId, amountFen }) =>
    entryOf(book, occasion, { action: 'reverse', lotId, balanceFen: -amountFen, owedFen: -amountFen }),
  );
  return { ...posting, entries: [...posting.entries, ...repaid] };
}

/** The lot of an account that expires then, or a new one. */
function lotUntil({ account, lots }: RebateBook, expiresAt: Instant, { newId }: Occasion) {
  const known = [...lots].sort(byExpiry).find((lot) => lot.expiresAt === expiresAt);
  if (known) return { lot: known, newLots: [] };
  const lot: RebateLot = { id: newId(), accountId: account.id, expiresAt, leftFen: 0, heldFen: 0 };
  return { lot, newLots: [lot] };
}

const heldOf = (book: RebateBook, orderId: string) => ofOrderByLot(book, orderId, ({ heldFen }) => heldFen);

/** What an order has of each lot, what expires first at first. */
function ofOrderByLot(
  { lots, holds }: RebateBook,
  orderId: string,
  amountOf: (hold: RebateBook['holds'][number]) => Fen,
): LotPick[] {
  const own = new Map(holds.flatMap((hold) => (hold.orderId === orderId ? [[hold.lotId, hold]] : [])));
  return [...lots].sort(byExpiry).flatMap(({ id: lotId }) => {
    const hold = own.get(lotId);
    return hold ? [{ lotId, amountFen: amountOf(hold) }] : [];
  });
}
