import { hash, randomInt } from 'node:crypto';
import { type Instant, type Platform, Refused, type SmsSender, type Tx } from '../platform';
import { codeLimits, type CodePurpose, codeMs, codeTries } from './phone-code';
import { phoneCodeStore } from './phone-code-store';

/** Whose code it is: of a phone for a purpose, and of one user alone where that user is known already. */
export interface CodeHolder {
  readonly purpose: CodePurpose;
  readonly phone: string;
  /** '' where nobody has logged in yet. */
  readonly userId: string;
}

export interface CodeWish extends CodeHolder {
  /** The neighbourhood of the address it comes from. */
  readonly from: string;
  /** Whether a message may go there; asked after the answer, so that its time tells nothing. */
  readonly isWanted: () => Promise<boolean>;
}

export type PhoneCodes = ReturnType<typeof phoneCodes>;

/** Sends codes to phones, within what text messages may cost, and takes each back once. */
export function phoneCodes({ database, log }: Platform, sms: SmsSender | null) {
  /** Counts a message, or, where one limit is reached, none of them. @throws auth.codeTooSoon, auth.codeTooMany */
  const pace = (whose: Readonly<Record<'address' | 'phone', string>>, at: Instant) =>
    database.transaction(async (tx) => {
      for (const { of, name, refusal, ...limit } of codeLimits) {
        const counted = `${of}:${name}:${hash('sha256', whose[of], 'hex')}`;
        if (!(await phoneCodeStore(tx).pace(counted, limit, at))) throw new Refused(refusal);
      }
    });

  /** A number nobody has is given a code as well, which reaches nobody: a guess costs the same either way. */
  const deliver = async (sender: SmsSender, wish: CodeWish, at: Instant) => {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const whoHash = whoHashOf(wish);
    const kept = {
      purpose: wish.purpose,
      whoHash,
      codeHash: codeHashOf(whoHash, code),
      triesLeft: codeTries,
      expiresAt: at + codeMs,
    };
    await database.transaction((tx) => phoneCodeStore(tx).put(kept, at));
    if (!(await wish.isWanted())) return;
    const outcome = await sender.send({ phone: wish.phone, template: 'log-in', parameters: { code } });
    // What the provider says may repeat the number.
    if (outcome.kind !== 'done') log.warn({ outcome: outcome.kind }, 'a code was not taken over');
  };

  /**
   * Counts a try and says whether the code is right; a right one stays good until it is spent. The try counts whatever
   * the code is, so it is committed before anybody hears of it.
   * @throws auth.codeWrong
   */
  const check = async (holder: CodeHolder, code: string, at: Instant): Promise<void> => {
    const which = whichOf(holder);
    const isRight = await database.transaction(async (tx) => {
      const store = phoneCodeStore(tx);
      return (await store.take(which, at)) === 1 && store.isThere(which, codeHashOf(which.whoHash, code));
    });
    if (!isRight) throw new Refused('auth.codeWrong');
  };

  /** Uses a checked code up in the transaction of what it opens, once. @throws auth.codeWrong */
  const spend = async (tx: Tx, holder: CodeHolder, code: string): Promise<void> => {
    const which = whichOf(holder);
    const spent = await phoneCodeStore(tx).use(which, codeHashOf(which.whoHash, code));
    if (spent === 0) throw new Refused('auth.codeWrong');
  };

  return {
    /** True when codes can be sent. */
    isOn: sms !== null,

    /** @throws auth.smsOff, auth.codeTooSoon, auth.codeTooMany */
    async send(wish: CodeWish, at: Instant): Promise<void> {
      if (!sms) throw new Refused('auth.smsOff');
      await pace({ address: wish.from, phone: wish.phone }, at);
      void deliver(sms, wish, at).catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a code was not sent');
      });
    },

    check,
    spend,

    /** Uses a code up where nothing else is left to be looked at. @throws auth.codeWrong */
    async use(holder: CodeHolder, code: string, at: Instant): Promise<void> {
      await check(holder, code, at);
      await database.transaction((tx) => spend(tx, holder, code));
    },
  };
}

const whoHashOf = ({ phone, userId }: CodeHolder) => hash('sha256', `${userId}:${phone}`, 'hex');
const whichOf = (holder: CodeHolder) => ({ purpose: holder.purpose, whoHash: whoHashOf(holder) });
const codeHashOf = (whoHash: string, code: string) => hash('sha256', `${whoHash}:${code}`, 'hex');
