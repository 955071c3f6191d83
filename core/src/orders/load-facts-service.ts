import type { Tx } from '../platform';
import { type Facts, joinFacts, type OrderRequest } from './facts';
import { loadLive, type LiveWanted } from './live-service';
import { type BasketBook, readStandingBook } from './standing-service';

/** Reads everything one order is decided on. */
export async function loadFacts(
  tx: Tx,
  baskets: BasketBook,
  request: OrderRequest,
  wanted: LiveWanted,
): Promise<Facts> {
  const book = await readStandingBook(tx, baskets, [request], wanted.on, wanted.originals);
  const { live } = await loadLive(tx, book, [request], wanted, () => Promise.resolve());
  return joinFacts(book.of(request), live, request);
}
