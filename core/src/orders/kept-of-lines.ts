import type { CostLine } from '../promotions';
import type { OrderLine, ShipmentLine } from './model';

/**
 * What of each line has left and stayed with the buyer: what is under way counts as sent, what is signed for as
 * accepted, less what came back for money. Goods given in place of a gift count as that gift.
 */
export function keptOfLines(
  lines: readonly Pick<OrderLine, 'lineNo' | 'skuId' | 'giftOf' | 'quantity' | 'substituteFor'>[],
  sent: readonly Pick<ShipmentLine, 'lineNo' | 'quantity' | 'accepted'>[],
  returned: readonly { readonly lineNo: number; readonly quantity: number }[],
): readonly CostLine[] {
  const kept = new Map<number, number>();
  const giftFor = giftsReplaced(lines);
  const add = (lineNo: number, quantity: number) => {
    const own = giftFor.get(lineNo) ?? lineNo;
    kept.set(own, (kept.get(own) ?? 0) + quantity);
  };
  for (const { lineNo, quantity, accepted } of sent) add(lineNo, accepted ?? quantity);
  for (const { lineNo, quantity } of returned) add(lineNo, -quantity);
  return lines.flatMap(({ lineNo, skuId, giftOf, quantity }) =>
    giftFor.has(lineNo)
      ? []
      : [{ lineNo, skuId, giftOf, quantity, kept: Math.max(0, kept.get(lineNo) ?? 0) }],
  );
}

/** By the line of what is given in place of a gift, the line of that gift. */
export const giftsReplaced = (
  lines: readonly Pick<OrderLine, 'lineNo' | 'giftOf' | 'substituteFor'>[],
): ReadonlyMap<number, number> =>
  new Map(
    lines.flatMap(({ lineNo, giftOf, substituteFor }) =>
      giftOf !== null && substituteFor !== null ? [[lineNo, substituteFor] as const] : [],
    ),
  );
