import type { Day, Instant } from '../platform/clock';
import type { BasisPoints } from '../platform/money';
import type { MarkdownBand } from './model';

/** How near a rule of freshness is to a line: the nearest one answers, and it alone. */
export type LifeScope = 'buyerSku' | 'buyerCategory' | 'buyer' | 'channel';

/** 效期要求: how fresh a seller's goods must be when they reach a customer, and how they may be mixed. */
export interface LifeRule {
  readonly id: string;
  readonly sellerId: string;
  readonly scope: LifeScope;
  /** The buyer; in a channel's rule, the channel. */
  readonly subject: string;
  /** The SKU or the category; empty where the rule covers all goods. */
  readonly goods: string;
  readonly minimumDays: number;
  readonly minimumLifeBp: BasisPoints;
  /** 单行最多批次; null mixes freely. */
  readonly maximumLots: number | null;
  /** 不倒批: refuses lots that expire before what the customer last got. */
  readonly refusesOlder: boolean;
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
}

/** 安全保留 of one SKU: in one warehouse, or (no warehouse named) of all the owner has. */
export interface Buffer {
  readonly ownerId: string;
  /** Empty: all warehouses together. */
  readonly warehouseId: string;
  readonly skuId: string;
  readonly quantity: number;
}

/** 渠道配额: how much of a SKU a seller lets a channel take in a period. */
export interface ChannelQuota {
  readonly sellerId: string;
  readonly skuId: string;
  readonly channel: string;
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
  readonly quantity: number;
  /** What orders have taken of it and not given back. */
  readonly used: number;
}

/** What one order line has taken of a quota; a line that is filled later may take of the next period's too. */
export interface QuotaUse {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly skuId: string;
  readonly channel: string;
  /** Which period's quota. */
  readonly startsOn: Day;
  readonly quantity: number;
}

/** 临期特价: a seller's own markdowns; with none, the trade's usual ones hold. */
export interface SellerMarkdown extends MarkdownBand {
  readonly sellerId: string;
}

/** The freshest lot of a SKU a buyer has been sent, by its expiry. */
export interface DeliveredLife {
  readonly buyerId: string;
  readonly skuId: string;
  readonly expiresOn: Day;
  readonly at: Instant;
}

export type InboundState = 'planned' | 'confirmed' | 'received' | 'cancelled';

/** 在途预约: goods that are to come into a warehouse. Only what is confirmed may be promised from. */
export interface Inbound {
  readonly id: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly expectedOn: Day;
  readonly quantity: number;
  /** What has arrived of it. */
  readonly received: number;
  readonly state: InboundState;
  readonly note: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** 欠货: what a seller has still to send, promised for a day. */
export interface Commitment {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly skuId: string;
  readonly dueOn: Day;
  readonly quantity: number;
}

/** 软占用: goods kept for somebody for a while, such as until a payment; after that they are free by themselves. */
export interface SoftReservation {
  readonly id: string;
  readonly lotId: string;
  readonly ownerId: string;
  readonly quantity: number;
  readonly endsAt: Instant;
}
