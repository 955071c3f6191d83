import { dayOf, type Fen, groupBy, type Instant, type NewId, type Tx } from '../platform';
import { type CreditFacts, holdPrepaid, type Posting, postCredit, type PrepaidPart } from '../credit';
import { accountKey, assessCredit, prepaidHoldFen } from '../credit/rules';
import { system } from './locked-order-service';
import type { Order } from './model';

/** An order whose lines were promised more goods, and what they are worth. */
export interface MoreHeld {
  readonly order: Order;
  readonly heldFen: Fen;
}

/**
 * Holds credit for what approved orders are promised beyond their approval, in turn: within the limit where
 * they are bought on account, from the prepaid balance as far as it goes under such terms.
 */
export async function holdCredit(
  tx: Tx,
  newId: NewId,
  facts: CreditFacts,
  orders: readonly MoreHeld[],
  at: Instant,
): Promise<void> {
  const postings: (Posting & { readonly onAccount: boolean })[] = [];
  const parts: PrepaidPart[] = [];
  const ofAccount = groupBy(orders, ({ order }) => accountKey(order.buyerId, order.sellerId));
  for (const [key, held] of ofAccount) {
    const account = facts.accounts.get(key);
    let promisedFen = 0;
    for (const { order, heldFen } of held) {
      if (!account || heldFen === 0) continue;
      const { buyerId, sellerId, id: orderId } = order;
      const question = { buyerId, sellerId, amountFen: heldFen, promisedFen, on: dayOf(at) };
      const standing = assessCredit(facts, question);
      const onAccount = standing.terms.kind !== 'cash' && standing.terms.kind !== 'prepaid';
      const by = { actorId: system.userId, at };
      const document = { documentKind: 'order', documentId: orderId, ...by } as const;
      postings.push({ accountId: account.id, kind: 'hold', change: { heldFen }, ...document, onAccount });
      const amountFen = prepaidHoldFen(standing, heldFen);
      if (amountFen > 0) parts.push({ account, orderId, amountFen, ...by });
      promisedFen += heldFen;
    }
  }
  for (const withinLimit of [true, false]) {
    await postCredit(
      tx,
      newId,
      postings.flatMap(({ onAccount, ...posting }) => (onAccount === withinLimit ? [posting] : [])),
      { withinLimit },
    );
  }
  await holdPrepaid(tx, newId, parts);
}
