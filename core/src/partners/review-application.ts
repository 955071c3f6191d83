import type { Application, ApplicationState, ReviewDesk, StoreReview } from './application';

/** What an answer of a desk makes of an application; null when it is not that desk's turn. */
export function afterReview(
  application: Pick<Application, 'state' | 'kind'>,
  desk: ReviewDesk,
  answer: 'approves' | 'rejects',
  storeReview: StoreReview,
): ApplicationState | null {
  const { state, kind } = application;
  if (state !== 'submitted' && state !== 'endorsed') return null;
  // An endorsed one has left the seller's desk.
  if (desk === 'seller' && state === 'endorsed') return null;
  if (answer === 'rejects') return 'rejected';
  if (desk === 'hq') return 'approved';
  // A distributor's word is enough for a shop at most, never for another distributor.
  return storeReview === 'seller' && kind !== 'distributor' ? 'approved' : 'endorsed';
}

/** True when the applicant may hand it in (again). */
export function mayResubmit(state: ApplicationState): boolean {
  return state === 'rejected';
}
