import type { OrderLine, OrderPart, OrderPartLine } from './model';

/**
 * The lines of an order's parts. An order that goes as one part keeps none: the part is every line as far as it is
 * not cancelled, and four rows in five would say again what the lines say.
 */
export function partLinesOf(
  parts: readonly OrderPart[],
  kept: readonly OrderPartLine[],
  lines: readonly OrderLine[],
): readonly OrderPartLine[] {
  const [only] = parts;
  if (!only || parts.length > 1 || kept.length > 0) return kept;
  return lines.flatMap(({ orderId, lineNo, quantity, cancelled, payableFen }) =>
    quantity > cancelled
      ? [{ orderId, partNo: only.partNo, lineNo, quantity: quantity - cancelled, amountFen: payableFen }]
      : [],
  );
}

/** Of the lines of many orders' parts those that have to be kept: of orders that go as more than one. */
export function keptPartLines(
  parts: readonly OrderPart[],
  lines: readonly OrderPartLine[],
): readonly OrderPartLine[] {
  const split = new Set(parts.flatMap(({ orderId, partNo }) => (partNo > 1 ? [orderId] : [])));
  return split.size === 0 ? [] : lines.filter(({ orderId }) => split.has(orderId));
}
