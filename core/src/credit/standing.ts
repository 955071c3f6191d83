import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { LadderStep } from './ladder-step';

/** An account's change of step on the overdue ladder, as the daily round found it. */
export interface StepChange {
  readonly id: string;
  readonly accountId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly fromStep: LadderStep;
  readonly toStep: LadderStep;
  readonly overdueDays: number;
  readonly overdueFen: Fen;
  readonly ladderVersion: number;
  readonly foundOn: Day;
  readonly at: Instant;
}

/** 催收提醒: somebody is to be reminded; sending it is another's duty. */
export interface Reminder {
  readonly id: string;
  readonly accountId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly step: LadderStep;
  readonly overdueDays: number;
  readonly overdueFen: Fen;
  readonly remindOn: Day;
  readonly sentAt: Instant | null;
  readonly at: Instant;
}

/** A change of the permanent limit: who, when, before and after. */
export interface LimitChange {
  readonly id: string;
  readonly accountId: string;
  readonly version: number;
  /** Null when the account was opened with it. */
  readonly beforeFen: Fen | null;
  readonly afterFen: Fen;
  readonly beforeTermDays: number | null;
  readonly afterTermDays: number;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}
