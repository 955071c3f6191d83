import type { Caller } from '../platform';
import { addDays, type Day } from '../platform/clock';
import { Refused } from '../platform/refusals';

/** A year and a day, so that a year can be held against the day a year ago. */
export const longestDays = 366;
/** More rows than that nobody reads; the figures of the rest are in the total. */
export const longestList = 500;

export interface SalesQuery {
  readonly from: Day;
  readonly to: Day;
  /** `own`: what the caller sells. `channel`: what its distributors sell, which HQ alone sees. */
  readonly side: 'own' | 'channel';
}

/** Days from `from` to `to`, both included; of one seller, of all but one, or of everybody. */
export interface SalesScope {
  readonly from: Day;
  readonly to: Day;
  readonly sellerId: string | null;
  readonly exceptSellerId: string | null;
}

/** Whose figures of which days somebody asks for. @throws insight.periodUnfit, insight.notYours */
export function scopeOf(caller: Caller, { from, to, side }: SalesQuery): SalesScope {
  if (to < from || to > addDays(from, longestDays - 1)) throw new Refused('insight.periodUnfit');
  if (side === 'channel' && caller.partyKind !== 'hq') throw new Refused('insight.notYours');
  return side === 'own'
    ? { from, to, sellerId: caller.partyId, exceptSellerId: null }
    : { from, to, sellerId: null, exceptSellerId: caller.partyId };
}
