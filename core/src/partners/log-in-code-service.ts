import { hash, randomInt } from 'node:crypto';
import { type Instant, type Platform, type RateLimit, Refused, type SmsSender } from '../platform';
import { sessionDesk, type Visit } from './begin-session-service';
import { findByPhoneStore } from './find-by-phone-store';
import { logInCodeStore } from './log-in-code-store';

const codeMs = 5 * 60_000;
const tries = 5;
const perMinute: RateLimit = { points: 1, windowMs: 60_000 };
const perDay: RateLimit = { points: 10, windowMs: 24 * 60 * 60_000 };
/** A shop full of people behind one address needs some; text messages cost money. */
const perAddress: RateLimit = { points: 60, windowMs: 60 * 60_000 };

export interface CodeWish {
  readonly phone: string;
  /** The neighbourhood of the address it comes from. */
  readonly from: string;
}

/** The desk where people sign in by a code sent to the phone their party is known by. */
export function logInCodeDesk(platform: Platform, sessionDays: number, sms: SmsSender | null) {
  const { database, coordination, log } = platform;
  const { beginSession } = sessionDesk(platform, sessionDays);

  const ownerOf = (phone: string) => database.read((tx) => findByPhoneStore(tx).onlyOwner(phone));

  const deliver = async (sender: SmsSender, phone: string, at: Instant) => {
    const owner = await ownerOf(phone);
    if (!owner) return;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const kept = {
      userId: owner.id,
      codeHash: hashOf(owner.id, code),
      triesLeft: tries,
      expiresAt: at + codeMs,
    };
    await database.transaction((tx) => logInCodeStore(tx).put(kept, at));
    const outcome = await sender.send({ phone, template: 'log-in', parameters: { code } });
    // What the provider says may repeat the number.
    if (outcome.kind !== 'done') log.warn({ outcome: outcome.kind }, 'a log-in code was not taken over');
  };

  return {
    /** True when codes can be sent. */
    sendsCodes: sms !== null,

    /**
     * Sends a code to a phone that is known. The answer is the same for every number, and so is the time it takes:
     * who exists is looked up after it.
     * @throws auth.smsOff, auth.codeTooSoon, auth.codeTooMany
     */
    async sendCode({ phone, from }: CodeWish, at: Instant): Promise<void> {
      if (!sms) throw new Refused('auth.smsOff');
      const who = hash('sha256', phone, 'hex');
      const ofAddress = await coordination.take(`code:address:${from}`, perAddress);
      if (!ofAddress.allowed) throw new Refused('auth.codeTooMany');
      if (!(await coordination.take(`code:minute:${who}`, perMinute)).allowed)
        throw new Refused('auth.codeTooSoon');
      if (!(await coordination.take(`code:day:${who}`, perDay)).allowed)
        throw new Refused('auth.codeTooMany');
      void deliver(sms, phone, at).catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a log-in code was not sent');
      });
    },

    /** @throws auth.codeWrong, auth.suspended */
    async logInByCode(
      visit: Visit,
      input: { readonly phone: string; readonly code: string; readonly device: string },
    ) {
      const owner = await ownerOf(input.phone);
      if (!owner) throw new Refused('auth.codeWrong');
      // The try counts whatever the code is, so it is committed before anybody hears of it.
      const isRight = await database.transaction(async (tx) => {
        const store = logInCodeStore(tx);
        if ((await store.take(owner.id, visit.at)) === 0) return false;
        return (await store.use(owner.id, hashOf(owner.id, input.code))) === 1;
      });
      if (!isRight) throw new Refused('auth.codeWrong');
      return beginSession(owner.id, visit, input.device);
    },
  };
}

const hashOf = (userId: string, code: string) => hash('sha256', `${userId}:${code}`, 'hex');
