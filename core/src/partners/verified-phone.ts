import type { Instant } from '../platform/clock';

/** Who says that a phone is a user's: the phone itself by a code it got, or who supplies the user's party. */
export type PhoneProof = 'code' | 'supplier';

/** The phone a user logs in by. One a user, and one user a phone: else a number would not say who it is. */
export interface VerifiedPhone {
  readonly phone: string;
  readonly userId: string;
  readonly provedBy: PhoneProof;
  readonly verifiedAt: Instant;
}

/** A phone as it is shown to its holder: enough to know it again, too little to learn it. */
export const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
