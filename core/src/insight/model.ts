import type { Day, Fen } from '../platform';

/** What orders come to, added up over whatever they have in common. */
export interface OrderFigures {
  /** 下单数: all that were placed, whatever became of them; goods sent again are no sale. */
  readonly orders: number;
  /** 自动通过: approved at once, without a person. */
  readonly touchlessOrders: number;
  /** 有效订单: neither rejected nor cancelled nor closed with nothing sent. */
  readonly keptOrders: number;
  /** 有效金额: what is payable for those that are kept, freight among it. */
  readonly keptFen: Fen;
}

/** What the goods of orders come to, in base units and without freight; of orders that are kept. */
export interface GoodsFigures {
  /** Orders that ask for the SKU. */
  readonly orders: number;
  readonly quantity: number;
  readonly shipped: number;
  readonly signed: number;
  readonly keptFen: Fen;
}

/** What the goods of a category or brand come to; their quantities are of several units, and are not added up. */
export interface RangeFigures {
  /** SKUs that were asked for. */
  readonly skus: number;
  /** A SKU of an order is one, in orders that are kept. */
  readonly orderedSkus: number;
  readonly keptFen: Fen;
}

/** 履约: how one order was delivered, on the day its last shipment was signed for. */
export interface DeliveryOutcome {
  /** By Shanghai. */
  readonly day: Day;
  /** 订单周期: whole hours from placing to signing, 2,160 at most. */
  readonly cycleHours: number;
  /** Its buyer asked for a day. */
  readonly isPromised: boolean;
  /** It was there on that day or before. */
  readonly isOnTime: boolean;
  /** All that was asked for was accepted; gifts and substitutes do not count. */
  readonly isFull: boolean;
  /** Nothing was damaged or refused. */
  readonly isUndamaged: boolean;
  readonly orderLines: number;
  readonly fullLines: number;
}

/** What deliveries come to, added up over whatever they have in common. */
export interface DeliveryFigures {
  readonly orders: number;
  readonly promisedOrders: number;
  /** Of those promised. */
  readonly onTimeOrders: number;
  readonly fullOrders: number;
  /** OTIF: of those promised, on time and in full. */
  readonly otifOrders: number;
  /** 完美订单: OTIF, and nothing damaged. */
  readonly perfectOrders: number;
  readonly orderLines: number;
  /** 行满足: of the lines, those accepted as they were asked for. */
  readonly fullLines: number;
}

export interface DayDeliveries extends DeliveryFigures {
  readonly sellerId: string;
  readonly day: Day;
  readonly cycleHours: number;
}

/** What one order adds to the figures; an order that changes takes back what it added before. */
export interface OrderShare extends OrderFigures {
  readonly sellerId: string;
  readonly buyerId: string;
  /** The day and hour it was placed, by Shanghai. */
  readonly day: Day;
  readonly hour: number;
  /** 省级区划, two digits, of where it goes. */
  readonly province: string;
  readonly goods: Readonly<Record<string, Omit<GoodsFigures, 'orders'>>>;
  /** Null until it is delivered; those kept from before there were such figures have none. */
  readonly delivery?: DeliveryOutcome | null;
}

export interface HourFigures extends OrderFigures {
  readonly sellerId: string;
  readonly day: Day;
  readonly hour: number;
}

export interface BuyerFigures extends OrderFigures {
  readonly day: Day;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly province: string;
}

export interface SkuFigures extends GoodsFigures {
  readonly day: Day;
  readonly sellerId: string;
  readonly skuId: string;
}

/** An order whose share is to be counted anew. */
export interface Turn {
  readonly orderId: string;
}

/** What an order has added so far. */
export interface KeptShare {
  readonly orderId: string;
  readonly share: OrderShare;
}
