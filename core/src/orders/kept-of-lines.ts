import type { CostLine } from '../promotions';
import type { OrderLine, ShipmentLine } from './model';

/**
 * What of each line has left and stayed with the buyer: what is under way counts as sent, what is signed for as
 * accepted, less what came back for money.
 */
export function keptOfLines(
  lines: readonly Pick<OrderLine, 'lineNo' | 'skuId' | 'giftOf' | 'quantity'>[],
  sent: readonly Pick<ShipmentLine, 'lineNo' | 'quantity' | 'accepted'>[],
  returned: readonly { readonly lineNo: number; readonly quantity: number }[],
): readonly CostLine[] {
  const kept = new Map<number, number>();
  const add = (lineNo: number, quantity: number) => kept.set(lineNo, (kept.get(lineNo) ?? 0) + quantity);
  for (const { lineNo, quantity, accepted } of sent) add(lineNo, accepted ?? quantity);
  for (const { lineNo, quantity } of returned) add(lineNo, -quantity);
  return lines.map(({ lineNo, skuId, giftOf, quantity }) => ({
    lineNo,
    skuId,
    giftOf,
    quantity,
    kept: Math.max(0, kept.get(lineNo) ?? 0),
  }));
}
