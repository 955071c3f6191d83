import { dealFen, type Fen, partOfFen } from '../../platform/money';
import type { AppliedPromotion, Payer } from '../model';
import type { CostLine } from './model';

type Costing = Pick<AppliedPromotion, 'promotionId' | 'shares' | 'giftFen' | 'gifts'>;

/**
 * What a promotion has cost by what of an order went out and stayed: of each line's discount, and of the worth of each
 * gift, the part of the units that stayed. When all of them did it is all that was agreed, to the fen, in however many
 * parts the order went; what never ships never costs.
 */
export function costUntilNow(applied: Costing, lines: readonly CostLine[]): Fen {
  const byNo = new Map(lines.map((line) => [line.lineNo, line]));
  let total = 0;
  for (const { lineNo, offFen } of applied.shares) {
    const line = byNo.get(lineNo);
    if (line) total += keptPart(offFen, line);
  }
  const gifts = lines.filter(({ giftOf }) => giftOf === applied.promotionId);
  const worth = dealFen(applied.giftFen, weightsOf(applied, gifts));
  gifts.forEach((line, at) => (total += keptPart(worth[at] as Fen, line)));
  return total;
}

const keptPart = (fen: Fen, { quantity, kept }: CostLine) =>
  quantity === 0 ? 0 : partOfFen(fen, quantity, 0, kept);

/** Gifts weigh what they are worth; on orders that do not tell, what they are in units. */
function weightsOf({ gifts }: Costing, lines: readonly CostLine[]): readonly number[] {
  const worth = lines.map(({ skuId }) => gifts.find((gift) => gift.skuId === skuId)?.worthFen);
  return worth.every((fen) => fen !== undefined) ? worth : lines.map(({ quantity }) => quantity);
}

/** What each payer bears of a cost, by its share, to the fen. */
export function dealToPayers(
  costFen: Fen,
  payers: readonly Payer[],
): readonly { readonly payerId: string; readonly fen: Fen }[] {
  const fens = dealFen(
    costFen,
    payers.map(({ shareBp }) => shareBp),
  );
  return payers.map(({ partyId }, at) => ({ payerId: partyId, fen: fens[at] as Fen }));
}
