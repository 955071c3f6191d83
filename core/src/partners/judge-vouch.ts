import { isMobile } from './check-phone';

/**
 * How the owner's log-in phone stands to who supplies the party. `mayVouch`: the contact phone can be vouched for. `isIt`:
 * it is the log-in phone already. `hasOther`: the owner has proved another, which is not for others to change.
 */
export type PhoneStanding = 'mayVouch' | 'isIt' | 'hasOther' | 'noMobile' | 'noOwner' | 'manyOwners';

export interface PhoneFacts {
  readonly contactPhone: string;
  /** Active owners; more than one is nobody in particular. */
  readonly ownerCount: number;
  /** What the one owner has proved. */
  readonly verifiedPhone: string | null;
}

/** Whether a supplier's word can make the contact phone the owner's, or why it cannot. */
export function judgeVouch({ contactPhone, ownerCount, verifiedPhone }: PhoneFacts): PhoneStanding {
  if (ownerCount === 0) return 'noOwner';
  if (ownerCount > 1) return 'manyOwners';
  if (verifiedPhone !== null) return verifiedPhone === contactPhone ? 'isIt' : 'hasOther';
  return isMobile(contactPhone) ? 'mayVouch' : 'noMobile';
}
