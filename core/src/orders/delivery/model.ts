import type { Channel } from '../../partners';
import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';

/** 按金额: the highest step reached says what delivery costs; below the first one it is free. */
export interface AmountCharge {
  readonly kind: 'amount';
  readonly steps: readonly { readonly fromFen: Fen; readonly chargeFen: Fen }[];
}

/** 首重/续重 and 首件/续件: so much up to the first measure, and more for each further one that is begun. */
export interface MeasureCharge {
  readonly kind: 'weight' | 'cases';
  /** In grams, or cases. */
  readonly first: number;
  readonly firstFen: Fen;
  readonly further: number;
  readonly furtherFen: Fen;
}

export type ChargeWay = AmountCharge | MeasureCharge;

/** What delivery costs some buyers, somewhere. What is null holds for all. */
export interface DeliveryRule {
  readonly buyerId: string | null;
  /** A division: `33` a province, `3301` a city, `330106` a district. */
  readonly regionCode: string | null;
  readonly channel: Channel | null;
  readonly charge: ChargeWay;
  /** 满额包邮: nothing is charged from this amount of goods on; null: there is no such amount. */
  readonly freeFromFen: Fen | null;
}

/** 运费规则: what a seller charges for delivery. A version holds from its start until the next one's. */
export interface DeliveryTerms {
  readonly sellerId: string;
  readonly version: number;
  readonly startsAt: Instant;
  readonly rules: readonly DeliveryRule[];
  /** 自提: buyers may fetch their goods, which costs nothing. */
  readonly allowsPickup: boolean;
  readonly note: string;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** What an order was charged for delivery when it was decided, and by what. */
export interface OrderFreight {
  readonly version: number;
  readonly isPickup: boolean;
  /** Before promotions. */
  readonly listFen: Fen;
  /** What promotions took off. */
  readonly offFen: Fen;
  readonly reason: DeliveryReason;
}

/** Cheaper ways to have the goods of a basket. */
export interface FreightOffer {
  /** 再买多少免运费, in goods; null where no amount makes delivery free, or it is. */
  readonly missingFen: Fen | null;
  readonly offersPickup: boolean;
}

export type DeliveryReason = 'pickup' | 'noRule' | 'free' | 'amount' | 'weight' | 'cases';
