import { type Caller, Contended, type Platform, Refused, type Tx } from '../platform';
import { sessionDesk } from './begin-session-service';
import { isMobile } from './check-phone';
import { passwordCheck } from './check-password-service';
import { deskOf } from './desk-service';
import { hashPassword } from './password-service';
import type { PhoneCodes } from './phone-code-service';
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

  /** @throws auth.phoneNone, auth.codeWrong */
  const checkOwnCode = async (caller: Caller, code: string) => {
    const phone = await ownNumber(caller.userId);
    await codes.use({ purpose: 'ownPhone', phone, userId: caller.userId }, code, caller.at);
  };

  const prove = async (caller: Caller, proof: OwnProof) => {
    if (proof.by === 'phone') return checkOwnCode(caller, proof.code);
    const { user } = await loadMe(caller.userId);
    const found = await checkPassword(user.loginName, proof.password);
    if (found.id !== user.id) throw new Refused('auth.wrong');
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
      await prove(caller, input.proof);
      await codes.use(
        { purpose: 'newPhone', phone: input.phone, userId: caller.userId },
        input.code,
        caller.at,
      );
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
      await checkOwnCode(caller, code);
      const passwordHash = await hashPassword(newPassword);
      await database
        .transaction(async (tx) => {
          await partnerStore(tx).setPassword(caller.userId, passwordHash, false);
          await partnerStore(tx).endOtherSessions(caller.userId, caller.sessionId, caller.at);
          const after = { userId: caller.userId };
          await desk.record(tx, caller, { partyId: caller.partyId, kind: 'passwordSetByCode', after });
        })
        .finally(() => sessions.forget({ kind: 'user', id: caller.userId }));
    },

    /**
     * Vouches that the contact phone of a party the caller supplies is its owner's, for an owner who has proved none.
     * @throws partners.unknown, auth.phoneNotOwners, auth.phoneTaken
     */
    async vouchForPhone(
      caller: Caller,
      input: { readonly commandId: string; readonly partyId: string },
    ): Promise<void> {
      await desk.once(caller, 'vouchForPhone', input, async (tx: Tx) => {
        const [party] = await partnerStore(tx).partiesLocked([input.partyId]);
        const isMine =
          party !== undefined &&
          (caller.partyKind === 'hq' || (await partnerStore(tx).isSuppliedBy(party.id, caller.partyId)));
        if (!party || !isMine || party.kind === 'hq') throw new Refused('partners.unknown');
        const store = verifiedPhoneStore(tx);
        const [owner, ...others] = await store.ownersOf(party.id);
        const isOwners = owner !== undefined && others.length === 0 && isMobile(party.contactPhone);
        if (!isOwners) throw new Refused('auth.phoneNotOwners');
        const [known] = await store.ofUsers([owner.id]);
        if (known?.phone === party.contactPhone) return {};
        // What an owner has proved is not for others to change.
        if (known) throw new Refused('auth.phoneNotOwners');
        const verified: VerifiedPhone = {
          phone: party.contactPhone,
          userId: owner.id,
          provedBy: 'supplier',
          verifiedAt: caller.at,
        };
        if (!(await store.put(verified))) throw new Refused('auth.phoneTaken');
        const after = { userId: owner.id, provedBy: 'supplier' };
        await desk.record(tx, caller, { partyId: party.id, kind: 'phoneVerified', after });
        return {};
      });
    },
  };
}
