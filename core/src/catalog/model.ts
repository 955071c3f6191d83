import type { Instant } from '../platform/clock';

/** A unit goods are handled in. Its factor counts base units and belongs to the SKU's pack version alone. */
export interface Unit {
  readonly unit: string;
  readonly factor: number;
  readonly sellable: boolean;
  /** Whether price lists may name a price of their own for it (箱价). */
  readonly priceable: boolean;
  /** '' where it bears none. */
  readonly barcode: string;
  /** Packed, with its wrapping; 0 where nobody weighed it. */
  readonly weightGrams: number;
  readonly volumeMl: number;
}

/** 温层: goods of two zones never share a load. */
export type TemperatureZone = 'ambient' | 'chilled' | 'frozen';

/** Something sold. Quantities of it are counted in its base unit. */
export interface Sku {
  readonly id: string;
  readonly name: string;
  /** What tells it from its neighbours on the shelf: `500ml×15`. */
  readonly spec: string;
  /** The id of its brand; '' has none. */
  readonly brand: string;
  /** The id of its category. */
  readonly category: string;
  readonly productLine: string;
  /** Of its base unit. */
  readonly barcode: string;
  readonly baseUnit: string;
  /** Larger units only, ascending by factor; the base unit is not among them. */
  readonly units: readonly Unit[];
  /** Counts up when a factor changes; orders keep the version they were placed in. */
  readonly packVersion: number;
  /** Of a base unit; 0 where nobody weighed it. */
  readonly weightGrams: number;
  readonly volumeMl: number;
  readonly temperatureZone: TemperatureZone;
  /** In whose name it is invoiced; '' is the seller's own. */
  readonly invoiceEntity: string;
  readonly shelfLifeDays: number;
  /** Set where the label counts calendar months; the days are then their usual length. */
  readonly shelfLifeMonths: number | null;
  /** 禁售: it is no longer sold when fewer days than this are left. */
  readonly stopSaleDays: number;
  readonly taxRateBp: number;
  /** 起订量; 0 asks nothing. */
  readonly minimumQuantity: number;
  /** 倍数; 0 and 1 allow any quantity. */
  readonly multipleQuantity: number;
  /** 限购; null and 0 set no limit. */
  readonly maximumQuantity: number | null;
  readonly status: 'active' | 'inactive';
  /** Counts up with every change: an editor says which one it has seen. */
  readonly version: number;
  /** What search looks through, in lower case: see `searchTextOf`. */
  readonly searchText: string;
}

/** How a SKU was packed from a moment on, kept when a factor changes. */
export interface PackVersion {
  readonly skuId: string;
  readonly packVersion: number;
  readonly baseUnit: string;
  readonly barcode: string;
  readonly units: readonly Unit[];
  readonly startsAt: Instant;
  readonly changedBy: string;
}

/** What a scanned code stands for. Codes of earlier packs stay known as long as nobody else bears them. */
export interface SkuBarcode {
  readonly barcode: string;
  readonly skuId: string;
  readonly unit: string;
  readonly factor: number;
  readonly packVersion: number;
}

/** A shelf of the range. Its id never changes; its name and place may. */
export interface Category {
  readonly id: string;
  readonly name: string;
  /** Null stands at the top. */
  readonly parentId: string | null;
  /** Smaller stands earlier. */
  readonly position: number;
  readonly version: number;
}

export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly version: number;
}

/** Goods a seller may send in place of others, the first choice first. */
export interface Substitute {
  readonly sellerId: string;
  readonly skuId: string;
  readonly substituteSkuId: string;
  readonly position: number;
}

/** A photo that shows a SKU; position 0 is the main one. */
export interface GoodsPicture {
  readonly skuId: string;
  readonly position: number;
  readonly photoId: string;
}
