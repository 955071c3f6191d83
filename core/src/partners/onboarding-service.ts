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
import { type AssessedApplication, assessApplications } from './assess-applications-service';
import { checkForm, standingInTheWay } from './check-application';
import { deskOf } from './desk-service';
import { foundPartner } from './found-partner';
import { loadSeller } from './load-service';
import type { User } from './model';
import { afterReview, mayResubmit } from './review-application';
import type { Visit } from './begin-session-service';
import type { PhoneCodes } from './phone-code-service';
import { makeOneTimePassword } from './staff-service';
import { partyStore } from './party-store';
import { partnerStore } from './store';
import { tellWhoDecided } from './tell-who-decided';
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
  /** The submission the reviewer has looked at; left out, whichever is there. */
  readonly submissionNo?: number | undefined;
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

/** When a contact phone was proved, and the code that was looked at for it. */
interface Proven {
  readonly at: number | null;
  readonly checked: string | null;
}

const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** An application as a reviewer sees it. */
export interface ReviewedApplication extends AssessedApplication {
  /** What a yes of this reviewer makes of it; null when it is not that one’s turn. */
  readonly ifApproved: ApplicationState | null;
  /** Who has said something to it so far, by id. */
  readonly reviewerNames: ReadonlyMap<string, string>;
}

/** Which applications somebody looks for; `open` are those that wait for anybody. */
export interface ApplicationQuery {
  readonly state?: ApplicationState | 'open' | undefined;
  readonly kind?: ApplicationForm['kind'] | undefined;
  /** Of a name, a phone or a licence. */
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The desk where partners are taken on (进件). */
export function onboardingDesk(platform: Platform, around: Around, codes: PhoneCodes) {
  const desk = deskOf(platform);

  const deskOfCaller = (caller: Caller): ReviewDesk => (caller.partyKind === 'hq' ? 'hq' : 'seller');
  const isBefore = (caller: Caller, { sellerId }: Application) =>
    caller.partyKind === 'hq' || caller.partyId === sellerId;

  const assess = async (tx: Tx, application: Application, at: number): Promise<AssessedApplication> => {
    const [assessed] = await assessApplications(tx, around, [application], at);
    return assessed as AssessedApplication;
  };

  const namesOf = async (tx: Tx, { reviews }: Application): Promise<ReadonlyMap<string, string>> => {
    const users = await partnerStore(tx).users([...new Set(reviews.map(({ userId }) => userId))]);
    return new Map(users.map(({ id, name }) => [id, name]));
  };

  const shown = (caller: Caller, applicationId: string): Promise<ReviewedApplication> =>
    desk.database.read(async (tx) => {
      const application = await applicationStore(tx).application(applicationId);
      if (!application || !isBefore(caller, application)) throw new Refused('partners.applicationUnknown');
      const storeReview = await applicationStore(tx).storeReview();
      return {
        ...(await assess(tx, application, caller.at)),
        ifApproved: afterReview(application, deskOfCaller(caller), 'approves', storeReview),
        reviewerNames: await namesOf(tx, application),
      };
    });

  /**
   * Locks an application whose turn it is at the caller's desk; who comes too late is told who was there.
   * @throws partners.applicationUnknown, partners.applicationClosed, partners.applicationChanged
   */
  const lockForReview = async (tx: Tx, caller: Caller, input: ReviewInput, answer: Review['answer']) => {
    const application = await applicationStore(tx).applicationLocked(input.applicationId);
    if (!application || !isBefore(caller, application)) throw new Refused('partners.applicationUnknown');
    const storeReview = await applicationStore(tx).storeReview();
    const state = afterReview(application, deskOfCaller(caller), answer, storeReview);
    if (state === null) {
      const names = await namesOf(tx, application);
      const told = tellWhoDecided(application, deskOfCaller(caller), (userId) => names.get(userId) ?? '');
      throw new Refused('partners.applicationClosed', told);
    }
    // Sent back by somebody else and handed in again meanwhile: nobody answers to a form nobody has read.
    const isRead = input.submissionNo === undefined || input.submissionNo === application.submissionNo;
    if (!isRead) throw new Refused('partners.applicationChanged');
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
   * When the contact phone was proved: by the code handed in with it, which is still to be spent, or by an earlier one
   * if it is the same phone.
   * @throws partners.phoneCodeMissing, auth.codeWrong
   */
  const prove = async (input: ApplyInput, known: Application | undefined, at: number): Promise<Proven> => {
    const { contactPhone: phone, phoneCode } = input;
    const before = known ? phoneProvenBefore(known, phone) : null;
    if (before !== null) return { at: before, checked: null };
    if (!codes.isOn || !isMobile(phone)) return { at: null, checked: null };
    if (phoneCode === undefined) throw new Refused('partners.phoneCodeMissing');
    await codes.check({ purpose: 'apply', phone, userId: '' }, phoneCode, at);
    return { at, checked: phoneCode };
  };

  /** Last of all, so that a form that is refused costs no code. @throws auth.codeWrong */
  const spendCode = async (tx: Tx, phone: string, { checked }: Proven) => {
    if (checked !== null) await codes.spend(tx, { purpose: 'apply', phone, userId: '' }, checked);
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
      const proven = isWaiting
        ? { at: phoneProvenBefore(before, form.contactPhone), checked: null }
        : await prove(input, isOwn ? before : undefined, visit.at);
      return desk.database.transaction(async (tx) => {
        const store = applicationStore(tx);
        const seller = await loadSeller(tx, sellerCode);
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
          phoneProvenAt: proven.at,
        };
        if (!known) {
          if ((await store.add(submitted)) === 0) throw new Contended('an application handed in twice');
          await spendCode(tx, form.contactPhone, proven);
          return submitted;
        }
        // The same form said again while it waits is one submission.
        if (!mayResubmit(known.state)) {
          if (isSameForm(known, submitted)) return known;
          throw new Refused('partners.applicationClosed');
        }
        await store.replace(submitted);
        await spendCode(tx, form.contactPhone, proven);
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

    /** HQ sees every application, a distributor those that ask for it; what is decided has no findings any more. */
    applications: (caller: Caller, query: ApplicationQuery) =>
      desk.database.read(async (tx) => {
        const found = await applicationStore(tx).list({
          sellerId: caller.partyKind === 'hq' ? null : caller.partyId,
          states: query.state === 'open' ? openStates : query.state ? [query.state] : [],
          kind: query.kind ?? null,
          q: query.q ?? '',
          after: query.cursor ? readCursor(query.cursor, 'number', 'string') : null,
          limit: query.limit + 1,
        });
        const { items, nextCursor } = pageOf(found, query.limit, ({ submittedAt, id }) => [submittedAt, id]);
        const assessed = await assessApplications(tx, around, items, caller.at);
        return {
          items: assessed.map((one) => (isOpen(one.application) ? one : { ...one, findings: [] })),
          nextCursor,
        };
      }),

    /** @throws partners.applicationUnknown */
    application: shown,

    /**
     * Says yes for the caller's desk. The last yes takes the partner on: a party, a first user whose
     * password is said once, its address, and who supplies it.
     * @throws partners.applicationUnknown, partners.applicationClosed, partners.applicationChanged, partners.findingsOpen,
     * partners.codeTaken, auth.loginNameTaken, auth.phoneTaken
     */
    async approveApplication(caller: Caller, input: ApproveInput) {
      const { password, passwordHash } = await makeOneTimePassword();
      let made: { loginName: string; oneTimePassword: string } | null = null;
      await desk.once(caller, 'approveApplication', input, async (tx) => {
        made = null;
        const answer = 'approves';
        const { application, state } = await lockForReview(tx, caller, input, answer);
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

    /** @throws partners.applicationUnknown, partners.applicationClosed, partners.applicationChanged */
    async rejectApplication(caller: Caller, input: ReviewInput & { readonly reason: string }) {
      await desk.once(caller, 'rejectApplication', input, async (tx) => {
        const answer = 'rejects';
        const { application, state } = await lockForReview(tx, caller, input, answer);
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

const openStates: readonly ApplicationState[] = ['submitted', 'endorsed'];
const isOpen = ({ state }: Application) => openStates.includes(state);

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
