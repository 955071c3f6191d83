import type { RebateBook } from './book';
import type { Occasion } from './decide-posting';
import type { RebateAccount, RebateLot } from './model';

/** An empty account, without any dispute. */
export const aRebateAccount = (given: Partial<RebateAccount> = {}): RebateAccount => ({
  id: 'account',
  sellerId: 'seller',
  buyerId: 'buyer',
  balanceFen: 0,
  heldFen: 0,
  owedFen: 0,
  frozenAt: null,
  frozenReason: '',
  openedAt: 0,
  ...given,
});

export const aRebateLot = (given: Partial<RebateLot> = {}): RebateLot => ({
  id: 'lot',
  accountId: 'account',
  expiresAt: 1_000,
  leftFen: 0,
  heldFen: 0,
  ...given,
});

/** An account with lots, and what they come to. */
export const aRebateBook = (
  lots: readonly Partial<RebateLot>[] = [],
  given: Partial<RebateAccount> = {},
): RebateBook => {
  const all = lots.map((lot, at) => aRebateLot({ id: `lot-${at + 1}`, ...lot }));
  return {
    account: aRebateAccount({
      balanceFen: all.reduce((total, { leftFen }) => total + leftFen, 0),
      heldFen: all.reduce((total, { heldFen }) => total + heldFen, 0),
      ...given,
    }),
    lots: all,
    holds: [],
  };
};

let made = 0;

/** At instant 0, for `order`. */
export const anOccasion = (given: Partial<Occasion> = {}): Occasion => ({
  newId: () => `made-${String((made += 1)).padStart(9, '0')}`,
  documentId: 'order',
  reason: '',
  actorId: 'user',
  at: 0,
  ...given,
});
