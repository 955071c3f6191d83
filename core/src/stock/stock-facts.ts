import type { Day } from '../platform/clock';
import type { Known } from '../platform/collect';
import type { Lot, MarkdownBand } from './model';
import type { Buffer, ChannelQuota, LifeRule } from './policy-model';

/** What sellers and buyers have said about their goods; it stands until somebody says otherwise. */
export interface StockTerms {
  /** By seller. */
  readonly lifeRules: Known<readonly LifeRule[]>;
  /** By seller; a seller who has none of its own uses the usual ones. */
  readonly markdowns: Known<readonly MarkdownBand[]>;
  readonly buffers: readonly Buffer[];
  /** Those that hold on the day. */
  readonly quotas: readonly ChannelQuota[];
}

/** Everything a batch of lines asks stock about, read at once. */
export interface StockFacts extends StockTerms {
  readonly on: Day;
  /** Lots with something free, in id order. */
  readonly lots: readonly Lot[];
  /** The expiry of the freshest lot a buyer has got, by `deliveredKey`. */
  readonly delivered: ReadonlyMap<string, Day>;
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
});

export const deliveredKey = (buyerId: string, skuId: string) => `${buyerId} ${skuId}`;
