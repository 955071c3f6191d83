import {
  addDays,
  type Caller,
  type Day,
  dayOf,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import type { ToldChange } from './describe-change';
import { calendar, deskOf } from './desk-service';
import { partyStore } from './party-store';
import { standingOn, supplyStandingOn, type Suspension, suspensionState } from './standing';
import type { SessionWatch } from './session-cache-service';
import { partnerStore } from './store';
import { suspensionStore } from './suspension-store';

export interface SuspendInput {
  readonly commandId: string;
  readonly partyId: string;
  readonly effect: Suspension['effect'];
  readonly reason: string;
  readonly startsOn?: Day | undefined;
  readonly endsOn?: Day | undefined;
}

export interface ReinstateInput {
  readonly commandId: string;
  readonly partyId: string;
  readonly note: string;
}

const turnedTogether = 100;
/** A suspension is set at most this far ahead. */
const aheadDays = 366;

/** The desk where HQ stops partners, and a distributor its supply to one of its stores. */
export function suspensionDesk(platform: Platform, sessions: SessionWatch) {
  const desk = deskOf(platform);
  /** Also when the work failed: a commit whose answer was lost has happened. */
  const forget = (partyId: string) => sessions.forget({ kind: 'party', id: partyId });

  /** Locks a party the caller may stop. @throws partners.unknown, partners.suspensionUnfit */
  const lockSubject = async (tx: Tx, caller: Caller, partyId: string) => {
    const [party] = await partnerStore(tx).partiesLocked([partyId]);
    const isHeadquarters = caller.partyKind === 'hq';
    const isMine =
      party && (isHeadquarters || (await partnerStore(tx).isSuppliedBy(partyId, caller.partyId)));
    if (!isMine) throw new Refused('partners.unknown');
    if (party.kind === 'hq') throw new Refused('partners.suspensionUnfit');
    return { party, sellerId: isHeadquarters ? null : caller.partyId };
  };

  /** Writes what all suspensions of a party make of it, or of one supply to it, today. */
  const applyStanding = async (tx: Tx, partyId: string, sellerId: string | null, at: Instant) => {
    const suspensions = await suspensionStore(tx).suspensionsOf(partyId);
    const on = dayOf(at);
    if (sellerId !== null) {
      await partyStore(tx).setSupplyStatus(partyId, sellerId, supplyStandingOn(suspensions, sellerId, on));
      return;
    }
    const standing = standingOn(suspensions, on);
    await partyStore(tx).setStatus(partyId, standing);
    if (standing === 'suspended') await partyStore(tx).endSessionsOfParty(partyId, at);
  };

  const suspensionsOf = (caller: Caller, partyId: string) =>
    desk.database.read(async (tx) => {
      const all = await suspensionStore(tx).suspensionsOf(partyId);
      return caller.partyKind === 'hq' ? all : all.filter(({ sellerId }) => sellerId === caller.partyId);
    });

  return {
    /**
     * Stops a partner from a day on: HQ the party, anybody else its own supply to it.
     * @throws partners.unknown, partners.suspensionUnfit
     */
    async suspend(caller: Caller, input: SuspendInput): Promise<Suspension> {
      const today = dayOf(caller.at);
      const { startsOn = today, endsOn = null, effect, reason, partyId } = input;
      const isInTime = startsOn >= today && startsOn <= addDays(today, aheadDays);
      const isSellers = caller.partyKind !== 'hq';
      if (!isInTime || (endsOn !== null && endsOn <= startsOn) || (isSellers && effect === 'logIn')) {
        throw new Refused('partners.suspensionUnfit');
      }
      const work = async (tx: Tx) => {
        const { party, sellerId } = await lockSubject(tx, caller, partyId);
        const window = { startsOn, endsOn, liftedAt: null };
        const suspension: Suspension = {
          ...window,
          id: desk.newId(),
          partyId,
          sellerId,
          effect,
          reason,
          state: suspensionState(window, today),
          setBy: caller.userId,
          setAt: caller.at,
          liftedBy: null,
          liftNote: '',
        };
        await suspensionStore(tx).add(suspension);
        await applyStanding(tx, partyId, sellerId, caller.at);
        await desk.record(tx, caller, {
          partyId,
          sellerId,
          kind: 'suspended',
          before: { status: party.status },
          after: { effect, startsOn, endsOn },
          reason,
        });
        return { id: suspension.id };
      };
      const { id } = await desk.once(caller, 'suspend', input, work).finally(() => forget(partyId));
      const set = (await suspensionsOf(caller, partyId)).find((suspension) => suspension.id === id);
      if (!set) throw new Refused('partners.unknown');
      return set;
    },

    /**
     * Lifts all that the caller has put on a partner, begun or not.
     * @throws partners.unknown, partners.notSuspended
     */
    async reinstate(caller: Caller, input: ReinstateInput): Promise<void> {
      const { partyId, note } = input;
      const work = async (tx: Tx) => {
        const { party, sellerId } = await lockSubject(tx, caller, partyId);
        const open = (await suspensionStore(tx).suspensionsOf(partyId)).filter(
          (one) => one.sellerId === sellerId && suspensionState(one, dayOf(caller.at)) !== 'over',
        );
        if (open.length === 0 && (sellerId !== null || party.status === 'active')) {
          throw new Refused('partners.notSuspended');
        }
        const lifted = { by: caller.userId, at: caller.at, note };
        await suspensionStore(tx).lift(
          open.map(({ id }) => id),
          lifted,
        );
        await applyStanding(tx, partyId, sellerId, caller.at);
        await desk.record(tx, caller, {
          partyId,
          sellerId,
          kind: 'reinstated',
          before: { status: party.status, lifted: open.length },
          after: { status: 'active', lifted: open.length },
          reason: note,
        });
        return {};
      };
      await desk.once(caller, 'reinstate', input, work).finally(() => forget(partyId));
    },

    /** What the caller has put on a partner, eldest first; a stranger's list is empty. */
    suspensions: suspensionsOf,

    /** The trail of a partner, latest first: HQ's in full, its own in full, a customer's as far as it joins the two. */
    changes: (caller: Caller, filter: { partyId: string; cursor?: string | undefined; limit: number }) =>
      desk.database.read(async (tx) => {
        const seesAll = caller.partyKind === 'hq' || caller.partyId === filter.partyId;
        const found = await suspensionStore(tx).changesOf(
          filter.partyId,
          seesAll ? null : caller.partyId,
          filter.cursor ? readCursor(filter.cursor, 'string')[0] : null,
          filter.limit + 1,
        );
        const { items, nextCursor } = pageOf(found, filter.limit, ({ id }) => [id]);
        const actors = await partnerStore(tx).users([...new Set(items.map(({ actorId }) => actorId))]);
        const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
        return {
          items: items.map((change): ToldChange => {
            const isShown = caller.partyKind === 'hq' || change.actorPartyId === caller.partyId;
            return { ...change, actorName: isShown ? (nameOf.get(change.actorId) ?? '') : '' };
          }),
          nextCursor,
        };
      }),

    /** Begins and ends suspensions whose day has come, and answers how many. */
    async turnSuspensions(now: Instant): Promise<number> {
      for (let turned = 0; ;) {
        const turning = await desk.database.read((tx) =>
          suspensionStore(tx).turning(dayOf(now), turnedTogether),
        );
        for (const suspension of turning) {
          const { id, partyId, sellerId } = suspension;
          const work = async (tx: Tx) => {
            const [party] = await partnerStore(tx).partiesLocked([partyId]);
            const seen = (await suspensionStore(tx).suspensionsOf(partyId)).find((one) => one.id === id);
            if (!party || !seen) return;
            const state = suspensionState(seen, dayOf(now));
            await suspensionStore(tx).setState(id, state);
            await applyStanding(tx, partyId, sellerId, now);
            await desk.record(tx, calendar(now), {
              partyId,
              sellerId,
              kind: 'suspensionTurned',
              before: { state: seen.state },
              after: { state },
            });
          };
          await desk.database.transaction(work).finally(() => forget(partyId));
        }
        turned += turning.length;
        if (turning.length < turnedTogether) return turned;
      }
    },
  };
}
