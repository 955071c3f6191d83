import type { Day } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { BuyerScope } from './price-model';

/** Where a rule of ordering stands, nearest to the buyer first; a seller's rule for everybody asks only of orders. */
export type RuleScope = 'customer' | 'priceList' | 'levelRegionChannel' | 'category' | 'sku' | 'seller';

/** What a rule asks of a line and of an order. Null inherits from the next scope; 0 waives. */
export interface OrderingAsk {
  readonly minimumQuantity: number | null;
  readonly multipleQuantity: number | null;
  readonly maximumQuantity: number | null;
  readonly orderAmountFen: Fen | null;
  readonly orderCases: number | null;
  readonly orderWeightGrams: number | null;
}

/** A seller's rule of ordering: for whom, for which goods, since when, and what it asks. */
export interface OrderingRule extends Omit<BuyerScope, 'groupId'>, OrderingAsk {
  readonly id: string;
  readonly sellerId: string;
  readonly scope: RuleScope;
  readonly priceListId: string | null;
  readonly category: string | null;
  readonly skuId: string | null;
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
  readonly version: number;
}
