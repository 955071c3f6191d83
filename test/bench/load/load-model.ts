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

/** Requests that come when they come, whatever has become of those before. */
export interface OpenLoadOrder extends Spread {
  readonly shape: CompanyShape;
  readonly ratePerSecond: number;
  readonly windowMs: number;
  readonly seed: number;
  /** Who asks: each group has its share of the rate. */
  readonly groups: readonly {
    readonly name: string;
    readonly share: number;
    readonly buyerNos: readonly number[];
  }[];
}

/** What became of the requests of one group. Times count from when a request was sent. */
export interface OpenLoadResult {
  readonly name: string;
  readonly offered: number;
  readonly accepted: number;
  readonly acceptedP50Ms: number;
  readonly acceptedP99Ms: number;
  readonly refused: number;
  readonly refusedP50Ms: number;
  readonly refusedP99Ms: number;
  /** Refusals by what they were. */
  readonly codes: Readonly<Record<string, number>>;
  /** Refusals that did not say when to come back. */
  readonly withoutRetryAfter: number;
  readonly unanswered: number;
  /** How late the generator itself was: beyond a few milliseconds it offered less than it should. */
  readonly lateP99Ms: number;
}
