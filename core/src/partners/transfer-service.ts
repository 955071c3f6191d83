import {
  type Caller,
  Contended,
  type Day,
  dayOf,
  groupBy,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import type { Around } from './around';
import { calendar, deskOf } from './desk-service';
import { hasToGive, moveSupplies } from './move-supplies';
import { partyStore } from './party-store';
import { partnerStore } from './store';
import {
  type Consent,
  mayConsent,
  mayWithdraw,
  overlaps,
  sidesOf,
  type SupplyTransfer,
  transferState,
} from './transfer-state';
import { transferStore } from './transfer-store';

export interface TransferProposal {
  readonly commandId: string;
  readonly buyerId: string;
  readonly productLine: string;
  readonly fromId: string;
  readonly toId: string;
  readonly effectiveOn: Day;
  readonly reason: string;
}

export interface TransferAnswer {
  readonly commandId: string;
  readonly transferId: string;
  readonly note: string;
}

/** Transfers one run of the daily job carries out at a time. */
const carriedTogether = 100;
/** A transfer is agreed on at most this far ahead. */
const aheadDays = 366;

/** The desk where stores change hands between distributors. */
export function transferDesk(platform: Platform, around: Around) {
  const desk = deskOf(platform);

  /** Moves the supplies of a due transfer, or finds that there is nothing left to move. */
  const carryOut = async (tx: Tx, transfer: SupplyTransfer, at: Instant): Promise<SupplyTransfer> => {
    const before = await partyStore(tx).supplies([transfer.buyerId]);
    const isDone = hasToGive(before, transfer);
    if (isDone) {
      const after = moveSupplies(before, transfer, at);
      await partyStore(tx).replaceSupplies(transfer.buyerId, after);
      const { buyerId, toId: sellerId } = transfer;
      await around.openAccount(tx, { buyerId, sellerId, actorId: transferActor(transfer), at });
    }
    return { ...transfer, state: isDone ? 'done' : 'void', slot: transfer.id, closedAt: at };
  };

  /** Writes what consents and the day make of a transfer. */
  const settle = async (tx: Tx, transfer: SupplyTransfer, at: Instant): Promise<SupplyTransfer> => {
    const state = transferState(transfer, dayOf(at));
    const settled: SupplyTransfer =
      state === 'due'
        ? await carryOut(tx, transfer, at)
        : state === 'refused'
          ? { ...transfer, state, slot: transfer.id, closedAt: at }
          : { ...transfer, state };
    if ((await transferStore(tx).update(settled)) === 0) throw new Contended('a transfer that was open');
    return settled;
  };

  const recordState = (
    tx: Tx,
    caller: Parameters<typeof desk.record>[1],
    was: SupplyTransfer,
    is: SupplyTransfer,
  ) =>
    desk.record(tx, caller, {
      partyId: is.buyerId,
      sellerId: is.fromId,
      kind: 'transfer',
      before: { transferId: was.id, state: was.state },
      after: { transferId: is.id, state: is.state, toId: is.toId, productLine: is.productLine },
      reason: is.reason,
    });

  const consent = async (caller: Caller, input: TransferAnswer, answer: Consent['answer']) => {
    const kind = answer === 'consents' ? 'consentTransfer' : 'refuseTransfer';
    await desk.once(caller, kind, input, async (tx) => {
      const { transfer, sides } = await lockTransfer(tx, caller, input.transferId);
      const speaking = mayConsent(transfer, sides);
      if (speaking.length === 0) throw new Refused('partners.transferClosed');
      const { partyId, userId, at } = caller;
      const words = speaking.map((side) => ({ side, answer, partyId, userId, note: input.note, at }));
      const consents = [...transfer.consents, ...words];
      await recordState(tx, caller, transfer, await settle(tx, { ...transfer, consents }, at));
      return {};
    });
    return shown(caller, input.transferId);
  };

  const shown = (caller: Caller, transferId: string): Promise<SupplyTransfer> =>
    desk.database.read(async (tx) => {
      const transfer = await transferStore(tx).transfer(transferId);
      if (!transfer || !concerns(transfer, caller)) throw new Refused('partners.transferUnknown');
      return transfer;
    });

  return {
    /**
     * Proposes that a store goes from its distributor to another; whoever proposes consents by it.
     * @throws partners.unknown, partners.transferNotTheirs, partners.transferUnfit, partners.transferRunning
     */
    async proposeTransfer(caller: Caller, input: TransferProposal): Promise<SupplyTransfer> {
      const { commandId: _, ...proposal } = input;
      const sides = sidesOf(proposal, caller);
      const [side] = sides;
      // Somebody else's business is not even there to be proposed.
      if (side === undefined) throw new Refused('partners.unknown');
      const daysAhead = (Date.parse(proposal.effectiveOn) - Date.parse(dayOf(caller.at))) / 86_400_000;
      if (proposal.fromId === proposal.toId || daysAhead < 0 || daysAhead > aheadDays) {
        throw new Refused('partners.transferUnfit');
      }
      const { id } = await desk.once(caller, 'proposeTransfer', input, async (tx) => {
        const [buyer] = await partnerStore(tx).partiesLocked([proposal.buyerId]);
        const supplies = await partyStore(tx).supplies([proposal.buyerId]);
        const parties = await partnerStore(tx).parties([proposal.fromId, proposal.toId]);
        const to = parties.find((party) => party.id === proposal.toId);
        // Whoever gets a store may ask for one by its id without learning whether it is there.
        if (!buyer || !to || !hasToGive(supplies, proposal)) throw new Refused('partners.transferNotTheirs');
        const isSeller = to.kind === 'distributor' && to.status === 'active';
        if (!isSeller || buyer.kind === 'hq' || buyer.kind === 'distributor') {
          throw new Refused('partners.transferUnfit');
        }
        const running = await transferStore(tx).openOf(buyer.id);
        if (running.some(({ productLine }) => overlaps(productLine, proposal.productLine))) {
          throw new Refused('partners.transferRunning');
        }
        const { partyId, userId, at } = caller;
        const consents = sides.map((own): Consent => ({
          side: own,
          answer: 'consents',
          partyId,
          userId,
          note: '',
          at,
        }));
        const transfer: SupplyTransfer = {
          ...proposal,
          id: desk.newId(),
          proposedBy: side,
          state: 'proposed',
          slot: 'open',
          consents,
          proposedAt: at,
          closedAt: null,
        };
        await transferStore(tx).add(transfer);
        await recordState(tx, caller, transfer, transfer);
        return { id: transfer.id };
      });
      return shown(caller, id);
    },

    /** @throws partners.transferUnknown, partners.transferClosed */
    consentTransfer: (caller: Caller, input: TransferAnswer) => consent(caller, input, 'consents'),

    /** @throws partners.transferUnknown, partners.transferClosed */
    refuseTransfer: (caller: Caller, input: TransferAnswer) => consent(caller, input, 'refuses'),

    /** @throws partners.transferUnknown, partners.transferClosed */
    async withdrawTransfer(caller: Caller, input: TransferAnswer): Promise<SupplyTransfer> {
      await desk.once(caller, 'withdrawTransfer', input, async (tx) => {
        const { transfer, sides } = await lockTransfer(tx, caller, input.transferId);
        if (!mayWithdraw(transfer, sides)) throw new Refused('partners.transferClosed');
        const ended: SupplyTransfer = {
          ...transfer,
          state: 'withdrawn',
          slot: transfer.id,
          closedAt: caller.at,
        };
        if ((await transferStore(tx).update(ended)) === 0) throw new Contended('a transfer that was open');
        await recordState(tx, caller, transfer, ended);
        return {};
      });
      return shown(caller, input.transferId);
    },

    /** @throws partners.transferUnknown */
    transfer: shown,

    /** Transfers the caller is part of, latest first; HQ sees all. */
    transfers: (
      caller: Caller,
      filter: { buyerId?: string | undefined; cursor?: string | undefined; limit: number },
    ) =>
      desk.database.read(async (tx) => {
        const found = await transferStore(tx).list({
          partyId: caller.partyKind === 'hq' ? null : caller.partyId,
          buyerId: filter.buyerId ?? null,
          after: filter.cursor ? readCursor(filter.cursor, 'number', 'string') : null,
          limit: filter.limit + 1,
        });
        return pageOf(found, filter.limit, ({ proposedAt, id }) => [proposedAt, id]);
      }),

    /** Which of these would bring a store to a distributor that may not sell where it is, on the day they take effect. */
    transfersOutside: (transfers: readonly SupplyTransfer[]): Promise<ReadonlySet<string>> =>
      desk.database.read(async (tx) => {
        const buyers = await partnerStore(tx).parties(transfers.map(({ buyerId }) => buyerId));
        const buyerOf = new Map(buyers.map((buyer) => [buyer.id, buyer]));
        const outside = new Set<string>();
        const byDay = groupBy(transfers, ({ effectiveOn }) => effectiveOn);
        for (const [on, ofDay] of byDay) {
          const places = ofDay.flatMap(({ id, toId: sellerId, buyerId }) => {
            const buyer = buyerOf.get(buyerId);
            if (!buyer) return [];
            const { regionCode, channel } = buyer;
            return [{ id, sellerId, regionCode, townCode: null, channel }];
          });
          const served = await around.servePlaces(tx, places, on);
          for (const [at, { id }] of places.entries()) if (!served[at]) outside.add(id);
        }
        return outside;
      }),

    /** Carries out the agreed transfers whose day has come, and answers how many. */
    async carryOutDue(now: Instant): Promise<number> {
      for (let carried = 0; ;) {
        const due = await desk.database.read((tx) => transferStore(tx).due(dayOf(now), carriedTogether));
        for (const { id } of due) {
          await desk.database.transaction(async (tx) => {
            const transfer = await transferStore(tx).transferLocked(id);
            if (transfer?.state !== 'agreed') return;
            await recordState(tx, calendar(now), transfer, await settle(tx, transfer, now));
          });
        }
        carried += due.length;
        if (due.length < carriedTogether) return carried;
      }
    },
  };
}

/** Whoever spoke last made it happen, if only on its day. */
const transferActor = ({ consents }: SupplyTransfer) => consents.at(-1)?.userId ?? 'system';

/** The store itself sees its transfers too, and says nothing. */
const concerns = (transfer: SupplyTransfer, caller: Caller) =>
  sidesOf(transfer, caller).length > 0 || transfer.buyerId === caller.partyId;

/** @throws partners.transferUnknown */
async function lockTransfer(tx: Tx, caller: Caller, transferId: string) {
  const transfer = await transferStore(tx).transferLocked(transferId);
  if (!transfer || !concerns(transfer, caller)) throw new Refused('partners.transferUnknown');
  return { transfer, sides: sidesOf(transfer, caller) };
}
