import {
  addDays,
  answerOnce,
  type Caller,
  type Day,
  dayOf,
  type Fen,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { accountBetween, accountFor } from './accounts-service';
import { commandOf, type PageWanted, type PairWanted } from './desk';
import { type LadderDays, ladderOn, type LadderPolicy } from './ladder';
import type { LadderStep } from './ladder-step';
import { ladderStore } from './ladder-store';
import { limitStore } from './limit-store';
import type { Release, ReleaseUse } from './release';
import { creditStore } from './store';

export interface LadderInput {
  readonly commandId: string;
  readonly fromDays: LadderDays;
  readonly ignoredFen: Fen;
  readonly ignoredBp: number;
  readonly remindEveryDays: number;
}

export interface ReleaseInput {
  readonly releaseId: string;
  readonly buyerId: string;
  readonly step: Exclude<LadderStep, 'clear'>;
  readonly amountFen: Fen;
  readonly untilOn: Day;
  readonly reason: string;
}

/** A use of a release by an order; negative gives back. */
export type NewReleaseUse = Omit<ReleaseUse, 'id'>;

/** Takes from releases what they let pass; a release that has too little left replays the work. */
export async function useReleases(
  tx: Tx,
  newId: () => string,
  uses: readonly NewReleaseUse[],
): Promise<void> {
  if (uses.length === 0) return;
  const grown = new Map<string, Fen>();
  for (const { releaseId, amountFen } of uses) grown.set(releaseId, (grown.get(releaseId) ?? 0) + amountFen);
  await limitStore(tx).useReleases(
    uses.map((use) => ({ id: newId(), ...use })),
    grown,
  );
}

/** Gives back what orders took of releases: they were cancelled or closed short of everything. */
export async function giveBackReleases(
  tx: Tx,
  newId: () => string,
  orderIds: readonly string[],
  actor: { readonly actorId: string; readonly at: Instant },
): Promise<void> {
  const used = await limitStore(tx).usesOfOrders(orderIds);
  const back = used.filter(({ amountFen }) => amountFen !== 0);
  await useReleases(
    tx,
    newId,
    back.map((use) => ({ ...use, amountFen: -use.amountFen, ...actor })),
  );
}

export function ladderService({ database }: Platform) {
  return {
    /** The ladder of the caller's party: what holds today, and its versions. */
    ladder: (caller: Caller) =>
      database.read(async (tx) => {
        const versions = await ladderStore(tx).policies([caller.partyId]);
        return { now: ladderOn(versions, dayOf(caller.at)), versions: [...versions].reverse() };
      }),

    /** Sets the ladder from tomorrow on, so that no day has two. @throws credit.ladderUneven */
    setLadder: (caller: Caller, input: LadderInput) =>
      database.transaction(async (tx) => {
        await answerOnce(tx, commandOf(caller, 'credit.setLadder', input.commandId, input), async () => {
          const { remind, noPromotion, cashOnly, stopShipment, frozen } = input.fromDays;
          const days = [0, remind, noPromotion, cashOnly, stopShipment, frozen];
          if (days.some((day, at) => at > 0 && day <= (days[at - 1] ?? 0))) {
            throw new Refused('credit.ladderUneven');
          }
          const store = ladderStore(tx);
          const { fromDays, ignoredFen, ignoredBp, remindEveryDays } = input;
          const policy: LadderPolicy = {
            sellerId: caller.partyId,
            version: ((await store.policies([caller.partyId])).at(-1)?.version ?? 0) + 1,
            startsOn: addDays(dayOf(caller.at), 1),
            fromDays,
            ignoredFen,
            ignoredBp,
            remindEveryDays,
            actorId: caller.userId,
            at: caller.at,
          };
          await store.addPolicy(policy);
          return {};
        });
        const versions = await ladderStore(tx).policies([caller.partyId]);
        return { now: ladderOn(versions, dayOf(caller.at)), versions: [...versions].reverse() };
      }),

    /** Lets a customer pass a step up to an amount, until a day. @throws credit.accountUnknown, credit.inThePast */
    grantRelease: (caller: Caller, input: ReleaseInput) =>
      database.transaction(async (tx) => {
        await answerOnce(tx, commandOf(caller, 'credit.grantRelease', input.releaseId, input), async () => {
          const account = await accountBetween(tx, input.buyerId, caller.partyId, true);
          const { releaseId, step, amountFen, untilOn, reason } = input;
          if (untilOn < dayOf(caller.at)) throw new Refused('credit.inThePast');
          const granted: Release = {
            id: releaseId,
            accountId: account.id,
            step,
            amountFen,
            usedFen: 0,
            untilOn,
            reason,
            revoked: false,
            actorId: caller.userId,
            at: caller.at,
          };
          await limitStore(tx).addRelease(granted);
          return {};
        });
        return (await limitStore(tx).releasesLocked([input.releaseId]))[0] as Release;
      }),

    /** Ends a release before its day; what orders have used stays used. @throws credit.releaseUnknown */
    revokeRelease: (caller: Caller, releaseId: string, input: { readonly commandId: string }) =>
      database.transaction(async (tx) => {
        const store = limitStore(tx);
        const [found] = await store.releasesLocked([releaseId]);
        const account = found && (await creditStore(tx).accountLocked(found.accountId));
        if (!found || account?.sellerId !== caller.partyId) throw new Refused('credit.releaseUnknown');
        const command = commandOf(caller, 'credit.revokeRelease', input.commandId, { releaseId, ...input });
        await answerOnce(tx, command, async () => {
          await store.revokeRelease(releaseId);
          return {};
        });
        return { ...found, revoked: true };
      }),

    /** The releases of an account, newest first, for either side. @throws credit.accountUnknown */
    releases: (caller: Caller, query: PageWanted & PairWanted) =>
      database.read(async (tx) => {
        const account = await accountFor(tx, caller, query);
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await limitStore(tx).releasesOf(account.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /** Whom the caller's party is to remind, newest first. */
    reminders: (caller: Caller, page: PageWanted) =>
      database.read(async (tx) => {
        const before = page.cursor ? readCursor(page.cursor, 'string')[0] : null;
        const found = await ladderStore(tx).reminders(caller.partyId, before, page.limit + 1);
        return pageOf(found, page.limit, ({ id }) => [id]);
      }),

    /** The steps the caller's customers took on the ladder, newest first. */
    stepChanges: (caller: Caller, page: PageWanted) =>
      database.read(async (tx) => {
        const before = page.cursor ? readCursor(page.cursor, 'string')[0] : null;
        const found = await ladderStore(tx).stepChanges(caller.partyId, before, page.limit + 1);
        return pageOf(found, page.limit, ({ id }) => [id]);
      }),
  };
}
