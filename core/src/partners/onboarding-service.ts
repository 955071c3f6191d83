import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type Caller,
  Contended,
  dayOf,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import type { Application, ApplicationForm, ApplicationState, Review, ReviewDesk } from './application';
import type { Around } from './around';
import { applicationStore } from './application-store';
import { isMobile } from './check-phone';
import { type ApplicationFinding, checkApplication, checkForm, standingInTheWay } from './check-application';
import { deskOf } from './desk-service';
import { foundPartner } from './found-partner';
import type { Party, User } from './model';
import { afterReview, mayResubmit } from './review-application';
import type { Visit } from './begin-session-service';
import type { PhoneCodes } from './phone-code-service';
import { makeOneTimePassword } from './staff-service';
import { partyStore } from './party-store';
import { partnerStore } from './store';
import { verifiedPhoneStore } from './verified-phone-store';

export interface ApplyInput extends ApplicationForm {
  readonly applicationId: string;
  /** Made by the applicant's device and kept there. */
  readonly secret: string;
  /** The code of the seller asked for; left out: HQ. */
  readonly sellerCode?: string | undefined;
  /** That the contact phone got; asked for where codes are sent. */
  readonly phoneCode?: string | undefined;
}

export interface ReviewInput {
  readonly commandId: string;
  readonly applicationId: string;
}

export interface ApproveInput extends ReviewInput {
  readonly note: string;
  /** Findings the reviewer has looked at. */
  readonly accept: readonly string[];
  /** Left out: made from the id. */
  readonly code?: string | undefined;
  /** Left out: the code in lower case. */
  readonly loginName?: string | undefined;
  /** The reviewer has spoken to the applicant at the contact phone and vouches for it. */
  readonly phoneVerified?: boolean | undefined;
}

const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** An application as a reviewer sees it. */
export interface ReviewedApplication {
  readonly application: Application;
  readonly findings: readonly ApplicationFinding[];
  readonly seller: Party;
}

/** The desk where partners are taken on (进件). */
export function onboardingDesk(platform: Platform, around: Around, codes: PhoneCodes) {
  const desk = deskOf(platform);

  const deskOfCaller = (caller: Caller): ReviewDesk => (caller.partyKind === 'hq' ? 'hq' : 'seller');
  const isBefore = (caller: Caller, { sellerId }: Application) =>
    caller.partyKind === 'hq' || caller.partyId === sellerId;

  /** @throws partners.sellerUnknown */
  const sellerByCode = async (tx: Tx, code: string | undefined): Promise<Party> => {
    const store = partnerStore(tx);
    const seller = code === undefined ? (await store.headquarters())[0] : await store.partyByCode(code);
    const sells = seller?.kind === 'hq' || seller?.kind === 'distributor';
    if (!seller || !sells || seller.status !== 'active') throw new Refused('partners.sellerUnknown');
    return seller;
  };

  const assess = async (tx: Tx, application: Application, at: number): Promise<ReviewedApplication> => {
    const store = applicationStore(tx);
    const [seller] = await partnerStore(tx).parties([application.sellerId]);
    if (!seller) throw new Error(`an application to ${application.sellerId}, whom nobody knows`);
    const parties = await store.partiesLike(application);
    const applications = await store.openLike(application);
    // What an approved application looks like is first of all the party it became.
    const others = parties.filter(({ id }) => id !== application.partyId);
    const { sellerId, regionCode, townCode, channel } = application;
    const on = dayOf(at);
    const [isServed = false] = await around.servePlaces(
      tx,
      [{ sellerId, regionCode, townCode, channel }],
      on,
    );
    const findings = checkApplication(application, { seller, parties: others, applications, isServed }, on);
    return { application, findings, seller };
  };

  const shown = (caller: Caller, applicationId: string) =>
    desk.database.read(async (tx) => {
      const application = await applicationStore(tx).application(applicationId);
      if (!application || !isBefore(caller, application)) throw new Refused('partners.applicationUnknown');
      return assess(tx, application, caller.at);
    });

  /** Locks an application whose turn it is at the caller's desk. @throws partners.applicationUnknown, partners.applicationClosed */
  const lockForReview = async (tx: Tx, caller: Caller, applicationId: string, answer: Review['answer']) => {
    const application = await applicationStore(tx).applicationLocked(applicationId);
    if (!application || !isBefore(caller, application)) throw new Refused('partners.applicationUnknown');
    const storeReview = await applicationStore(tx).storeReview();
    const state = afterReview(application, deskOfCaller(caller), answer, storeReview);
    if (state === null) throw new Refused('partners.applicationClosed');
    return { application, state };
  };

  const reviewed = (
    application: Application,
    caller: Caller,
    said: {
      readonly state: ApplicationState;
      readonly answer: Review['answer'];
      readonly note: string;
      readonly vouchesForPhone: boolean;
    },
  ): Application => {
    const { state, answer, note, vouchesForPhone } = said;
    const review: Review = {
      desk: deskOfCaller(caller),
      answer,
      userId: caller.userId,
      note,
      submissionNo: application.submissionNo,
      vouchesForPhone,
      at: caller.at,
    };
    const decidedAt = state === 'approved' || state === 'rejected' ? caller.at : null;
    return { ...application, state, decidedAt, reviews: [...application.reviews, review] };
  };

  /**
   * Makes the contact phone the first user's to log in by, when a code proved it or a reviewer has vouched for it. One
   * that is somebody's already stays theirs, and who vouches for it now is told.
   * @throws auth.phoneTaken
   */
  const takeOnPhone = async (
    tx: Tx,
    approved: Application,
    user: User,
    { isVouchedNow, at }: { isVouchedNow: boolean; at: number },
  ) => {
    const { contactPhone: phone, phoneProvenAt, reviews, submissionNo } = approved;
    const isVouched = reviews.some(
      (review) => review.submissionNo === submissionNo && review.vouchesForPhone === true,
    );
    if (!isMobile(phone) || (phoneProvenAt === null && !isVouched)) return;
    const proof =
      phoneProvenAt === null
        ? { provedBy: 'supplier' as const, verifiedAt: at }
        : { provedBy: 'code' as const, verifiedAt: phoneProvenAt };
    const isNew = await verifiedPhoneStore(tx).put({ phone, userId: user.id, ...proof });
    if (!isNew && isVouchedNow) throw new Refused('auth.phoneTaken');
  };

  /**
   * When the contact phone was proved: by the code handed in with it, or by an earlier one if it is the same phone.
   * @throws partners.phoneCodeMissing, auth.codeWrong
   */
  const provenAt = async (input: ApplyInput, known: Application | undefined, at: number) => {
    const { contactPhone: phone, phoneCode } = input;
    const before = known ? phoneProvenBefore(known, phone) : null;
    if (before !== null) return before;
    if (!codes.isOn || !isMobile(phone)) return null;
    if (phoneCode === undefined) throw new Refused('partners.phoneCodeMissing');
    await codes.use({ purpose: 'apply', phone, userId: '' }, phoneCode, at);
    return at;
  };

  /** Party, first user, address, supply, account and phone of an approved application. @throws auth.loginNameTaken, partners.codeTaken, auth.phoneTaken */
  const takeOn = async (tx: Tx, caller: Caller, approved: Application, input: ApproveInput, hash: string) => {
    const [seller] = await partnerStore(tx).parties([approved.sellerId]);
    if (!seller) throw new Error(`an application to ${approved.sellerId}, whom nobody knows`);
    const founded = foundPartner(approved, seller, {
      partyId: desk.newId(),
      userId: desk.newId(),
      addressId: desk.newId(),
      code: input.code,
      loginName: input.loginName,
      passwordHash: hash,
      at: caller.at,
    });
    const { party, user } = founded;
    if (await partnerStore(tx).partyByCode(party.code)) {
      // A code we made ourselves is made again; one somebody chose is theirs to choose again.
      throw input.code === undefined
        ? new Contended('a code that was free')
        : new Refused('partners.codeTaken');
    }
    if ((await partyStore(tx).addUser(user)) === 0) throw new Refused('auth.loginNameTaken');
    if ((await partnerStore(tx).addParties([party])) === 0) throw new Contended('a code that was free');
    await partnerStore(tx).addAddresses([founded.address]);
    await partnerStore(tx).addSupplies([founded.supply]);
    const { userId: actorId, at } = caller;
    await around.openAccount(tx, { buyerId: party.id, sellerId: seller.id, actorId, at });
    await takeOnPhone(tx, approved, user, { isVouchedNow: input.phoneVerified === true, at });
    return founded;
  };

  return {
    /**
     * Takes an application in; one that was rejected may be handed in again under the same id and secret.
     * @throws partners.applicationFaulty, partners.sellerUnknown, partners.applicationClosed, partners.applicationUnknown,
     * partners.phoneCodeMissing, auth.codeWrong
     */
    async apply(visit: Visit, input: ApplyInput): Promise<Application> {
      const { applicationId: id, secret, sellerCode, phoneCode: _, ...form } = input;
      const secretHash = secretHashOf(secret);
      const faults = checkForm(form, dayOf(visit.at)).filter(({ severity }) => severity === 'block');
      if (faults.length > 0) {
        throw new Refused('partners.applicationFaulty', faults.map(({ rule }) => rule).join(','));
      }
      const before = await desk.database.read((tx) => applicationStore(tx).application(id));
      const isOwn = before !== undefined && isSame(before.secretHash, secretHash);
      // A form said again while it waits brings a code that is used up.
      const isWaiting = isOwn && !mayResubmit(before.state);
      const phoneProvenAt = await (isWaiting
        ? phoneProvenBefore(before, form.contactPhone)
        : provenAt(input, isOwn ? before : undefined, visit.at));
      return desk.database.transaction(async (tx) => {
        const store = applicationStore(tx);
        const seller = await sellerByCode(tx, sellerCode);
        const known = await store.applicationLocked(id);
        if (known && !isSame(known.secretHash, secretHash)) throw new Refused('partners.applicationUnknown');
        const submitted: Application = {
          ...form,
          id,
          secretHash,
          state: 'submitted',
          sellerId: seller.id,
          submittedAt: visit.at,
          submissionNo: (known?.submissionNo ?? 0) + 1,
          reviews: known?.reviews ?? [],
          partyId: null,
          decidedAt: null,
          scrubbed: false,
          phoneProvenAt,
        };
        if (!known) {
          if ((await store.add(submitted)) === 0) throw new Contended('an application handed in twice');
          return submitted;
        }
        // The same form said again while it waits is one submission.
        if (!mayResubmit(known.state)) {
          if (isSameForm(known, submitted)) return known;
          throw new Refused('partners.applicationClosed');
        }
        await store.replace(submitted);
        return submitted;
      });
    },

    /** How an application stands, for whoever holds its secret. @throws partners.applicationUnknown */
    applicationOf: async (applicationId: string, secret: string): Promise<Application> => {
      const found = await desk.database.read((tx) => applicationStore(tx).application(applicationId));
      if (!found || !isSame(found.secretHash, secretHashOf(secret))) {
        throw new Refused('partners.applicationUnknown');
      }
      return found;
    },

    /** HQ sees every application, a distributor those that ask for it. */
    applications: (
      caller: Caller,
      filter: { state?: ApplicationState | undefined; cursor?: string | undefined; limit: number },
    ) =>
      desk.database.read(async (tx) => {
        const found = await applicationStore(tx).list({
          sellerId: caller.partyKind === 'hq' ? null : caller.partyId,
          state: filter.state ?? null,
          after: filter.cursor ? readCursor(filter.cursor, 'number', 'string') : null,
          limit: filter.limit + 1,
        });
        return pageOf(found, filter.limit, ({ submittedAt, id }) => [submittedAt, id]);
      }),

    /** @throws partners.applicationUnknown */
    application: shown,

    /**
     * Says yes for the caller's desk. The last yes takes the partner on: a party, a first user whose
     * password is said once, its address, and who supplies it.
     * @throws partners.applicationUnknown, partners.applicationClosed, partners.findingsOpen, partners.codeTaken, auth.loginNameTaken, auth.phoneTaken
     */
    async approveApplication(caller: Caller, input: ApproveInput) {
      const { password, passwordHash } = await makeOneTimePassword();
      let made: { loginName: string; oneTimePassword: string } | null = null;
      await desk.once(caller, 'approveApplication', input, async (tx) => {
        made = null;
        const answer = 'approves';
        const { application, state } = await lockForReview(tx, caller, input.applicationId, answer);
        const { findings } = await assess(tx, application, caller.at);
        const open = standingInTheWay(findings, input.accept);
        if (open.length > 0) {
          throw new Refused('partners.findingsOpen', open.map(({ rule }) => rule).join(','));
        }
        const decided = reviewed(application, caller, {
          state,
          answer,
          note: input.note,
          vouchesForPhone: input.phoneVerified === true,
        });
        let partyId: string | null = null;
        if (state === 'approved') {
          const { party, user } = await takeOn(tx, caller, decided, input, passwordHash);
          partyId = party.id;
          made = { loginName: user.loginName, oneTimePassword: password };
          const after = { applicationId: decided.id, code: party.code, kind: party.kind, level: party.level };
          await desk.record(tx, caller, { partyId, sellerId: decided.sellerId, kind: 'takenOn', after });
        }
        await applicationStore(tx).replace({ ...decided, partyId });
        return {};
      });
      const firstUser = made as { loginName: string; oneTimePassword: string } | null;
      return { ...(await shown(caller, input.applicationId)), firstUser };
    },

    /** @throws partners.applicationUnknown, partners.applicationClosed */
    async rejectApplication(caller: Caller, input: ReviewInput & { readonly reason: string }) {
      await desk.once(caller, 'rejectApplication', input, async (tx) => {
        const answer = 'rejects';
        const { application, state } = await lockForReview(tx, caller, input.applicationId, answer);
        await applicationStore(tx).replace(
          reviewed(application, caller, { state, answer, note: input.reason, vouchesForPhone: false }),
        );
        return {};
      });
      return shown(caller, input.applicationId);
    },

    storeReview: () => desk.database.read((tx) => applicationStore(tx).storeReview()),

    async setStoreReview(
      caller: Caller,
      input: { commandId: string; storeReview: 'seller' | 'sellerThenHq' },
    ) {
      await desk.once(caller, 'setStoreReview', input, async (tx) => {
        const before = { storeReview: await applicationStore(tx).storeReview() };
        await applicationStore(tx).setStoreReview(input.storeReview, caller.at);
        const after = { storeReview: input.storeReview };
        await desk.record(tx, caller, { partyId: caller.partyId, kind: 'policy', before, after });
        return {};
      });
      return desk.database.read((tx) => applicationStore(tx).storeReview());
    },
  };
}

const phoneProvenBefore = ({ contactPhone, phoneProvenAt }: Application, phone: string) =>
  contactPhone === phone ? phoneProvenAt : null;

const formFields = [
  'kind',
  'name',
  'channel',
  'contactName',
  'contactPhone',
  'regionCode',
  'townCode',
  'addressDetail',
  'businessLicenceNo',
  'foodLicenceNo',
  'foodLicenceExpiresOn',
  'sellerId',
] as const;

const isSameForm = (one: Application, other: Application) =>
  formFields.every((field) => one[field] === other[field]);
