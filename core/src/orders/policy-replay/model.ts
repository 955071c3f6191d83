import type { PartyKind, Role } from '../../platform/caller';
import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';
import type { Consequence } from '../audit-policy';
import type { Finding, Hold, HoldKind, Rule, Verdict } from '../model';

/** What an audit found of an order when it was placed. */
export interface PastFinding {
  readonly rule: Rule;
  readonly lineNo: number | null;
  /** Null where a later audit has overwritten them: the trail keeps the rule alone. */
  readonly numbers: Finding['numbers'] | null;
  /** Told and nothing more, whatever a policy makes of its rule. */
  readonly isMild: boolean;
  /** Nothing was written of it, its rule being off: it is worked out anew from what stands today. */
  readonly isRecomputed: boolean;
}

/** An order as it was audited first. */
export interface PastOrder {
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerKind: PartyKind;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly placedAt: Instant;
  /** What it came to as it was asked for, freight included. */
  readonly amountFen: Fen;
  /** What the audit said of it. */
  readonly verdict: Verdict;
  readonly findings: readonly PastFinding[];
}

/** A hold an outcome has, and how long its desk is given. */
export interface OutcomeHold {
  readonly kind: HoldKind;
  readonly owner: Hold['owner'];
  readonly withinHours: number;
}

/** Who may let a held order pass by themselves. */
export interface Acceptor {
  readonly desk: Hold['owner'];
  readonly role: Role;
}

/** What a policy makes of an order; one that is not held has neither holds nor acceptors. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly holds: readonly OutcomeHold[];
  /** Who may overrule all that holds it, at its amount. Nobody: several have to, or only money or a release will do. */
  readonly acceptedBy: readonly Acceptor[];
}

/** In what an outcome differs: the gravest first, for what is held no longer has no desk to compare. */
export type OutcomeChange = 'verdict' | 'desk' | 'acceptors' | 'hours';

/** A finding whose rule the two policies treat differently. */
export interface ReplayReason extends Omit<PastFinding, 'isMild'> {
  readonly from: Consequence;
  readonly to: Consequence;
}

/** An order that would have gone another way. */
export interface ChangedOrder {
  readonly order: Omit<PastOrder, 'findings'>;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly changes: readonly OutcomeChange[];
  /** The first of them: an order of a thousand lines has as many. */
  readonly reasons: readonly ReplayReason[];
  readonly moreReasons: number;
}

/** How many orders went which way. */
export interface OutcomeCounts {
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  /** Held orders by kind and desk; one with two holds counts under both. */
  readonly holds: readonly (Pick<OutcomeHold, 'kind' | 'owner'> & { readonly orders: number })[];
  /** Held orders by who may let them pass by themselves: the seller's people, only HQ's, or nobody. */
  readonly passedBy: { readonly seller: number; readonly hq: number; readonly nobody: number };
}

/** A rule that was off when orders were placed, so that nobody knows of which of them it would have spoken. */
export interface UnseenRule {
  readonly rule: Rule;
  readonly orders: number;
}
