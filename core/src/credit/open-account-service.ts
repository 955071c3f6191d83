import { dayOf, type Instant, type NewId, type Tx } from '../platform';
import { addAccounts, loadAccounts } from './accounts-service';
import { limitStore } from './limit-store';

/**
 * Opens an account for a customer that was taken on: paid with the order, without a limit, until finance agrees
 * something else. An account that is there already stays as it is.
 */
export async function openCashAccount(
  tx: Tx,
  newId: NewId,
  { buyerId, sellerId, actorId, at }: { buyerId: string; sellerId: string; actorId: string; at: Instant },
): Promise<void> {
  if ((await loadAccounts(tx, [buyerId], [sellerId], false)).size > 0) return;
  const id = newId();
  const empty = { heldFen: 0, shippedFen: 0, receivableFen: 0, unappliedFen: 0 };
  await addAccounts(tx, [{ id, sellerId, buyerId, limitFen: 0, termDays: 0, ...empty }]);
  const cash = { kind: 'cash', days: 0, basis: 'sign', statementDay: 0 } as const;
  const reason = '新客户：现款';
  await limitStore(tx).addTerms([
    { accountId: id, version: 1, ...cash, startsOn: dayOf(at), reason, actorId, at },
  ]);
}
