import type { Gates } from './gate';

/** A right held by one process at a time, until it is released or its lease runs out. */
export interface Lock {
  readonly name: string;
  /** Nobody else's; what compares it knows whose lock it is. */
  readonly owner: string;
  /** Rises with every lock of this name; a write that carries it can refuse an older holder. */
  readonly fencing: number;
  /** Starts the lease anew. False when the lock is no longer ours. */
  renew(): Promise<boolean>;
  /** False when the lock was no longer ours; then nothing changes. */
  release(): Promise<boolean>;
}

export interface RateLimit {
  readonly points: number;
  /** Whole seconds in milliseconds. */
  readonly windowMs: number;
  /** What this call costs in points, 1 unless told. */
  readonly cost?: number;
}

export interface RateAnswer {
  readonly allowed: boolean;
  /** Points left in this window. */
  readonly remaining: number;
  /** When not allowed, how long until the window is over. */
  readonly retryAfterMs: number;
  /** How long this window still lasts. */
  readonly windowEndsAfterMs: number;
}

/**
 * What processes tell each other in passing. Nothing here is the truth: all of it may be lost, and
 * then the database still holds. Every call throws Unavailable after a bounded wait.
 */
export interface Coordination {
  readonly kind: 'local' | 'redis';
  /** Takes a lock, or answers null when somebody holds it. */
  lock(name: string, options: { readonly leaseMs: number }): Promise<Lock | null>;
  /** Adds to a counter and answers the new value. Its life begins with its first increment. */
  increment(name: string, by: number, options?: { readonly expiresAfterMs?: number }): Promise<number>;
  /** The value of a counter; null when it was never counted or has expired. */
  get(name: string): Promise<number | null>;
  /** Takes points from a rate limit. */
  take(name: string, limit: RateLimit): Promise<RateAnswer>;
  /** Tells everyone who listens now, this process included. */
  publish(topic: string, message: string): Promise<void>;
  /** Listens until the answered function is called. */
  subscribe(topic: string, listener: (message: string) => void): Promise<() => Promise<void>>;
  /** Gates before what is scarce. */
  readonly gates: Gates;
  ping(): Promise<void>;
  close(): Promise<void>;
}
