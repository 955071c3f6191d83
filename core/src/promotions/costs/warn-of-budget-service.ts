import { emit, type Fen, type Instant, type NewId, type Tx } from '../../platform';
import type { Promotion } from '../model';
import { warnedShares } from './model';
import { costStore } from './store';

type Budgeted = Pick<Promotion, 'id' | 'name' | 'sellerId'> & { readonly budgetFen: Fen };

/** Warns of a budget that has come to a share of it; once, however often it is said. */
export async function warnOfShare(
  tx: Tx,
  newId: NewId,
  { id: promotionId, name, sellerId, budgetFen }: Budgeted,
  share: number,
  at: Instant,
): Promise<void> {
  const isNew = await costStore(tx).addWarning({ promotionId, budgetFen, share, warnedAt: at });
  if (!isNew) return;
  await emit(tx, [
    {
      id: newId(),
      name: 'promotions.budgetWarned',
      version: 1,
      aggregate: `promotion:${promotionId}`,
      at,
      payload: { promotionId, name, sellerId, share },
    },
  ]);
}

/** Warns of the budget of a promotion that has come to so much, at each share it has reached; without one, of nothing. */
export async function warnOfBudget(
  tx: Tx,
  newId: NewId,
  { budgetFen, ...promotion }: Pick<Promotion, 'id' | 'name' | 'sellerId' | 'budgetFen'>,
  spentFen: Fen,
  at: Instant,
): Promise<void> {
  if (budgetFen === null) return;
  for (const share of warnedShares)
    if (spentFen * 100 >= budgetFen * share)
      await warnOfShare(tx, newId, { ...promotion, budgetFen }, share, at);
}
