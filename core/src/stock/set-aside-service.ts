import { keyBy, sum, type Tx } from '../platform';
import type { Lot, Pick, Reservation } from './model';
import { type Release, setAsideLine, stockStore } from './store';

/** Lots with what of each is set aside. */
export interface SetAside {
  readonly lot: Lot;
  readonly open: number;
}

/**
 * Sets lots aside under a document's id: they count as reserved, so nobody else is promised them. A lot that has less
 * free than when it was read replays the work.
 */
export async function setAsideGoods(tx: Tx, documentId: string, picks: readonly Pick[]): Promise<void> {
  await stockStore(tx).reserve(
    picks.map(({ lotId, quantity }) => ({
      orderId: documentId,
      lineNo: setAsideLine,
      lotId,
      open: quantity,
    })),
  );
}

/** What is set aside under these ids, by id; its rows are locked when promises follow. */
export async function loadSetAside(
  tx: Tx,
  documentIds: readonly string[],
  locked = false,
): Promise<ReadonlyMap<string, readonly SetAside[]>> {
  const store = stockStore(tx);
  const kept = await (locked ? store.reservationsLocked(documentIds) : store.reservations(documentIds));
  const lots = keyBy(await store.lots([...new Set(kept.map(({ lotId }) => lotId))]), ({ id }) => id);
  const byDocument = new Map<string, SetAside[]>();
  for (const { orderId, lotId, open } of kept) {
    const lot = lots.get(lotId);
    if (!lot) throw new Error('goods set aside of a lot there is not');
    byDocument.set(orderId, [...(byDocument.get(orderId) ?? []), { lot, open }]);
  }
  return byDocument;
}

/** What was set aside becomes promises to order lines: the lots keep what they promised. */
export async function passOnSetAside(
  tx: Tx,
  documentId: string,
  reservations: readonly Reservation[],
): Promise<void> {
  if (reservations.length > 0) await stockStore(tx).passOn(documentId, reservations);
}

/** Promises of order lines go back to what is set aside. */
export async function passBackToSetAside(
  tx: Tx,
  documentId: string,
  parts: readonly Release[],
): Promise<void> {
  for (const part of parts) await stockStore(tx).passBack(documentId, part);
}

/** Gives back everything that is still set aside. Answers how much. */
export async function freeSetAside(tx: Tx, documentId: string): Promise<number> {
  const store = stockStore(tx);
  const kept = await store.reservationsLocked([documentId]);
  if (kept.length > 0) await store.release(kept);
  return sum(kept.map(({ open }) => open));
}
