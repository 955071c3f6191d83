import { type Fen, lineAmountFen, partOfFen, type PriceE4, sum } from '../platform/money';
import type { Cart, CartFacts, CartLine } from './cart';
import type { PromotionBook } from './promotion-book';
import { type PromotionQuote, quotePromotions } from './quote-promotions';

/** An order as it was priced: its cart, the promotions in the versions that counted then, and what was known then. */
export interface PricedOrder {
  readonly cart: Cart;
  readonly book: PromotionBook;
  /** As they were without the order itself. */
  readonly facts: CartFacts;
  /** What a line costs at the list at a smaller quantity; without it, its part of what it cost. */
  listAt?(line: CartLine, quantity: number): { readonly unitPriceE4: PriceE4; readonly amountFen: Fen };
}

/** What of an order stays with its buyer after all returns and cancels so far. */
export interface Kept {
  /** Base units by line; a line that is not named is kept whole. */
  readonly quantities: ReadonlyMap<number, number>;
  /** Base units of gifts that came back, by SKU. */
  readonly giftsReturned: ReadonlyMap<string, number>;
  /** What earlier returns of the order gave back, net of what was claimed. */
  readonly refundedFen: Fen;
}

/** What is given back, and how it comes to that. Goods only: freight is no part of it. */
export interface Refund {
  /** To give back now. Never negative. */
  readonly refundFen: Fen;
  /**
   * 补差: what earlier returns gave back beyond what is due now, because this return loses a benefit that they had
   * left standing. It is claimed, or set off against what comes next; so in the end it does not matter in how many
   * steps goods came back.
   */
  readonly claimFen: Fen;
  /** What all returns together are due, without regard to earlier ones. */
  readonly dueFen: Fen;
  readonly originalFen: Fen;
  /** The kept goods under the same promotions. */
  readonly keptFen: Fen;
  /** Gifts that the kept goods do not earn and that did not come back, at the list. */
  readonly lostGifts: readonly LostGift[];
  /** What was paid for the returned units: no more is given back. */
  readonly paidFen: Fen;
  readonly quote: PromotionQuote;
}

export interface LostGift {
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
  readonly valueFen: Fen;
}

/**
 * What an order is due once only some of it is kept: net of the original, less net of the kept goods under the
 * original promotions, less the value of gifts they no longer earn and that did not come back; at least 0, and at most
 * what was paid for the returned units.
 */
export function recomputeKept(order: PricedOrder, kept: Kept): Refund {
  const { cart, book, facts } = order;
  const original = quotePromotions(cart, book, facts);
  const lines = keptLines(order, kept);
  const couponIds = original.accepted.flatMap(({ player: { couponId } }) => couponId ?? []);
  const quote = quotePromotions({ ...cart, lines, couponIds }, book, facts);
  const originalFen = goodsOf(original);
  const keptFen = goodsOf(quote);
  const lostGifts = lostOf(original, quote, kept, facts);
  const paidFen = paidForReturned(cart, original, kept);
  const giftsFen = sum(lostGifts.map(({ valueFen }) => valueFen));
  const dueFen = Math.max(0, Math.min(originalFen - keptFen - giftsFen, paidFen));
  return {
    refundFen: Math.max(0, dueFen - kept.refundedFen),
    claimFen: Math.max(0, kept.refundedFen - dueFen),
    dueFen,
    originalFen,
    keptFen,
    lostGifts,
    paidFen,
    quote,
  };
}

const keptOf = ({ quantities }: Kept, { lineNo, quantity }: CartLine): number =>
  Math.min(quantity, Math.max(0, quantities.get(lineNo) ?? quantity));

function keptLines({ cart, listAt }: PricedOrder, kept: Kept): readonly CartLine[] {
  return cart.lines.flatMap((line): CartLine[] => {
    const quantity = keptOf(kept, line);
    if (quantity === 0) return [];
    if (quantity === line.quantity) return [line];
    const listed = listAt?.(line, quantity) ?? {
      unitPriceE4: line.unitPriceE4,
      amountFen: partOfFen(line.amountFen, line.quantity, 0, quantity),
    };
    return [{ ...line, ...listed, quantity }];
  });
}

const goodsOf = ({ lines }: PromotionQuote): Fen => sum(lines.map(({ amountFen }) => amountFen));

function lostOf(original: PromotionQuote, quote: PromotionQuote, kept: Kept, facts: CartFacts) {
  const earned = giftsOf(quote);
  return [...giftsOf(original)].flatMap(([skuId, given]): LostGift[] => {
    const quantity = given - (earned.get(skuId) ?? 0) - (kept.giftsReturned.get(skuId) ?? 0);
    if (quantity <= 0) return [];
    return [{ skuId, quantity, valueFen: lineAmountFen(facts.giftPriceE4(skuId) ?? 0, quantity) }];
  });
}

function giftsOf({ accepted }: PromotionQuote): ReadonlyMap<string, number> {
  const gifts = new Map<string, number>();
  for (const one of accepted)
    for (const { skuId, quantity } of one.gifts) gifts.set(skuId, (gifts.get(skuId) ?? 0) + quantity);
  return gifts;
}

/** Units of a line were paid alike. */
function paidForReturned({ lines }: Cart, { lines: priced }: PromotionQuote, kept: Kept): Fen {
  const paid = new Map(priced.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  return sum(
    lines.map((line) =>
      line.quantity === 0
        ? 0
        : partOfFen(paid.get(line.lineNo) ?? 0, line.quantity, keptOf(kept, line), line.quantity),
    ),
  );
}
