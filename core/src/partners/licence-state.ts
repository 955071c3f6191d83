import { type Day, daysBetween } from '../platform/clock';
import type { LicenceState, Party } from './model';

/** A licence is asked about from this many days before its last day. */
export const licenceNoticeDays = 30;

/**
 * How a food licence stands on a day. It is good on its last day; `none` when none is on file.
 * @see Food Safety Law of the PRC, art. 53: a seller checks the licence of whom it deals with.
 */
export function licenceState(expiresOn: Day | null, on: Day): LicenceState {
  if (expiresOn === null) return 'none';
  const daysLeft = daysBetween(on, expiresOn);
  if (daysLeft < 0) return 'expired';
  return daysLeft <= licenceNoticeDays ? 'expiring' : 'valid';
}

export type OrderingReason =
  'suspended' | 'ordersStopped' | 'licenceExpired' | 'licenceExpiring' | 'licenceMissing';

export interface OrderingAnswer {
  /** `warn` orders, and is told why it soon might not. */
  readonly answer: 'yes' | 'warn' | 'no';
  readonly reason: OrderingReason | null;
}

type Standing = Pick<Party, 'status' | 'foodLicenceExpiresOn'>;

/** Whether a party may order on a day: its standing first, then its food licence. */
export function mayOrder({ status, foodLicenceExpiresOn }: Standing, on: Day): OrderingAnswer {
  if (status !== 'active') return { answer: 'no', reason: status };
  switch (licenceState(foodLicenceExpiresOn, on)) {
    case 'expired':
      return { answer: 'no', reason: 'licenceExpired' };
    case 'expiring':
      return { answer: 'warn', reason: 'licenceExpiring' };
    case 'none':
      return { answer: 'warn', reason: 'licenceMissing' };
    case 'valid':
      return { answer: 'yes', reason: null };
  }
}
