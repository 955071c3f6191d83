import type { Instant } from '../clock';

/**
 * A gate before something scarce: it hands out tokens for units of a quota, each for a short time, and knows who has
 * taken how many. What it knows may be lost at any moment; it is then built anew from what the database says.
 * At every moment quota = sold + held + free.
 */
export interface GateTerms {
  readonly quota: number;
  /** Units one taker may have, held and sold together. */
  readonly perBuyer: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** How long a token waits to be used. */
  readonly tokenMs: number;
  /** So many attempts a second of one taker are looked at; more are turned away. */
  readonly attemptsPerSecond: number;
}

/** Units that were bought with a token, as the database has them. */
export interface GateSale {
  readonly token: string;
  readonly buyerId: string;
  readonly quantity: number;
}

export interface Warming {
  readonly terms: GateTerms;
  readonly isStopped: boolean;
  readonly sold: readonly GateSale[];
  /** Of the lock it is done under: an older one changes nothing. */
  readonly fencing: number;
  /** When `sold` was read, by the gate's own time: what was sold here since is not in it. */
  readonly readAt: Instant;
}

export interface Grab {
  readonly buyerId: string;
  /** Made by the taker and kept for retries. */
  readonly requestId: string;
  readonly quantity: number;
  /** Nobody else's and not to be guessed; it becomes the token if there is one to be had. */
  readonly token: string;
}

export interface GateToken {
  readonly token: string;
  readonly quantity: number;
  /** Until when it may be used. */
  readonly endsAt: Instant;
}

/** Why a grab got nothing; `notWarm` says that nothing is known, never that nothing is left. */
export type GrabRefusal = 'lost' | 'capped' | 'early' | 'over' | 'notWarm' | 'barred' | 'tooFast';

/** `at` is the gate's time of the answer. */
export type GrabAnswer =
  | ({ readonly answer: 'token'; readonly at: Instant } & GateToken)
  | {
      readonly answer: GrabRefusal;
      readonly at: Instant;
      /** Units whose tokens run: some of them may come back. */
      readonly held: number;
    };

export interface Redeem {
  readonly token: string;
  readonly buyerId: string;
  readonly orderId: string;
  /** How long the order may take before somebody looks what became of it. */
  readonly leaseMs: number;
}

export type RedeemAnswer =
  | {
      readonly answer: 'ordering';
      readonly quantity: number;
      readonly grabbedAt: Instant;
      /** How often its taker had asked before the token was given. */
      readonly attempts: number;
    }
  | { readonly answer: 'gone' | 'used' | 'over' | 'notWarm' };

/** A token whose order has been on its way for too long. */
export interface Overdue {
  readonly token: string;
  readonly buyerId: string;
  readonly orderId: string;
}

export interface GateLook {
  /** Tokens whose orders are on their way; their units are among those held. */
  readonly ordering: number;
  readonly quota: number;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  readonly attempts: number;
  readonly isStopped: boolean;
  readonly fencing: number;
}

export interface HeldToken extends GateToken {
  readonly isOrdering: boolean;
}

/**
 * The gates of a house, each by its name. Time is the gate's own, so that no taker's clock opens it early. Every call
 * throws Unavailable after a bounded wait; one that was not answered may have happened, and all of them can be
 * said again.
 */
export interface Gates {
  /** The gate's time. */
  now(): Promise<Instant>;
  /**
   * Builds a gate, or builds it anew: what is sold is what the database says, and tokens that run go on.
   * False when somebody with a younger lock has done so already.
   */
  warm(name: string, warming: Warming): Promise<boolean>;
  /** Asks for units. Everything is looked at before anything is taken; the same request gets the same answer. */
  grab(name: string, grab: Grab): Promise<GrabAnswer>;
  /** Begins to use a token for an order. The same order may begin again; another may not. */
  redeem(name: string, redeem: Redeem): Promise<RedeemAnswer>;
  /** The order of a token stands: its units are sold. A token nobody knows any more is put down as sold too. */
  confirm(name: string, sale: GateSale): Promise<void>;
  /** The order of a token came to nothing: it may be used again while its time lasts. */
  putBack(name: string, token: string, orderId: string): Promise<void>;
  /** Ends tokens that have not become sales; their units are free again. Answers how many units. */
  release(name: string, tokens: readonly string[]): Promise<number>;
  /** Takes units of a sale back. Said twice with the same `left`, it happens once. */
  takeBack(name: string, token: string, left: number): Promise<void>;
  /** Ends a taker's token and lets the taker have no other. */
  bar(name: string, token: string): Promise<void>;
  /** Frees tokens whose time is over and that nobody began to use. Answers how many units. */
  sweep(name: string): Promise<number>;
  /** Tokens whose orders take too long, the eldest first. */
  overdue(name: string, limit: number): Promise<readonly Overdue[]>;
  /** What a gate counts; null where there is none. */
  look(names: readonly string[]): Promise<readonly (GateLook | null)[]>;
  /** What a taker holds and has not bought yet. */
  heldBy(name: string, buyerId: string): Promise<readonly HeldToken[]>;
  /** Lets nobody in any more, and no token be used. */
  stop(name: string): Promise<void>;
  forget(name: string): Promise<void>;
}
