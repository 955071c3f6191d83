import type { Fen, Instant } from '../../platform';

/** A parcel, or all goods in one where nobody splits them. */
export interface UploadParcel {
  readonly trackingNo: string | null;
  /** WeChat's code of the company. */
  readonly company: string | null;
  readonly items: string;
  readonly receiverPhone: string | null;
}

/** What WeChat is to be told of a payment's goods. */
export interface UploadPlan {
  readonly logistics: 'express' | 'city';
  readonly isSplit: boolean;
  readonly isAllDelivered: boolean;
  readonly parcels: readonly UploadParcel[];
}

/** `waiting`: to be told, or told with an unknown outcome. `notNeeded`: the money went back. `failed`: a person looks. */
export type UploadState = 'waiting' | 'sent' | 'failed' | 'notNeeded';

/** 发货信息: what WeChat was told of the goods of one payment, and how that went. */
export interface ShippingUpload {
  readonly paymentId: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly merchantId: string;
  readonly transactionId: string;
  readonly payerOpenid: string;
  readonly paidFen: Fen;
  readonly plan: UploadPlan;
  /** Counts up with every plan; an answer to an older one says nothing of this. */
  readonly version: number;
  readonly state: UploadState;
  readonly tries: number;
  /** What WeChat said the last time, as a code; empty when it said nothing. */
  readonly code: string;
  /** The time told with the last upload: each is later than the one before. */
  readonly uploadedAt: Instant;
  readonly createdAt: Instant;
  readonly settledAt: Instant | null;
  /** When the goods were confirmed to be received, and the money let go, as WeChat told; null until it does. */
  readonly receivedAt: Instant | null;
  readonly paidOutAt: Instant | null;
}
