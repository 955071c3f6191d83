import type { Instant } from '../../platform/clock';
import { type Fen, sum } from '../../platform/money';
import { holdIdOf, type RebateAccount, type RebateEntry, type RebateHold, type RebateLot } from './model';

/** An account with its lots and what the orders in question hold of them: what an action is decided by. */
export interface RebateBook {
  readonly account: RebateAccount;
  readonly lots: readonly RebateLot[];
  readonly holds: readonly RebateHold[];
}

/** What an action comes to: entries, and lots that were not there before. */
export interface Posting {
  readonly newLots: readonly RebateLot[];
  readonly entries: readonly RebateEntry[];
}

export const nothingPosted: Posting = { newLots: [], entries: [] };

/** How an entry changes what an order has of a lot; null when it is about no hold. */
export function holdChangeOf({
  action,
  lotId,
  restoresLotId,
  documentId,
  balanceFen,
  heldFen,
}: Pick<RebateEntry, 'action' | 'lotId' | 'restoresLotId' | 'documentId' | 'balanceFen' | 'heldFen'>) {
  const of = restoresLotId ?? lotId;
  if (of === null) return null;
  const id = holdIdOf(of, documentId);
  const ofOrder = { id, lotId: of, orderId: documentId };
  if (action === 'hold' || action === 'release') {
    return { ...ofOrder, heldFen, capturedFen: 0, restoredFen: 0 };
  }
  if (action === 'capture') return { ...ofOrder, heldFen, capturedFen: -balanceFen, restoredFen: 0 };
  return action === 'restore' ? { ...ofOrder, heldFen: 0, capturedFen: 0, restoredFen: balanceFen } : null;
}

/** The book after a posting. */
export function afterPosting(book: RebateBook, { newLots, entries }: Posting): RebateBook {
  const { account } = book;
  const holds = new Map(book.holds.map((hold) => [hold.id, hold]));
  for (const entry of entries) {
    const change = holdChangeOf(entry);
    if (!change) continue;
    const before = holds.get(change.id);
    holds.set(change.id, {
      ...change,
      accountId: account.id,
      heldFen: (before?.heldFen ?? 0) + change.heldFen,
      capturedFen: (before?.capturedFen ?? 0) + change.capturedFen,
      restoredFen: (before?.restoredFen ?? 0) + change.restoredFen,
    });
  }
  return {
    account: {
      ...account,
      balanceFen: account.balanceFen + sum(entries.map(({ balanceFen }) => balanceFen)),
      heldFen: account.heldFen + sum(entries.map(({ heldFen }) => heldFen)),
      owedFen: account.owedFen + sum(entries.map(({ owedFen }) => owedFen)),
    },
    lots: [...book.lots, ...newLots].map((lot) => {
      const own = entries.filter(({ lotId }) => lotId === lot.id);
      return {
        ...lot,
        leftFen: lot.leftFen + sum(own.map(({ balanceFen }) => balanceFen)),
        heldFen: lot.heldFen + sum(own.map(({ heldFen }) => heldFen)),
      };
    }),
    holds: [...holds.values()],
  };
}

/** What may be promised to an order now: nothing of what has expired, and nothing at all in a dispute. */
export const freeFenOf = ({ account, lots }: Pick<RebateBook, 'account' | 'lots'>, at: Instant): Fen =>
  account.frozenAt === null
    ? sum(lots.map((lot) => (lot.expiresAt > at ? lot.leftFen - lot.heldFen : 0)))
    : 0;

/** What an order holds, and what it has spent that did not come back. */
export function ofOrder({ holds }: Pick<RebateBook, 'holds'>, orderId: string) {
  const own = holds.filter((hold) => hold.orderId === orderId);
  return {
    heldFen: sum(own.map(({ heldFen }) => heldFen)),
    spentFen: sum(own.map(({ capturedFen, restoredFen }) => capturedFen - restoredFen)),
  };
}
