import type { Day, Instant } from '../platform/clock';
import type { BasisPoints } from '../platform/money';

export type StorageZone = 'ambient' | 'chilled' | 'frozen';

export interface Warehouse {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly regionCode: string;
  /** 温区: what its rooms can keep. */
  readonly temperatureZones: readonly StorageZone[];
  /** Days from an order to the goods' arrival. */
  readonly leadDays: number;
  /** What sending from here costs, compared with the owner's other warehouses: lower is cheaper. */
  readonly costRank: number;
  /** GB/T 2260 prefixes it delivers to; none means everywhere. */
  readonly servesRegions: readonly string[];
}

/** 质量状态: only `available` goods are ever promised. */
export type Quality = 'available' | 'inspection' | 'damaged' | 'blocked' | 'expired';

/** 批次: goods of one SKU made together, in one place, with one owner and one quality. */
export interface Lot {
  readonly id: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  /** The first day it may no longer be sold. */
  readonly expiresOn: Day;
  readonly quality: Quality;
  /** 在库 */
  readonly onHand: number;
  /** 占用: promised to orders and still here. */
  readonly reserved: number;
  readonly receivedAt: Instant;
  /** The recall that stops it, wherever it lies and whatever is promised of it; null: none. */
  readonly recallId: string | null;
}

/** 出入库类型. `quality` is a pair: out of one quality, into another. */
export type MovementKind =
  | 'receive'
  | 'ship'
  | 'return'
  | 'transferOut'
  | 'transferIn'
  | 'quality'
  | 'count'
  | 'adjust'
  | 'destroy'
  | 'expire'
  | 'lend'
  | 'borrow';

/** An entry of the stock ledger: a lot's on-hand quantity is the sum of its movements. */
export interface Movement {
  readonly id: string;
  readonly lotId: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  /** Positive comes in, negative goes out. */
  readonly quantity: number;
  readonly kind: MovementKind;
  readonly documentKind:
    | 'receipt'
    | 'shipment'
    | 'signing'
    | 'afterSales'
    | 'inbound'
    | 'transfer'
    | 'count'
    | 'operation'
    | 'expiry'
    | 'loan';
  readonly documentId: string;
  readonly actorId: string;
  /** In words, where somebody gave any. */
  readonly reason: string;
  readonly at: Instant;
}

/** What a lot has promised to an order line. `open` is what of it has neither shipped nor been released. */
export interface Reservation {
  readonly orderId: string;
  readonly lineNo: number;
  readonly lotId: string;
  readonly open: number;
}

/** What an order line asks of the seller's stock. */
export interface Want {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly skuId: string;
  readonly quantity: number;
  /** Lots that expire before this day are too old for this buyer. */
  readonly lastsUntil: Day;
  /** 不倒批: nor may a lot expire before what this buyer last got of the SKU. */
  readonly noOlderThan?: Day | null;
  /** 禁售线: lots that expire on this day or before it are sold to nobody. */
  readonly stopsSaleOn?: Day;
  /** The day the goods are planned to arrive; ageing goods are priced by the life they have then. */
  readonly receiptOn?: Day;
  /** Base units of a case; whole cases of a lot are taken before loose units. */
  readonly caseFactor?: number;
  /** From how many lots at most; null or absent: from any number. */
  readonly maximumLots?: number | null;
  readonly keepBack?: KeepBack;
  /** What the buyer's channel may still take of the seller's stock; null or absent: no quota. */
  readonly channelLeft?: number | null;
  /** What ageing goods cost less, by the life they have left. */
  readonly markdowns?: readonly MarkdownBand[];
}

/** 安全保留: what must stay unpromised of one SKU of one seller. */
export interface KeepBack {
  /** In all warehouses together. */
  readonly quantity: number;
  readonly byWarehouse: ReadonlyMap<string, number>;
}

/** Goods with at least this share of their life left cost this much less than listed. */
export interface MarkdownBand {
  readonly fromBp: BasisPoints;
  readonly markdownBp: BasisPoints;
}

export interface Pick {
  readonly lotId: string;
  readonly quantity: number;
}

export interface Allocation {
  readonly picks: readonly Pick[];
  /** What no lot could meet: picks + short = quantity. */
  readonly short: number;
  /** Of the shortage, how much lies in lots that are only too old for this buyer. */
  readonly ageing: number;
  /** Those lots, first to expire first; null when there are none or nothing is short. */
  readonly ageingOffer: AgeingOffer | null;
  /** Of the shortage, how much suits and is kept back as buffer. */
  readonly keptBack: number;
  /** Of the shortage, how much the channel's quota refuses. */
  readonly overQuota: number;
  /** Of the shortage, how much suits and lies in more lots than the line may mix. */
  readonly inMoreLots: number;
}

/** 临期货: goods the buyer's rule refuses, at a price of their own. */
export interface AgeingOffer {
  readonly quantity: number;
  readonly lots: readonly AgeingLot[];
}

export interface AgeingLot extends Pick {
  readonly expiresOn: Day;
  /** The share of life left on the planned day of receipt. */
  readonly remainingBp: BasisPoints;
  /** Off the listed price. */
  readonly markdownBp: BasisPoints;
}

/** A day of a SKU in a warehouse, as planning will want it: one row a day, never rewritten. */
export interface StockDay {
  readonly day: Day;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly ownerId: string;
  /** At the end of the day. */
  readonly onHand: number;
  readonly reserved: number;
  /** From factories, suppliers, and customers who sent goods back. */
  readonly received: number;
  readonly shipped: number;
  /** The rest, net: transfers, counts, destruction, corrections. */
  readonly adjusted: number;
  /** True when nothing could be promised at the end of the day. */
  readonly stockOut: boolean;
}
