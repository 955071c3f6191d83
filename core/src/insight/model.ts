import type { Day, Fen } from '../platform';

/** What orders come to, added up over whatever they have in common. */
export interface OrderFigures {
  /** 下单数: all that were placed, whatever became of them. */
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
