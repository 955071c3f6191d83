import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

export type IndicatorName =
  'amountJump' | 'quantityJump' | 'orderBurst' | 'orderSlicing' | 'newAddress' | 'machineTiming';

/** One indicator that fired, with what it saw. */
export interface Indicator {
  readonly indicator: IndicatorName;
  readonly score: number;
  readonly evidence: string;
}

/** What an order scored. In shadow it is recorded and decides nothing. */
export interface Assessment {
  readonly orderId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly addressId: string;
  readonly payableFen: Fen;
  readonly quantities: Readonly<Record<string, number>>;
  readonly placedAt: Instant;
  readonly score: number;
  readonly indicators: readonly Indicator[];
  readonly mode: 'shadow' | 'live';
}

/** What an order looks like to the indicators. */
export type OrderFacts = Pick<
  Assessment,
  'orderId' | 'sellerId' | 'buyerId' | 'addressId' | 'payableFen' | 'quantities' | 'placedAt'
>;

/** How goods of a flash sale were won and ordered. */
export interface GrabTiming {
  /** From the opening of the activity to the token. */
  readonly grabMs: number;
  /** From the token to the order. */
  readonly orderMs: number;
  /** Of the buyer at the gate, until it had the token. */
  readonly attempts: number;
}
