import type { Day } from '../platform/clock';
import type { PriceE4 } from '../platform/money';

/** A unit goods are handled in. Its factor counts base units and belongs to the SKU alone. */
export interface Unit {
  readonly unit: string;
  readonly factor: number;
  readonly sellable: boolean;
}

/** Something sold. Quantities of it are counted in its base unit. */
export interface Sku {
  readonly id: string;
  readonly name: string;
  /** What tells it from its neighbours on the shelf: `500ml×15`. */
  readonly spec: string;
  readonly brand: string;
  readonly category: string;
  readonly productLine: string;
  readonly barcode: string;
  readonly baseUnit: string;
  /** Larger units only, ascending by factor; the base unit is not among them. */
  readonly units: readonly Unit[];
  readonly shelfLifeDays: number;
  readonly taxRateBp: number;
  /** 起订量; 0 asks nothing. */
  readonly minimumQuantity: number;
  /** 倍数; 1 allows any quantity. */
  readonly multipleQuantity: number;
  /** 限购; null sets no limit. */
  readonly maximumQuantity: number | null;
  readonly status: 'active' | 'inactive';
  /** Name, pinyin, initials and barcodes in one lower-case text, for search. */
  readonly searchText: string;
}

export type PriceListKind = 'customer' | 'levelRegionChannel' | 'region' | 'level' | 'standard';

/** A seller's prices for some of its buyers. Null scope fields ask nothing of the buyer. */
export interface PriceList {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly kind: PriceListKind;
  readonly buyerId: string | null;
  readonly level: number | null;
  /** A GB/T 2260 prefix: `33` covers all of Zhejiang. */
  readonly regionPrefix: string | null;
  readonly channel: string | null;
  readonly priority: number;
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
}

export interface PriceListLine {
  readonly priceListId: string;
  readonly skuId: string;
  readonly unitPriceE4: PriceE4;
  /** 底价: the seller's own net price may not fall below it without approval; null has none. */
  readonly floorPriceE4: PriceE4 | null;
}
