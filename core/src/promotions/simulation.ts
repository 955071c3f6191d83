import type { Instant } from '../platform/clock';
import { dealFen, type Fen, lineAmountFen, type PriceE4, sum } from '../platform/money';
import { benefitFen, idOf } from './applied';
import type { Cart, CartFacts, CartLine } from './cart';
import type { Promotion } from './model';
import type { PromotionQuote } from './quote-promotions';

/** An order of the past as a cart. */
export interface PastOrder {
  readonly orderId: string;
  readonly cart: Cart;
}

/** What a simulation goes by. */
export interface SimulationFacts extends Pick<CartFacts, 'giftPriceE4'> {
  /** The other promotions that count beside it; none without. */
  readonly others?: readonly Promotion[];
  /** The lowest net price of a base unit; null where there is none. */
  floorE4(skuId: string): PriceE4 | null;
  /** What a base unit costs the seller; null where nobody knows. */
  unitCostE4(skuId: string): PriceE4 | null;
}

/** A line that would have been sold below its floor, and was not without the promotion. */
export interface FloorBreach {
  readonly orderId: string;
  readonly lineNo: number;
  readonly skuId: string;
  readonly amountFen: Fen;
  readonly floorFen: Fen;
}

export interface Simulation {
  readonly orderCount: number;
  readonly ordersTouched: number;
  /** Off goods and freight. */
  readonly discountFen: Fen;
  /** Gifts at the list. */
  readonly giftFen: Fen;
  /** Both together: what the budget bears. */
  readonly costFen: Fen;
  readonly byPayer: readonly { readonly partyId: string; readonly fen: Fen }[];
  /** What all buyers would have had more than without it: less than the cost where it replaces others. */
  readonly buyersGainFen: Fen;
  readonly breaches: readonly FloorBreach[];
  /** The first moment at which the budget turned an order away; null: it would have lasted. */
  readonly budgetOutAt: Instant | null;
  /** Of the lines whose cost is known, at the quantities that were ordered: no more was sold because of it. */
  readonly marginBeforeFen: Fen;
  readonly marginAfterFen: Fen;
  readonly linesWithoutCost: number;
}

/** Adds up what orders come to. */
export class Tally {
  private touched = 0;
  private discountFen = 0;
  private giftFen = 0;
  private gainFen = 0;
  private budgetOutAt: Instant | null = null;
  private marginBeforeFen = 0;
  private marginAfterFen = 0;
  private linesWithoutCost = 0;
  private readonly breaches: FloorBreach[] = [];

  constructor(
    private readonly promotion: Promotion,
    private readonly facts: SimulationFacts,
  ) {}

  add(orderId: string, cart: Cart, before: PromotionQuote, after: PromotionQuote): void {
    const own = after.accepted.find((one) => idOf(one) === this.promotion.id);
    const refused = after.declined.find((one) => idOf(one) === this.promotion.id);
    if (refused?.why.reason === 'budget') this.budgetOutAt ??= cart.at;
    if (own) {
      this.touched += 1;
      this.giftFen += own.giftFen;
      this.discountFen += benefitFen(own) - own.giftFen;
    }
    this.gainFen += before.payableFen - after.payableFen + after.giftFen - before.giftFen;
    cart.lines.forEach((line, at) => {
      const wasFen = before.lines[at]?.amountFen ?? 0;
      const isFen = after.lines[at]?.amountFen ?? 0;
      this.addMargin(line, wasFen, isFen);
      const floorE4 = this.facts.floorE4(line.skuId);
      if (floorE4 === null) return;
      const floorFen = lineAmountFen(floorE4, line.quantity);
      if (isFen < floorFen && wasFen >= floorFen)
        this.breaches.push({
          orderId,
          lineNo: line.lineNo,
          skuId: line.skuId,
          amountFen: isFen,
          floorFen,
        });
    });
    this.marginBeforeFen -= this.giftCost(before);
    this.marginAfterFen -= this.giftCost(after);
  }

  private addMargin({ skuId, quantity }: CartLine, wasFen: Fen, isFen: Fen): void {
    const costE4 = this.facts.unitCostE4(skuId);
    if (costE4 === null) {
      this.linesWithoutCost += 1;
      return;
    }
    const costFen = lineAmountFen(costE4, quantity);
    this.marginBeforeFen += wasFen - costFen;
    this.marginAfterFen += isFen - costFen;
  }

  private giftCost({ accepted }: PromotionQuote): Fen {
    return sum(
      accepted.flatMap(({ gifts }) =>
        gifts.map(({ skuId, quantity }) => lineAmountFen(this.facts.unitCostE4(skuId) ?? 0, quantity)),
      ),
    );
  }

  total(orderCount: number): Simulation {
    const costFen = this.discountFen + this.giftFen;
    return {
      orderCount,
      ordersTouched: this.touched,
      discountFen: this.discountFen,
      giftFen: this.giftFen,
      costFen,
      byPayer: sharesOfPayers(this.promotion, costFen),
      buyersGainFen: this.gainFen,
      breaches: this.breaches,
      budgetOutAt: this.budgetOutAt,
      marginBeforeFen: this.marginBeforeFen,
      marginAfterFen: this.marginAfterFen,
      linesWithoutCost: this.linesWithoutCost,
    };
  }
}

/** The cost by who bears it. */
export function sharesOfPayers({ payers }: Promotion, costFen: Fen) {
  const fens = dealFen(
    costFen,
    payers.map(({ shareBp }) => shareBp),
  );
  return payers.map(({ partyId }, at) => ({ partyId, fen: fens[at] as Fen }));
}
