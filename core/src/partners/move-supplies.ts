import type { Instant } from '../platform/clock';
import { supplierOf } from './choose-supplier';
import { everyLine, type Supply } from './model';
import type { SupplyTransfer } from './transfer-state';

type Move = Pick<SupplyTransfer, 'buyerId' | 'productLine' | 'fromId' | 'toId'>;

/** True when the giving side has what is to be moved: some line of the store, or that very line. */
export function hasToGive(supplies: readonly Supply[], { buyerId, productLine, fromId }: Move): boolean {
  if (productLine === everyLine) {
    return supplies.some((supply) => supply.buyerId === buyerId && supply.sellerId === fromId);
  }
  return supplierOf(supplies, buyerId, productLine).sellerId === fromId;
}

/**
 * The supplies of a store after a transfer. All lines: every supply of the giving side changes hands, and
 * what others supply stays. One line: that line alone, in a supply of its own. A stop of the giving side
 * does not go with the store.
 */
export function moveSupplies(supplies: readonly Supply[], move: Move, at: Instant): readonly Supply[] {
  const { buyerId, productLine, fromId, toId } = move;
  if (!hasToGive(supplies, move)) return supplies;
  const moved = { buyerId, sellerId: toId, status: 'active' as const, since: at };
  if (productLine === everyLine) {
    return supplies.map((supply) =>
      supply.buyerId === buyerId && supply.sellerId === fromId ? { ...supply, ...moved } : supply,
    );
  }
  const others = supplies.filter(
    (supply) => supply.buyerId !== buyerId || supply.productLine !== productLine,
  );
  return [...others, { ...moved, productLine }];
}
