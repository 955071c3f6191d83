import { type Caller, Contended, type Platform, Refused, type Tx } from '../platform';
import { sessionDesk } from './begin-session-service';
import { passwordCheck } from './check-password-service';
import { deskOf } from './desk-service';
import { hashPassword } from './password-service';
import type { CodeHolder, PhoneCodes } from './phone-code-service';
import type { SessionWatch } from './session-cache-service';
import { partnerStore } from './store';
import type { VerifiedPhone } from './verified-phone';
import { verifiedPhoneStore } from './verified-phone-store';
import { wechatBindingStore } from './wechat-binding-store';

/** What shows, besides being logged in, that it is the user: a screen left open must not do. */
export type OwnProof =
  | { readonly by: 'password'; readonly password: string }
  /** Sent to the phone the user has proved before. */
  | { readonly by: 'phone'; readonly code: string };

/** A code that was right when it was looked at. */
interface Checked {
  readonly holder: CodeHolder;
  readonly code: string;
}

export interface OwnPhone {
  readonly verified: VerifiedPhone | null;
  /** What the party is called at, for whoever has not proved a phone yet; '' when nobody said. */
  readonly contactPhone: string;
}

/** The desk where people prove the phone they log in by. */
export function ownPhoneDesk(platform: Platform, codes: PhoneCodes, sessions: SessionWatch) {
  const desk = deskOf(platform);
  const { database } = desk;
  const { loadMe } = sessionDesk(platform, 0);
  const checkPassword = passwordCheck(platform);

  const verifiedOf = async (userId: string) =>
    (await database.read((tx) => verifiedPhoneStore(tx).ofUsers([userId])))[0];

  /** @throws auth.phoneNone */
  const ownNumber = async (userId: string) => {
    const verified = await verifiedOf(userId);
    if (!verified) throw new Refused('auth.phoneNone');
    return verified.phone;
  };

  /** A code at the caller's own phone, which is right and not used up yet. @throws auth.phoneNone, auth.codeWrong */
  const checkOwnCode = async (caller: Caller, code: string): Promise<Checked> => {
    const phone = await ownNumber(caller.userId);
    const holder: CodeHolder = { purpose: 'ownPhone', phone, userId: caller.userId };
    await codes.check(holder, code, caller.at);
    return { holder, code };
  };

  const prove = async (caller: Caller, proof: OwnProof): Promise<readonly Checked[]> => {
    if (proof.by === 'phone') return [await checkOwnCode(caller, proof.code)];
    const { user } = await loadMe(caller.userId);
    const found = await checkPassword(user.loginName, proof.password);
    if (found.id !== user.id) throw new Refused('auth.wrong');
    return [];
  };

  /** Last of all, so that what is refused costs no code. @throws auth.codeWrong */
  const spendAll = async (tx: Tx, checked: readonly Checked[]) => {
    for (const { holder, code } of checked) await codes.spend(tx, holder, code);
  };

  return {
    async ownPhone(caller: Caller): Promise<OwnPhone> {
      const [verified, { party }] = await Promise.all([verifiedOf(caller.userId), loadMe(caller.userId)]);
      return { verified: verified ?? null, contactPhone: party.contactPhone };
    },

    /**
     * Sends a code to the phone the caller has proved, or to `newPhone`, whoever's it is: whether it is taken is said
     * only to who holds it.
     * @throws auth.smsOff, auth.phoneNone, auth.codeTooSoon, auth.codeTooMany
     */
    async sendOwnCode(caller: Caller, { newPhone, from }: { newPhone: string | undefined; from: string }) {
      const phone = newPhone ?? (await ownNumber(caller.userId));
      const purpose = newPhone === undefined ? 'ownPhone' : 'newPhone';
      const isWanted = () => Promise.resolve(true);
      await codes.send({ phone, purpose, from, userId: caller.userId, isWanted }, caller.at);
    },

    /**
     * Makes a phone the caller's, by the code it got, and by the former phone or the password.
     * @throws auth.wrong, auth.locked, auth.phoneNone, auth.codeWrong, auth.phoneTaken
     */
    async changePhone(
      caller: Caller,
      input: { readonly phone: string; readonly code: string; readonly proof: OwnProof },
    ): Promise<void> {
      const proofs = await prove(caller, input.proof);
      const holder: CodeHolder = { purpose: 'newPhone', phone: input.phone, userId: caller.userId };
      await codes.check(holder, input.code, caller.at);
      await database.transaction(async (tx) => {
        const user = await wechatBindingStore(tx).userLocked(caller.userId);
        if (!user) throw new Contended('a user');
        const verified: VerifiedPhone = {
          phone: input.phone,
          userId: user.id,
          provedBy: 'code',
          verifiedAt: caller.at,
        };
        if (!(await verifiedPhoneStore(tx).put(verified))) throw new Refused('auth.phoneTaken');
        const after = { userId: user.id, provedBy: 'code' };
        await desk.record(tx, caller, { partyId: user.partyId, kind: 'phoneVerified', after });
        await spendAll(tx, [...proofs, { holder, code: input.code }]);
      });
    },

    /**
     * Sets a password by a code sent to the phone the caller has proved, for who has forgotten it or never knew the one
     * that somebody else made. Every other session of the user ends.
     * @throws auth.phoneNone, auth.codeWrong
     */
    async setPasswordByCode(
      caller: Caller,
      { code, newPassword }: { readonly code: string; readonly newPassword: string },
    ): Promise<void> {
      const checked = await checkOwnCode(caller, code);
      const passwordHash = await hashPassword(newPassword);
      await database
        .transaction(async (tx) => {
          await partnerStore(tx).setPassword(caller.userId, passwordHash, false);
          await partnerStore(tx).endOtherSessions(caller.userId, caller.sessionId, caller.at);
          const after = { userId: caller.userId };
          await desk.record(tx, caller, { partyId: caller.partyId, kind: 'passwordSetByCode', after });
          const [verified] = await verifiedPhoneStore(tx).ofUsers([caller.userId]);
          // Somebody may have undone the phone since the code was looked at.
          if (verified?.phone !== checked.holder.phone) throw new Refused('auth.phoneNone');
          await spendAll(tx, [checked]);
        })
        .finally(() => sessions.forget({ kind: 'user', id: caller.userId }));
    },
  };
}
