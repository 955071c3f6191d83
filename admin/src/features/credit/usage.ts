import type { CreditAccount } from './queries';

export interface UsagePart {
  readonly name: string;
  readonly fen: number;
  /** Of the bar's full width, in basis points; the parts never exceed the whole. */
  readonly shareBp: number;
}

/**
 * How a credit limit is used, as parts of a bar. When more is used than the limit allows, the bar
 * stands for what is used and `overFen` says by how much.
 */
export function usageOf(
  account: Pick<CreditAccount, 'limitFen' | 'heldFen' | 'shippedFen' | 'receivableFen'>,
) {
  const { limitFen, heldFen, shippedFen, receivableFen } = account;
  const usedFen = heldFen + shippedFen + receivableFen;
  const wholeFen = Math.max(limitFen, usedFen, 1);
  const part = (name: string, fen: number): UsagePart => ({
    name,
    fen,
    shareBp: Math.floor((Math.max(0, fen) * 10_000) / wholeFen),
  });
  return {
    parts: [part('应收', receivableFen), part('在途', shippedFen), part('占用', heldFen)],
    usedFen,
    overFen: Math.max(0, usedFen - limitFen),
  };
}
