import type { Instant } from '../platform/clock';
import type { ApiScope } from './scopes';

/** A key a party gives to a program of its own. Its secret is known to nobody here: only its hash is kept. */
export interface ApiKey {
  readonly id: string;
  readonly partyId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** Addresses and networks it may come from; none: from anywhere. */
  readonly networks: readonly string[];
  /** How the token begins, which tells people what key it is. */
  readonly prefix: string;
  readonly tokenHash: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** Opens nothing from here on; null: until it is revoked. */
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string;
}

/** When and from where a key was last used, to the minute: it is shown to people and decides nothing. */
export interface ApiKeyUse {
  readonly keyId: string;
  readonly lastUsedAt: Instant;
  readonly lastAddress: string;
}

export type ApiKeyStanding = 'live' | 'expired' | 'revoked';

/** A key as its party sees it. */
export interface SeenApiKey {
  readonly key: ApiKey;
  readonly use: ApiKeyUse | undefined;
}

/** What a party may be told of. */
export type HookType =
  | 'order.placed'
  | 'order.approved'
  | 'order.rejected'
  | 'order.edited'
  | 'order.cancelled'
  | 'order.shipped'
  | 'order.signed'
  | 'payment.paid'
  | 'payment.refunded'
  | 'afterSales.requested'
  | 'afterSales.approved'
  | 'afterSales.refused'
  | 'afterSales.closed';

/** Sent when somebody asks for it; nobody chooses it. */
export const testHook = 'webhook.test';

/** `paused`: by its owner, or because it failed for days. Nothing is kept for it meanwhile. */
export type WebhookState = 'active' | 'paused';

/** 事件推送: an address of a party's own that is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly version: number;
  readonly partyId: string;
  readonly name: string;
  readonly url: string;
  readonly types: readonly HookType[];
  readonly state: WebhookState;
  /** Why it stands still: empty when its owner wanted it so. */
  readonly pausedBecause: '' | 'failing';
  /** What its messages are signed with. */
  readonly secret: string;
  /** The one before; messages carry its signature too until its day is over. */
  readonly formerSecret: string;
  readonly formerUntil: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** How a webhook fares. It changes with every delivery, so it stands apart from what is kept in memory. */
export interface WebhookPace {
  readonly webhookId: string;
  /** Somebody delivers to it until then. */
  readonly busyUntil: Instant;
  /** Nothing has arrived since; null while things do. */
  readonly failingSince: Instant | null;
  readonly lastArrivedAt: Instant | null;
}

/** `dead`: nobody tries again by himself. */
export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** Why a delivery did not arrive; empty when it did, or was answered with a status that says no. */
export type DeliveryFailure =
  '' | 'timeout' | 'unreachable' | 'addressForbidden' | 'statusRefused' | 'removed';

/** One message to one webhook, and what became of it. What the other side wrote back is not kept. */
export interface HookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly partyId: string;
  /** What happened; a webhook hears of it once. */
  readonly eventId: string;
  readonly type: HookType | typeof testHook;
  readonly occurredAt: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly statusCode: number | null;
  readonly failure: DeliveryFailure;
  readonly durationMs: number | null;
  readonly createdAt: Instant;
  readonly nextAt: Instant;
  readonly settledAt: Instant | null;
}
