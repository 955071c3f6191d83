import { afterPosting, freeFenOf, ofOrder, type Posting, type RebateBook } from './book';
import {
  decideCapture,
  decideDeduction,
  decideEarning,
  decideExpiry,
  decideHold,
  decideRelease,
  decideRestore,
  decideReversal,
} from './decide-posting';
import { aRebateBook, anOccasion } from './testing';
import { restoredUntil } from './terms';

const occasion = anOccasion();
const dayMs = 86_400_000;

/** The book after a posting that must be possible. */
const after = (book: RebateBook, posting: Posting | null) => {
  expect(posting).not.toBeNull();
  return afterPosting(book, posting as Posting);
};
const moved = (posting: Posting | null) =>
  posting?.entries.map(({ action, lotId, balanceFen, heldFen, owedFen }) => [
    action,
    lotId,
    balanceFen,
    heldFen,
    owedFen,
  ]);
const lotsOf = ({ lots }: RebateBook) => lots.map(({ leftFen, heldFen }) => [leftFen, heldFen]);

describe('holding for an order', () => {
  it('takes what expires first', () => {
    const book = aRebateBook([
      { expiresAt: 900, leftFen: 50 },
      { expiresAt: 300, leftFen: 30 },
    ]);

    expect(moved(decideHold(book, 40, occasion))).toEqual([
      ['hold', 'lot-2', 0, 30, 0],
      ['hold', 'lot-1', 0, 10, 0],
    ]);
  });

  it('is refused beyond what is free', () => {
    const book = aRebateBook([{ leftFen: 50, heldFen: 20 }]);

    expect(decideHold(book, 31, occasion)).toBeNull();
    expect(decideHold(book, 30, occasion)).not.toBeNull();
  });

  it('takes nothing of what has expired, swept or not', () => {
    const book = aRebateBook([
      { expiresAt: 500, leftFen: 50 },
      { expiresAt: 501, leftFen: 5 },
    ]);

    expect(freeFenOf(book, 500)).toBe(5);
    expect(decideHold(book, 6, { ...occasion, at: 500 })).toBeNull();
    expect(moved(decideHold(book, 5, { ...occasion, at: 500 }))).toEqual([['hold', 'lot-2', 0, 5, 0]]);
  });

  it('is refused in a dispute', () => {
    const book = aRebateBook([{ leftFen: 50 }], { frozenAt: 0 });

    expect(freeFenOf(book, 0)).toBe(0);
    expect(decideHold(book, 1, occasion)).toBeNull();
  });
});

describe('what an order holds', () => {
  const start = aRebateBook([
    { expiresAt: 300, leftFen: 30 },
    { expiresAt: 900, leftFen: 50 },
  ]);
  const held = after(start, decideHold(start, 60, occasion));

  it('is let go from what lasts longest', () => {
    expect(lotsOf(after(held, decideRelease(held, 40, occasion)))).toEqual([
      [30, 20],
      [50, 0],
    ]);
  });

  it('is spent from what expires first', () => {
    const spent = after(held, decideCapture(held, 40, occasion));

    expect(lotsOf(spent)).toEqual([
      [0, 0],
      [40, 20],
    ]);
    expect(spent.account).toMatchObject({ balanceFen: 40, heldFen: 20 });
    expect(ofOrder(spent, 'order')).toEqual({ heldFen: 20, spentFen: 40 });
  });

  it('is no other order’s', () => {
    expect(decideRelease(held, 1, { ...occasion, documentId: 'other' })).toBeNull();
    expect(decideCapture(held, 1, { ...occasion, documentId: 'other' })).toBeNull();
  });

  it('is never let go or spent beyond what it is', () => {
    expect(decideRelease(held, 61, occasion)).toBeNull();
    expect(decideCapture(held, 61, occasion)).toBeNull();
  });

  it('stays when its lot expires, and expires when it is let go', () => {
    const late = { ...occasion, at: 2_000, documentId: '' };
    const swept = after(held, decideExpiry(held, late));
    expect(lotsOf(swept)).toEqual([
      [30, 30],
      [30, 30],
    ]);

    const free = after(swept, decideRelease(swept, 60, { ...occasion, at: 2_000 }));
    expect(freeFenOf(free, 2_000)).toBe(0);
    expect(after(free, decideExpiry(free, late)).account.balanceFen).toBe(0);
  });
});

describe('what comes back with returned goods', () => {
  it('goes where it came from, what lasts longest first', () => {
    const start = aRebateBook([
      { expiresAt: 90 * dayMs, leftFen: 30 },
      { expiresAt: 200 * dayMs, leftFen: 50 },
    ]);
    const held = after(start, decideHold(start, 60, occasion));
    const spent = after(held, decideCapture(held, 60, occasion));

    const back = after(spent, decideRestore(spent, 40, occasion));

    expect(lotsOf(back)).toEqual([
      [10, 0],
      [50, 0],
    ]);
    expect(decideRestore(back, 21, occasion)).toBeNull();
  });

  it('lasts thirty days more where its lot is over or nearly so', () => {
    const start = aRebateBook([{ expiresAt: 5 * dayMs, leftFen: 30 }]);
    const held = after(start, decideHold(start, 30, occasion));
    const spent = after(held, decideCapture(held, 30, occasion));
    const at = 20 * dayMs;

    const back = after(spent, decideRestore(spent, 10, { ...occasion, at }));

    expect(back.lots.map(({ leftFen, expiresAt }) => [leftFen, expiresAt])).toEqual([
      [0, 5 * dayMs],
      [10, restoredUntil(at)],
    ]);
    expect(ofOrder(back, 'order')).toEqual({ heldFen: 0, spentFen: 20 });
  });
});

describe('earning and taking back', () => {
  it('puts what expires together into one lot', () => {
    const book = aRebateBook([{ expiresAt: 900, leftFen: 5 }]);
    const posting = decideEarning(book, { amountFen: 10, expiresAt: 900 }, occasion);

    expect(posting.newLots).toEqual([]);
    expect(lotsOf(after(book, posting))).toEqual([[15, 0]]);
  });

  it('takes back what is free, and carries the rest over', () => {
    const book = aRebateBook([{ leftFen: 50, heldFen: 20 }]);

    const less = after(book, decideReversal(book, 45, occasion));

    expect(less.account).toMatchObject({ balanceFen: 20, heldFen: 20, owedFen: 15 });
  });

  it('takes what is owed off the next earnings', () => {
    const book = aRebateBook([], { owedFen: 15 });

    const some = after(book, decideEarning(book, { amountFen: 10, expiresAt: 900 }, occasion));
    expect(some.account).toMatchObject({ balanceFen: 0, owedFen: 5 });

    const more = after(some, decideEarning(some, { amountFen: 10, expiresAt: 900 }, occasion));
    expect(more.account).toMatchObject({ balanceFen: 5, owedFen: 0 });
  });

  it('takes what is owed off what an order lets go', () => {
    const start = aRebateBook([{ leftFen: 50 }]);
    const held = after(start, decideHold(start, 50, occasion));
    const owing = after(held, decideReversal(held, 30, occasion));
    expect(owing.account).toMatchObject({ balanceFen: 50, heldFen: 50, owedFen: 30 });

    const free = after(owing, decideRelease(owing, 20, occasion));
    expect(free.account).toMatchObject({ balanceFen: 30, heldFen: 30, owedFen: 10 });
  });

  it('deducts by hand no more than is free', () => {
    const book = aRebateBook([{ leftFen: 50, heldFen: 20 }]);

    expect(decideDeduction(book, 31, occasion)).toBeNull();
    expect(after(book, decideDeduction(book, 30, occasion)).account.balanceFen).toBe(20);
  });

  it('expires nothing in a dispute', () => {
    const book = aRebateBook([{ leftFen: 50 }], { frozenAt: 0 });

    expect(decideExpiry(book, { ...occasion, at: 5_000 }).entries).toEqual([]);
  });
});
