import type { Day, Instant } from '../platform/clock';

/**
 * 授权: a seller may sell these goods to this channel in these areas, for a time. Area codes are
 * GB/T 2260 (6 digits; 9 for a town or street); a province or city covers what lies in it, `*` the country.
 */
export interface Grant {
  readonly id: string;
  readonly sellerId: string;
  /** Depth of the seller below HQ. Sellers compete on one level only: a supplier's grant stands above its buyers'. */
  readonly level: number;
  readonly name: string;
  /** `*` is every line; empty is none, for a grant of named SKUs alone. */
  readonly productLine: string;
  /** Narrows the line to these categories; empty takes every category. */
  readonly onlyCategories: readonly string[];
  /** Granted by name, whatever their line. */
  readonly includedSkuIds: readonly string[];
  readonly excludedSkuIds: readonly string[];
  readonly excludedCategories: readonly string[];
  readonly areas: readonly string[];
  /** 其余地区: what of these areas is granted to nobody else more closely, for the goods and channel in question. */
  readonly remainderAreas: readonly string[];
  readonly excludedAreas: readonly string[];
  /** Empty is every channel. */
  readonly channels: readonly string[];
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
  /** 独家: nobody else of the level may sell there, unless granted the place more closely. */
  readonly exclusive: boolean;
  /** A temporary permit lets goods through only after a person has looked. */
  readonly kind: 'regular' | 'temporary';
  /** Base units a permit lets through in all; null sets no cap. */
  readonly quantityCap: number | null;
  /** Base units approved under a permit so far. */
  readonly usedQuantity: number;
  readonly reason: string;
  /** The user who granted it; empty for grants that were loaded. */
  readonly approvedBy: string;
  readonly version: number;
  readonly updatedAt: Instant;
}

/** A grant as it is loaded: what it leaves out asks and allows nothing of its own. */
export type NewGrant = Pick<
  Grant,
  | 'id'
  | 'sellerId'
  | 'name'
  | 'productLine'
  | 'areas'
  | 'channels'
  | 'startsOn'
  | 'endsOn'
  | 'exclusive'
  | 'kind'
> &
  Partial<Grant>;

/** Where on the map, in millionths of a degree (GCJ-02 or WGS-84, one of them throughout). */
export interface Point {
  readonly latitudeE6: number;
  readonly longitudeE6: number;
}

/** Where goods go, as far as it is known. */
export interface Place {
  readonly regionCode: string;
  /** Nine digits; null when the town is not known. */
  readonly townCode: string | null;
  readonly point: Point | null;
}

/** A place where goods were delivered before: its point is known to lie in its district. */
export interface KnownPoint extends Point {
  readonly id: string;
  readonly regionCode: string;
  readonly townCode: string | null;
}

/** What an area can absorb of a product line in 30 days. */
export interface Capacity {
  readonly areaCode: string;
  readonly productLine: string;
  /** Base units that consumers there buy in 30 days. */
  readonly sellOutQuantity: number;
  /** Base units that the trade there should have on its shelves. */
  readonly stockTargetQuantity: number;
  readonly version: number;
  readonly updatedAt: Instant;
}

/** Numbers a seller is judged by from a day on; `*` is every seller without its own. */
export interface Policy {
  readonly sellerId: string;
  readonly startsOn: Day;
  /** 边界: so far outside the granted area a delivery is looked at and not blocked. */
  readonly borderMetres: number;
  /** How often the sell-out an area absorbs, in basis points. */
  readonly absorptionBp: number;
}

/** 连锁配送中心: a chain's delivery centre that may be served although it lies elsewhere. */
export interface ChainDelivery {
  readonly id: string;
  readonly chainId: string;
  readonly addressId: string;
  /** `*` is every seller that holds the goods' line. */
  readonly sellerId: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly note: string;
  readonly version: number;
}

/** 跨区拦截: goods that were stopped on their way; who, what and where to, and no person. */
export interface Blocked {
  readonly id: string;
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly channel: string;
  readonly regionCode: string;
  readonly townCode: string | null;
  readonly reason: string;
  /** The grant that decided, where one did. */
  readonly grantId: string | null;
  readonly on: Day;
  readonly at: Instant;
}

/** Base units an order line takes of a permit's cap. */
export interface PermitUse {
  readonly grantId: string;
  readonly orderId: string;
  readonly lineNo: number;
  readonly quantity: number;
}

/** A grant under the code its areas are looked up by. */
export interface GrantArea {
  readonly grantId: string;
  /** A prefix of two, four or six digits; empty is the country. Towns stand under their district. */
  readonly areaCode: string;
}
