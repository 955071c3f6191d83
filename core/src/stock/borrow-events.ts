import type { DomainEvent } from '../platform/outbox/event';
import type { Day, Instant } from '../platform/clock';
import type { PriceE4 } from '../platform/money';
import type { StorageZone } from './model';

/** What the two sides of a borrowing tell each other. Each may be told twice or late and does no harm. */
interface BetweenTwo {
  readonly borrowId: string;
  readonly lenderId: string;
  readonly borrowerId: string;
  readonly agreementId: string;
  readonly skuId: string;
  readonly unitPriceE4: PriceE4;
}

export interface BorrowRequested extends BetweenTwo {
  readonly productLine: string;
  readonly temperatureZone: StorageZone;
  readonly quantity: number;
  readonly lastsUntil: Day;
}

export interface BorrowAnswered extends BetweenTwo {
  /** What is promised; 0 declines. */
  readonly promised: number;
  readonly reason: string;
}

export interface BorrowReleased extends BetweenTwo {
  readonly reason: string;
}

export interface BorrowLent extends BetweenTwo {
  readonly lots: readonly {
    readonly lotNo: string;
    readonly producedOn: Day;
    readonly expiresOn: Day;
    readonly quantity: number;
  }[];
}

interface Payloads {
  readonly 'borrow.requested': BorrowRequested;
  readonly 'borrow.answered': BorrowAnswered;
  readonly 'borrow.released': BorrowReleased;
  readonly 'borrow.lent': BorrowLent;
}

/** An event of one borrowing; those of the same one are delivered in the order they were made. */
export function borrowEvent<Name extends keyof Payloads>(
  id: string,
  name: Name,
  at: Instant,
  payload: Payloads[Name],
): DomainEvent {
  return { id, name, version: 1, aggregate: `borrow:${payload.borrowId}`, at, payload };
}

/** The part every event says. */
export const betweenTwo = (record: Omit<BetweenTwo, 'borrowId'> & { readonly id: string }): BetweenTwo => ({
  borrowId: record.id,
  lenderId: record.lenderId,
  borrowerId: record.borrowerId,
  agreementId: record.agreementId,
  skuId: record.skuId,
  unitPriceE4: record.unitPriceE4,
});
