import type { Day } from '../platform/clock';
import type { BasisPoints, PriceE4 } from '../platform/money';

export type PriceListKind = 'customer' | 'group' | 'levelRegionChannel' | 'region' | 'level' | 'standard';

/** Whom a price list or rule is for. Null asks nothing of the buyer. */
export interface BuyerScope {
  readonly buyerId: string | null;
  readonly groupId: string | null;
  readonly level: number | null;
  /** A GB/T 2260 prefix: `33` covers all of Zhejiang. */
  readonly regionPrefix: string | null;
  readonly channel: string | null;
}

/** A seller's prices for some of its buyers. */
export interface PriceList extends BuyerScope {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly kind: PriceListKind;
  readonly priority: number;
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
  /** Counts up with every change of it or its lines. */
  readonly version: number;
}

/** A larger unit's own price (箱价), agreed for a pack of this factor and for no other. */
export interface UnitPrice {
  readonly unit: string;
  readonly factor: number;
  /** Of the whole unit. */
  readonly priceE4: PriceE4;
}

/** A step of 阶梯价: from this many base units on, a price of its own or a percentage off the base price. */
export interface PriceBreak {
  readonly fromQuantity: number;
  /** Per base unit; null when `offBp` says it. */
  readonly unitPriceE4: PriceE4 | null;
  readonly offBp: BasisPoints | null;
}

/** `allUnits` 达档全量: the step reached prices every unit. `slices` 超额分段: each step prices its own units. */
export type BreakMode = 'allUnits' | 'slices';

export interface PriceListLine {
  readonly priceListId: string;
  readonly skuId: string;
  readonly unitPriceE4: PriceE4;
  /** 底价: the seller's own net price may not fall below it without approval; null has none. */
  readonly floorPriceE4: PriceE4 | null;
  readonly unitPrices: readonly UnitPrice[];
  /** Ascending by quantity. */
  readonly breaks: readonly PriceBreak[];
  readonly breakMode: BreakMode;
}

/** A SKU's price in one list, with the list it stands in. */
export type ListedPrice = PriceList & PriceListLine;

/** Customers a seller prices alike. */
export interface CustomerGroup {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly version: number;
}

export interface CustomerGroupMember {
  readonly sellerId: string;
  readonly groupId: string;
  readonly buyerId: string;
}

/** 价盘: what a base unit is meant to cost at each stage of the channel; null is not set. */
export interface PriceLadder {
  readonly skuId: string;
  readonly factoryE4: PriceE4 | null;
  readonly firstWholesaleE4: PriceE4 | null;
  readonly secondWholesaleE4: PriceE4 | null;
  readonly storeE4: PriceE4 | null;
  readonly retailE4: PriceE4 | null;
  readonly version: number;
}
