import type { Day } from '../platform/clock';
import type { Lot, MarkdownBand } from './model';
import type { Buffer, ChannelQuota, Commitment, Inbound, LifeRule } from './policy-model';

/** Everything a batch of lines asks stock about, read at once. */
export interface StockFacts {
  readonly on: Day;
  /** Lots with something free, in id order. */
  readonly lots: readonly Lot[];
  /** By seller. */
  readonly lifeRules: ReadonlyMap<string, readonly LifeRule[]>;
  readonly buffers: readonly Buffer[];
  /** Those that hold on the day. */
  readonly quotas: readonly ChannelQuota[];
  /** By seller; a seller who has none of its own uses the usual ones. */
  readonly markdowns: ReadonlyMap<string, readonly MarkdownBand[]>;
  /** The expiry of the freshest lot a buyer has got, by `deliveredKey`. */
  readonly delivered: ReadonlyMap<string, Day>;
  /** Confirmed and still to come. */
  readonly inbound: readonly Inbound[];
  /** Back-orders that are still owed. */
  readonly commitments: readonly Commitment[];
}

/** Facts of a seller who has nothing and asks nothing: a place to begin from. */
export const noStockFacts = (on: Day): StockFacts => ({
  on,
  lots: [],
  lifeRules: new Map(),
  buffers: [],
  quotas: [],
  markdowns: new Map(),
  delivered: new Map(),
  inbound: [],
  commitments: [],
});

export const deliveredKey = (buyerId: string, skuId: string) => `${buyerId} ${skuId}`;
