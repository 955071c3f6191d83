import type { CompanyShape } from '../company-shape';
import type { Spread } from '../order-stream';

/** One stretch of load on one system. */
export interface LoadOrder extends Spread {
  readonly shape: CompanyShape;
  /** How many orders are under way at once. */
  readonly connections: number;
  readonly warmMs: number;
  /** What is measured; ends sooner when `orders` have been answered. */
  readonly windowMs: number;
  readonly orders?: number | undefined;
  readonly seed: number;
  /** Only these buyers order; all when left out. */
  readonly buyerNos?: readonly number[] | undefined;
}

/** Where a generator finds a system, and what it says there. */
export interface HttpTarget {
  readonly ports: readonly number[];
  /** What each request asks: an order, or nothing but an answer. */
  readonly ask: 'order' | 'echo';
  /** The bearer token of each buyer. */
  readonly tokens: readonly string[];
}

/** What happened within the window. */
export interface LoadResult {
  /** Answers as wished: orders approved. */
  readonly good: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Every other answer, by what it was. */
  readonly others: Readonly<Record<string, number>>;
  /** Requests that got no answer when everything was over. */
  readonly unanswered: number;
}
