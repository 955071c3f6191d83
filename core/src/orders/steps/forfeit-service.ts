import type { Fen, Instant, NewId, Tx } from '../../platform';
import { issueBill, postCredit, waitingForOrder } from '../../credit';
import { accountFor } from '../fulfil-service';
import type { Order } from '../model';
import { forfeitFen } from './stage-of';

/**
 * 定金不退: what a buyer forfeits by giving a pre-order up, billed to it; what came with the order pays that bill at
 * once, and the rest goes back like any surplus. The order's row is locked. Answers how much, in fen.
 */
export async function forfeitDeposit(
  tx: Tx,
  newId: NewId,
  order: Order,
  { actorId, at }: { readonly actorId: string; readonly at: Instant },
): Promise<Fen> {
  if (order.steps === null || order.state !== 'held') return 0;
  const { steps, payableFen } = order;
  const amountFen = forfeitFen({ steps, payableFen, paidFen: await waitingForOrder(tx, order.id) });
  if (amountFen === 0) return 0;
  const account = await accountFor(tx, order);
  const posting = {
    accountId: account.id,
    kind: 'sign' as const,
    change: { receivableFen: amountFen },
    documentKind: 'order' as const,
    documentId: order.id,
    actorId,
    at,
  };
  await postCredit(tx, newId, [posting], { withinLimit: false });
  await issueBill(tx, newId, {
    account,
    orderId: order.id,
    orderNumber: order.number,
    amountFen,
    issuedAt: at,
  });
  return amountFen;
}
