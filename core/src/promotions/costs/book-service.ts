import type { Instant, NewId, Tx } from '../../platform';
import type { Payer } from '../model';
import { promotionStore } from '../promotion-store';
import { costUntilNow, dealToPayers } from './cost-until-now';
import type { CostKind, CostLine, PromotionCost } from './model';
import { costStore } from './store';

/** An order some of whose goods went out or came back. Its row is locked. */
export interface CostsMoved {
  readonly orderId: string;
  readonly kind: CostKind;
  readonly documentId: string;
  /** All of them, as they stand now. */
  readonly lines: readonly CostLine[];
  readonly at: Instant;
}

/**
 * Books to the payers of an order's promotions what has become due since the last time, or is due no more: what it
 * comes to until now, less what is booked. Saying it twice books nothing twice.
 */
export async function bookPromotionCosts(tx: Tx, newId: NewId, moved: CostsMoved): Promise<void> {
  const { orderId, kind, documentId, lines, at } = moved;
  const applied = await promotionStore(tx).applied([orderId]);
  if (applied.length === 0) return;
  const store = costStore(tx);
  const payersOf = new Map<string, readonly Payer[]>(
    (await promotionStore(tx).definitions(applied)).map(({ promotionId, definition }) => [
      promotionId,
      definition.payers,
    ]),
  );
  const booked = await store.booked(orderId);
  const costs: PromotionCost[] = [];
  for (const one of applied) {
    const { promotionId, sellerId, buyerId } = one;
    const costFen = costUntilNow(one, lines);
    const payers = payersOf.get(promotionId) ?? [{ partyId: sellerId, shareBp: 10_000 }];
    const before = new Map(
      booked.flatMap((row) => (row.promotionId === promotionId ? [[row.payerId, row.amountFen]] : [])),
    );
    for (const { payerId, fen } of dealToPayers(costFen, payers)) {
      const amountFen = fen - (before.get(payerId) ?? 0);
      if (amountFen === 0) continue;
      costs.push({
        id: newId(),
        promotionId,
        orderId,
        sellerId,
        buyerId,
        payerId,
        kind,
        documentId,
        amountFen,
        at,
      });
    }
    if (one.shippedFen !== costFen) await store.noteShipped(orderId, promotionId, costFen);
  }
  if (costs.length > 0) await store.addCosts(costs);
}
