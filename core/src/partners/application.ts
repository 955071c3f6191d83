import type { PartyKind } from '../platform/caller';
import type { Day, Instant } from '../platform/clock';
import type { Channel } from './model';

/** `endorsed`: the requested seller agrees and HQ has still to. */
export type ApplicationState = 'submitted' | 'endorsed' | 'approved' | 'rejected';

/** Who looks at an application: the seller it names, or HQ. */
export type ReviewDesk = 'seller' | 'hq';

export interface Review {
  readonly desk: ReviewDesk;
  readonly answer: 'approves' | 'rejects';
  readonly userId: string;
  readonly note: string;
  readonly submissionNo: number;
  /** The reviewer has spoken to the applicant at the contact phone. */
  readonly vouchesForPhone?: boolean;
  readonly at: Instant;
}

/** What an applicant says of itself. */
export interface ApplicationForm {
  readonly kind: Exclude<PartyKind, 'hq'>;
  readonly name: string;
  readonly channel: Channel;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly regionCode: string;
  readonly townCode: string | null;
  readonly addressDetail: string;
  readonly businessLicenceNo: string;
  readonly foodLicenceNo: string;
  readonly foodLicenceExpiresOn: Day | null;
}

/** Somebody who wants to become a partner (进件). */
export interface Application extends ApplicationForm {
  readonly id: string;
  /** Of the secret the applicant's device made: whoever has it may look and hand in again. */
  readonly secretHash: string;
  readonly state: ApplicationState;
  readonly sellerId: string;
  readonly submittedAt: Instant;
  /** 1 at the first submission; each time it is handed in again one more. */
  readonly submissionNo: number;
  readonly reviews: readonly Review[];
  /** The party it became. */
  readonly partyId: string | null;
  readonly decidedAt: Instant | null;
  /** True once the personal data of a rejected application has been removed. */
  readonly scrubbed: boolean;
  /** When a code sent to the contact phone came back; null: it is only typed. */
  readonly phoneProvenAt: Instant | null;
}

/** How far HQ trusts distributors with new stores: their word is enough, or HQ looks as well. */
export type StoreReview = 'seller' | 'sellerThenHq';
