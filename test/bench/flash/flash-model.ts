/** A flash sale as its crowd plays it. */
export interface CrowdQuestion {
  readonly play: {
    readonly port: number;
    /** The bearer token of each buyer, in order. */
    readonly tokens: readonly string[];
    readonly activityId: string;
    readonly skuId: string;
    readonly units: number;
    /** When the sale opens; some ask before. */
    readonly startsAt: number;
    readonly connections: number;
    readonly seed: number;
    /** The crowd goes home after this, whatever is left. */
    readonly longestMs: number;
  };
}

/** Requests of one kind for a while, one after the other on each connection. */
export interface StretchQuestion {
  readonly stretch: {
    readonly port: number;
    readonly tokens: readonly string[];
    readonly path: string;
    readonly activityId: string;
    readonly connections: number;
    /** What is sent before counting begins. */
    readonly warmMs: number;
    readonly windowMs: number;
    readonly seed: number;
  };
}

export interface Spread {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface CrowdResult {
  readonly grabs: number;
  /** While the crowd arrived: each buyer's first grab, and what came between. */
  readonly arrivalSeconds: number;
  readonly arrivalGrabs: number;
  readonly seconds: number;
  readonly winners: Spread;
  readonly losers: Spread;
  readonly orders: Spread;
  /** Orders that were approved. */
  readonly bought: number;
  readonly walkedAway: number;
  readonly repeats: number;
  readonly cheats: Readonly<Record<string, number>>;
  /** What no honest answer explains: a cheat that got through, a repeat that was answered otherwise. */
  readonly wrongs: readonly string[];
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface StretchResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface WebQuestion {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly dataDir: string;
}
