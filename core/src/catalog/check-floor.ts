import { type Fen, lineAmountFen, type PriceE4 } from '../platform/money';

export interface FloorQuestion {
  /** What the seller keeps of the line: after discounts, gifts and rebate that may be offset. */
  readonly netFen: Fen;
  /** Base units the buyer gets for it, gifts among them. */
  readonly quantity: number;
  /** Null has no floor. */
  readonly floorPriceE4: PriceE4 | null;
}

/**
 * 底价 binds the seller's own net price, never what the buyer resells at. Answers what the line lacks of its
 * floor, in fen; 0 when it is at or above.
 */
export function checkFloor({ netFen, quantity, floorPriceE4 }: FloorQuestion): { readonly missingFen: Fen } {
  if (floorPriceE4 === null) return { missingFen: 0 };
  return { missingFen: Math.max(0, lineAmountFen(floorPriceE4, quantity) - netFen) };
}
