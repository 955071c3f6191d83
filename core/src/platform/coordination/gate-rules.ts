import type { Instant } from '../clock';
import type { GateTerms, GrabRefusal } from './gate';

/** What a gate knows when somebody asks. */
export interface GrabFacts {
  readonly terms: GateTerms;
  readonly isStopped: boolean;
  readonly free: number;
  /** What the asker has, held and sold. */
  readonly has: number;
  readonly isBarred: boolean;
  /** The asker's attempts in this second, this one among them. */
  readonly attemptsNow: number;
}

/**
 * 秒杀抢购: whether units may be taken, or why not. Nothing is taken before every rule has been asked: window, pace,
 * who is barred, the cap of each buyer, and last what is left.
 */
export function decideGrab(facts: GrabFacts, quantity: number, at: Instant): 'token' | GrabRefusal {
  const { terms, isStopped, free, has, isBarred, attemptsNow } = facts;
  if (isStopped || at >= terms.endsAt) return 'over';
  if (attemptsNow > terms.attemptsPerSecond) return 'tooFast';
  if (at < terms.startsAt) return 'early';
  if (isBarred) return 'barred';
  if (has + quantity > terms.perBuyer) return 'capped';
  return free >= quantity ? 'token' : 'lost';
}

/** A token as a gate keeps it. */
export interface KeptToken {
  readonly buyerId: string;
  readonly quantity: number;
  readonly state: 'held' | 'ordering' | 'sold';
  readonly endsAt: Instant;
  /** '' until an order uses it. */
  readonly orderId: string;
  /** When the order that uses it is looked after; of a sold one, since when it is sold. */
  readonly dueAt: Instant;
  readonly grabbedAt: Instant;
  readonly attempts: number;
}

/** Whether an order may use a token now, or begin again. */
export function decideRedeem(
  kept: KeptToken | undefined,
  { buyerId, orderId }: { readonly buyerId: string; readonly orderId: string },
  isStopped: boolean,
  at: Instant,
): 'begin' | 'again' | 'gone' | 'used' | 'over' {
  // Whose it is is nobody else's business.
  if (!kept || kept.buyerId !== buyerId) return 'gone';
  if (kept.state !== 'held') return kept.orderId === orderId ? 'again' : 'used';
  if (isStopped) return 'over';
  return at >= kept.endsAt ? 'gone' : 'begin';
}
