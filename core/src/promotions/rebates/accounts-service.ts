import { type Instant, type Tx } from '../../platform';
import type { RebateAccount } from './model';
import { type AccountPair, rebateStore } from './store';

/** Opens the accounts that are not there yet. */
export async function openAccounts(
  tx: Tx,
  newId: () => string,
  pairs: readonly AccountPair[],
  at: Instant,
): Promise<void> {
  await rebateStore(tx).addAccounts(
    pairs.map(([sellerId, buyerId]): RebateAccount => ({
      id: newId(),
      sellerId,
      buyerId,
      balanceFen: 0,
      heldFen: 0,
      owedFen: 0,
      frozenAt: null,
      frozenReason: '',
      openedAt: at,
    })),
  );
}
