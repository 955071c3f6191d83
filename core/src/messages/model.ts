import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

/** What a message tells. */
export type MessageKind =
  | 'orderApproved'
  | 'orderRejected'
  | 'orderShipped'
  | 'refunded'
  | 'afterSalesDecided'
  | 'saleStarting'
  | 'afterSalesAsked'
  | 'refundStuck'
  | 'webhookPaused'
  | 'reportMade';

/** What it is about, and so where a tap leads. */
export interface Subject {
  readonly subject: 'order' | 'afterSales' | 'flash' | 'promotion' | 'refund' | 'webhook' | 'report';
  readonly subjectId: string;
}

/** 消息: one thing told to one person. */
export interface Message extends Subject {
  readonly id: string;
  /** What happened; a person hears of it once. */
  readonly eventId: string;
  readonly userId: string;
  readonly partyId: string;
  readonly kind: MessageKind;
  readonly title: string;
  readonly body: string;
  readonly at: Instant;
  readonly readAt: Instant | null;
}

/** The facts a message of WeChat may carry, by the names the settings file uses. */
export interface Facts {
  /** 单号 of the order or request. */
  readonly number?: string;
  readonly amount?: Fen;
  readonly goods?: string;
  /** At most five Chinese characters: 已通过. */
  readonly state?: string;
  readonly at?: Instant;
  /** The other side. */
  readonly party?: string;
  readonly title?: string;
  readonly remark?: string;
}

/** 订阅: how many messages of a template a person has agreed to, on one WeChat. */
export interface MessageConsent {
  readonly userId: string;
  readonly openid: string;
  readonly templateId: string;
  readonly consents: number;
  /** The person told WeChat never to ask again. */
  readonly isBanned: boolean;
  readonly changedAt: Instant;
}

/**
 * `sending`: on its way, and nobody knows yet. `unknown`: it may have arrived, and is not sent again. `unwanted`: the
 * person takes no more of them. `failed`: a person looks at it.
 */
export type SendState = 'waiting' | 'sending' | 'sent' | 'unwanted' | 'unknown' | 'failed';

/** 订阅消息: a message on its way to somebody's WeChat, which has used up one consent. */
export interface MessageSend {
  readonly id: string;
  readonly messageId: string;
  readonly userId: string;
  readonly kind: MessageKind;
  readonly openid: string;
  readonly templateId: string;
  /** By the template's keys, as WeChat takes them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly page: string;
  readonly state: SendState;
  readonly tries: number;
  /** What WeChat said the last time, as a code; empty when it said nothing. */
  readonly code: string;
  readonly createdAt: Instant;
  /** Nobody wants yesterday's news: not tried again from then on. */
  readonly endsAt: Instant;
  readonly settledAt: Instant | null;
}

/** 提醒我: somebody wants to know when a sale is about to start. */
export interface SaleReminder {
  readonly id: string;
  readonly userId: string;
  readonly partyId: string;
  readonly subject: 'flash' | 'promotion';
  readonly subjectId: string;
  readonly remindAt: Instant;
  readonly askedAt: Instant;
  readonly toldAt: Instant | null;
}
