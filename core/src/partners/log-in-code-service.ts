import { type Instant, type Platform, Refused } from '../platform';
import { sessionDesk, type Visit } from './begin-session-service';
import type { PhoneCodes } from './phone-code-service';
import { verifiedPhoneStore } from './verified-phone-store';

/** The desk where strangers get codes: to log in by a phone that is proved, or to ask to become a partner. */
export function logInCodeDesk(platform: Platform, sessionDays: number, codes: PhoneCodes) {
  const { beginSession } = sessionDesk(platform, sessionDays);
  const ofPhone = (phone: string) => platform.database.read((tx) => verifiedPhoneStore(tx).ofPhone(phone));

  return {
    /** True when codes can be sent. */
    sendsCodes: codes.isOn,

    /**
     * Sends a code: for a log-in to a phone that is proved and to no other, for an application to any. The answer is
     * the same for every number, and so is the time it takes: who exists is looked up after it.
     * @throws auth.smsOff, auth.codeTooSoon, auth.codeTooMany
     */
    sendCode: (
      { phone, purpose, from }: { phone: string; purpose: 'logIn' | 'apply'; from: string },
      at: Instant,
    ) =>
      codes.send(
        {
          phone,
          purpose,
          from,
          userId: '',
          isWanted: async () => purpose === 'apply' || (await ofPhone(phone)) !== undefined,
        },
        at,
      ),

    /** A locked password does not lock it: else whoever guesses at one would shut its owner out. @throws auth.codeWrong, auth.suspended */
    async logInByCode(
      visit: Visit,
      { phone, code, device }: { readonly phone: string; readonly code: string; readonly device: string },
    ) {
      await codes.use({ purpose: 'logIn', phone, userId: '' }, code, visit.at);
      const verified = await ofPhone(phone);
      if (!verified) throw new Refused('auth.codeWrong');
      return beginSession(verified.userId, visit, device);
    },
  };
}
