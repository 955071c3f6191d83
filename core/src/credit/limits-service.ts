import {
  answerOnce,
  type Caller,
  type Day,
  dayOf,
  type Fen,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { accountBetween, accountFor, describeAccount } from './accounts-service';
import { limitStore } from './limit-store';
import { commandOf, type PageWanted, type PairWanted } from './desk';
import { creditStore } from './store';
import type { TemporaryLimit } from './temporary-limit';
import { type Terms, termsOn, type TermsVersion } from './terms';

export interface LimitInput {
  readonly commandId: string;
  readonly buyerId: string;
  readonly limitFen: Fen;
  readonly termDays: number;
  /** The version somebody saw; left out, the last word wins. */
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
}

export interface TermsInput extends Terms {
  readonly commandId: string;
  readonly buyerId: string;
  readonly startsOn?: Day | undefined;
  readonly reason: string;
}

export interface TemporaryLimitInput {
  readonly temporaryLimitId: string;
  readonly buyerId: string;
  readonly amountFen: Fen;
  readonly startsOn: Day;
  readonly untilOn: Day;
  readonly reason: string;
}

export interface DecisionInput {
  readonly commandId: string;
  readonly approve: boolean;
  readonly note: string;
}

export function limitsService({ database, newId }: Platform) {
  /** A temporary limit the caller's party gives, its account locked. @throws credit.temporaryLimitUnknown */
  const temporaryLimitLocked = async (tx: Tx, caller: Caller, id: string) => {
    const found = await limitStore(tx).temporaryLimit(id);
    const account = found && (await creditStore(tx).accountLocked(found.accountId));
    if (!found || account?.sellerId !== caller.partyId) throw new Refused('credit.temporaryLimitUnknown');
    // Read before the lock was held: what was decided meanwhile is read again.
    return (await limitStore(tx).temporaryLimit(id)) ?? found;
  };

  return {
    /** Sets the permanent limit and its days. @throws credit.accountUnknown, credit.changedMeanwhile */
    setLimit: (caller: Caller, input: LimitInput) =>
      database.transaction(async (tx) => {
        await answerOnce(tx, commandOf(caller, 'credit.setLimit', input.commandId, input), async () => {
          const account = await accountBetween(tx, input.buyerId, caller.partyId, true);
          if (input.version !== undefined && input.version !== account.version) {
            throw new Refused('credit.changedMeanwhile');
          }
          const { limitFen, termDays, reason = '' } = input;
          const store = limitStore(tx);
          await store.setLimits([{ accountId: account.id, limitFen, termDays, version: account.version }]);
          await store.addLimitChanges([
            {
              id: newId(),
              accountId: account.id,
              version: account.version + 1,
              beforeFen: account.limitFen,
              afterFen: limitFen,
              beforeTermDays: account.termDays,
              afterTermDays: termDays,
              reason,
              actorId: caller.userId,
              at: caller.at,
            },
          ]);
          if (termDays !== account.termDays) await keepDays(tx, account.id, termDays, caller, reason);
          return {};
        });
        return describeAccount(tx, input.buyerId, caller.partyId, caller.at);
      }),

    /** Who changed the permanent limit when, newest first. @throws credit.accountUnknown */
    limitHistory: (caller: Caller, query: PageWanted & { readonly buyerId: string }) =>
      database.read(async (tx) => {
        const account = await accountBetween(tx, query.buyerId, caller.partyId, false);
        const before = query.cursor ? readCursor(query.cursor, 'number')[0] : account.version + 1;
        const found = await limitStore(tx).limitChanges(account.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ version }) => [version]);
      }),

    /**
     * Agrees other terms from a day on, today unless said otherwise; bills keep theirs.
     * @throws credit.accountUnknown, credit.inThePast
     */
    setTerms: (caller: Caller, input: TermsInput) =>
      database.transaction(async (tx) => {
        await answerOnce(tx, commandOf(caller, 'credit.setTerms', input.commandId, input), async () => {
          const account = await accountBetween(tx, input.buyerId, caller.partyId, true);
          const today = dayOf(caller.at);
          const startsOn = input.startsOn ?? today;
          if (startsOn < today) throw new Refused('credit.inThePast');
          const { kind, days, basis, statementDay, reason } = input;
          const terms = { kind, days, basis, statementDay, startsOn, reason };
          await addTerms(tx, account.id, terms, caller);
          return {};
        });
        return describeAccount(tx, input.buyerId, caller.partyId, caller.at);
      }),

    /** The versions of an account's terms, for either of its sides. @throws credit.accountUnknown */
    terms: (caller: Caller, query: PairWanted) =>
      database.read(async (tx) => {
        const account = await accountFor(tx, caller, query);
        const versions = await limitStore(tx).terms([account.id]);
        return {
          now: termsOn(versions, account.termDays, dayOf(caller.at)),
          versions: [...versions].reverse(),
        };
      }),

    /** Asks for credit beyond the limit. @throws credit.accountUnknown, credit.inThePast */
    requestTemporaryLimit: (caller: Caller, input: TemporaryLimitInput) =>
      database.transaction(async (tx) => {
        const command = commandOf(caller, 'credit.requestTemporaryLimit', input.temporaryLimitId, input);
        await answerOnce(tx, command, async () => {
          const account = await accountBetween(tx, input.buyerId, caller.partyId, true);
          const { temporaryLimitId, amountFen, startsOn, untilOn, reason } = input;
          if (untilOn < startsOn || untilOn < dayOf(caller.at)) throw new Refused('credit.inThePast');
          await limitStore(tx).addTemporaryLimit({
            id: temporaryLimitId,
            accountId: account.id,
            amountFen,
            startsOn,
            untilOn,
            reason,
            state: 'requested',
            requestedBy: caller.userId,
            requestedAt: caller.at,
            decidedBy: null,
            decidedAt: null,
            decisionNote: '',
          });
          return {};
        });
        return (await limitStore(tx).temporaryLimit(input.temporaryLimitId)) as TemporaryLimit;
      }),

    /**
     * Approves or rejects what somebody else has asked for.
     * @throws credit.temporaryLimitUnknown, credit.sameHand, credit.decided
     */
    decideTemporaryLimit: (caller: Caller, id: string, input: DecisionInput) =>
      database.transaction(async (tx) => {
        const command = commandOf(caller, 'credit.decideTemporaryLimit', input.commandId, { id, ...input });
        await answerOnce(tx, command, async () => {
          const found = await temporaryLimitLocked(tx, caller, id);
          if (found.state !== 'requested') throw new Refused('credit.decided');
          if (input.approve && found.requestedBy === caller.userId) throw new Refused('credit.sameHand');
          const state = input.approve ? 'approved' : 'rejected';
          await limitStore(tx).decideTemporaryLimit(
            { ...found, state, decidedBy: caller.userId, decidedAt: caller.at, decisionNote: input.note },
            'requested',
          );
          return {};
        });
        return (await limitStore(tx).temporaryLimit(id)) as TemporaryLimit;
      }),

    /** Ends a temporary limit before its day. @throws credit.temporaryLimitUnknown, credit.decided */
    voidTemporaryLimit: (caller: Caller, id: string, input: { commandId: string; note: string }) =>
      database.transaction(async (tx) => {
        const command = commandOf(caller, 'credit.voidTemporaryLimit', input.commandId, { id, ...input });
        await answerOnce(tx, command, async () => {
          const found = await temporaryLimitLocked(tx, caller, id);
          if (found.state !== 'requested' && found.state !== 'approved') throw new Refused('credit.decided');
          await limitStore(tx).decideTemporaryLimit(
            {
              ...found,
              state: 'void',
              decidedBy: caller.userId,
              decidedAt: caller.at,
              decisionNote: input.note,
            },
            found.state,
          );
          return {};
        });
        return (await limitStore(tx).temporaryLimit(id)) as TemporaryLimit;
      }),

    /** The temporary limits of an account, newest first, for either of its sides. @throws credit.accountUnknown */
    temporaryLimits: (caller: Caller, query: PageWanted & PairWanted) =>
      database.read(async (tx) => {
        const account = await accountFor(tx, caller, query);
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await limitStore(tx).temporaryLimitsOf(account.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),
  };
}

type NewTerms = Omit<TermsVersion, 'accountId' | 'version' | 'actorId' | 'at'>;

async function addTerms(tx: Tx, accountId: string, terms: NewTerms, caller: Pick<Caller, 'userId' | 'at'>) {
  const store = limitStore(tx);
  const before = await store.terms([accountId]);
  const version = (before.at(-1)?.version ?? 0) + 1;
  await store.addTerms([{ ...terms, accountId, version, actorId: caller.userId, at: caller.at }]);
}

/** New days of a limit are new days of the terms, where any were agreed. */
async function keepDays(tx: Tx, accountId: string, days: number, caller: Caller, reason: string) {
  const before = await limitStore(tx).terms([accountId]);
  if (before.length === 0) return;
  const on = dayOf(caller.at);
  const { kind, basis, statementDay } = termsOn(before, days, on);
  await addTerms(tx, accountId, { kind, basis, statementDay, days, startsOn: on, reason }, caller);
}
