import { addAmounts, type Instant, type Tx } from '../platform';
import type { Pick } from './model';
import { policyStore } from './policy-store';
import { stockStore } from './store';

/** How long goods are kept for a payment that has not come. */
export const softMinutes = 15;

/**
 * Keeps lots for somebody until an instant, under an id of the caller's making. They count as reserved: a
 * lot that has less free than when it was read replays the work.
 */
export async function reserveSoftly(
  tx: Tx,
  softId: string,
  ownerId: string,
  picks: readonly Pick[],
  endsAt: Instant,
): Promise<void> {
  if (picks.length === 0) return;
  const amounts = addAmounts(picks.map(({ lotId, quantity }) => [lotId, quantity]));
  await stockStore(tx).promise(amounts);
  await policyStore(tx).addSoft(
    [...amounts].map(([lotId, quantity]) => ({ id: softId, lotId, ownerId, quantity, endsAt })),
  );
}

/** Gives back what was kept under these ids; what is no longer kept stays as it is. Answers what was freed. */
export async function releaseSoftly(tx: Tx, softIds: readonly string[]): Promise<readonly Pick[]> {
  const store = policyStore(tx);
  const kept = await store.softReservations(softIds);
  if (kept.length === 0) return [];
  const amounts = addAmounts(kept.map(({ lotId, quantity }) => [lotId, quantity]));
  await store.removeSoft(softIds, kept.length);
  await stockStore(tx).unpromise(amounts);
  return [...amounts].map(([lotId, quantity]) => ({ lotId, quantity }));
}
