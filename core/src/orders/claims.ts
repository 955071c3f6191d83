import { partOfFen } from '../platform/money';
import type { Claim, ClaimKind } from './fulfilment';
import type { ShipmentLine } from './model';

export type NewClaim = Pick<
  Claim,
  'orderId' | 'shipmentId' | 'shipmentLineNo' | 'lineNo' | 'skuId' | 'kind' | 'quantity' | 'amountFen'
>;

const kinds: readonly ClaimKind[] = ['short', 'damaged', 'refused'];

/**
 * One claim for each difference of each signed line. What the claims of a line come to and what was
 * accepted of it are its whole amount, to the fen.
 */
export function claimsOf(lines: readonly ShipmentLine[]): readonly NewClaim[] {
  return lines.flatMap((line) => {
    let from = line.accepted ?? 0;
    return kinds.flatMap((kind): NewClaim[] => {
      const quantity = line[kind];
      if (quantity === 0) return [];
      const amountFen = partOfFen(line.amountFen, line.quantity, from, from + quantity);
      from += quantity;
      const { orderId, shipmentId, shipmentLineNo, lineNo, skuId } = line;
      return [{ orderId, shipmentId, shipmentLineNo, lineNo, skuId, kind, quantity, amountFen }];
    });
  });
}
