import { type Day, daysBetween, type Instant } from '../platform/clock';
import { type BasisPoints, type Fen, sum } from '../platform/money';
import { type LadderStep, ladderSteps, severityOf } from './ladder-step';
import type { Overdue } from './model';

/** From how many days late each step holds. */
export type LadderDays = Readonly<Record<Exclude<LadderStep, 'clear'>, number>>;

/** A seller's overdue ladder; the latest version begun by a day is valid on it. */
export interface LadderPolicy {
  readonly sellerId: string;
  readonly version: number;
  readonly startsOn: Day;
  readonly fromDays: LadderDays;
  /** Overdue up to the larger of these two is not chased. */
  readonly ignoredFen: Fen;
  /** A share of the permanent limit. */
  readonly ignoredBp: BasisPoints;
  /** A reminder goes out at every harder step, and again after so many days. */
  readonly remindEveryDays: number;
  readonly actorId: string;
  readonly at: Instant;
}

/** The ladder of a seller that has set none. */
export const usualLadder = {
  version: 0,
  fromDays: { remind: 1, noPromotion: 8, cashOnly: 16, stopShipment: 31, frozen: 61 },
  ignoredFen: 50_000,
  ignoredBp: 100,
  remindEveryDays: 7,
} as const satisfies Partial<LadderPolicy>;

export type Ladder = Pick<
  LadderPolicy,
  'version' | 'fromDays' | 'ignoredFen' | 'ignoredBp' | 'remindEveryDays'
>;

/** The ladder valid on a day. */
export function ladderOn(policies: readonly LadderPolicy[], on: Day): Ladder {
  let valid: Ladder | null = null;
  for (const policy of policies) {
    if (policy.startsOn <= on && policy.version > (valid?.version ?? 0)) valid = policy;
  }
  return valid ?? usualLadder;
}

/** What a step forbids; each forbids what the ones before it do. */
export interface Forbidden {
  /** Promotional prices and gifts on account. */
  readonly promotion: boolean;
  /** Orders on account: cash only. */
  readonly onAccount: boolean;
  readonly shipping: boolean;
  /** Temporary limits are void. */
  readonly temporaryLimit: boolean;
  /** Any order at all; the debt goes to collection. */
  readonly ordering: boolean;
}

export function forbiddenBy(step: LadderStep): Forbidden {
  const at = (first: LadderStep) => severityOf(step) >= severityOf(first);
  return {
    promotion: at('noPromotion'),
    onAccount: at('cashOnly'),
    shipping: at('stopShipment'),
    temporaryLimit: at('stopShipment'),
    ordering: at('frozen'),
  };
}

/** Overdue up to here is not chased: max(¥500, 1 % of the limit) unless the ladder says otherwise. */
export const ignoredUpToFen = (ladder: Ladder, limitFen: Fen): Fen =>
  Math.max(ladder.ignoredFen, Math.floor((limitFen * ladder.ignoredBp) / 10_000));

/** The step that so many days late lead to, the amount being worth it. */
export function stepOfDays({ fromDays }: Pick<Ladder, 'fromDays'>, overdueDays: number): LadderStep {
  return ladderSteps.findLast((step) => step !== 'clear' && overdueDays >= fromDays[step]) ?? 'clear';
}

export interface LadderAnswer {
  readonly step: LadderStep;
  readonly overdueDays: number;
  readonly overdueFen: Fen;
  /** Overdue up to here is not chased. */
  readonly ignoredUpToFen: Fen;
}

/** Where an account stands: by its oldest overdue bill, once more is overdue than is ignored. */
export function ladderStep(
  ladder: Ladder,
  overdue: Pick<Overdue, 'oldestDueOn' | 'overdueFen'> | null | undefined,
  limitFen: Fen,
  on: Day,
): LadderAnswer {
  const ignored = ignoredUpToFen(ladder, limitFen);
  const late = overdue ? daysBetween(overdue.oldestDueOn, on) : 0;
  if (!overdue || late <= 0) return { step: 'clear', overdueDays: 0, overdueFen: 0, ignoredUpToFen: ignored };
  const { overdueFen } = overdue;
  const step = overdueFen > ignored ? stepOfDays(ladder, late) : 'clear';
  return { step, overdueDays: late, overdueFen, ignoredUpToFen: ignored };
}

/** What is past due on a day among these bills; null when nothing is. */
export function overdueOf(
  bills: readonly { accountId: string; amountFen: Fen; paidFen: Fen; dueOn: Day }[],
  on: Day,
): Overdue | null {
  const late = bills.filter((bill) => bill.dueOn < on && bill.paidFen < bill.amountFen);
  const [first] = late;
  if (!first) return null;
  return {
    accountId: first.accountId,
    oldestDueOn: late.reduce((oldest, { dueOn }) => (dueOn < oldest ? dueOn : oldest), first.dueOn),
    overdueFen: sum(late.map(({ amountFen, paidFen }) => amountFen - paidFen)),
  };
}

/** True when a reminder is due: the step became harder, or the last reminder is old enough. */
export function reminderDue(
  ladder: Pick<Ladder, 'remindEveryDays'>,
  before: LadderStep,
  now: LadderStep,
  remindedOn: Day | null,
  on: Day,
): boolean {
  if (now === 'clear') return false;
  if (severityOf(now) > severityOf(before) || remindedOn === null) return true;
  return daysBetween(remindedOn, on) >= ladder.remindEveryDays;
}
