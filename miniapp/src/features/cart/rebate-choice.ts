import type { Quote } from './queries';

/** What of a basket rebate may pay, in fen: as far as the terms go, the buyer has, and the order comes to. */
export const mostRebateFen = (quote: Pick<Quote, 'rebate' | 'payableFen' | 'verdict'> | undefined): number =>
  quote && quote.verdict !== 'rejected'
    ? Math.max(0, Math.min(quote.rebate.freeFen, quote.rebate.roomFen, quote.payableFen))
    : 0;

/** What somebody chose, as far as it still goes. */
export const fitRebateFen = (wantedFen: number, mostFen: number): number =>
  Math.max(0, Math.min(Math.floor(wantedFen), mostFen));
