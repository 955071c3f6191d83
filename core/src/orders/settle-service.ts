import { answerOnce, type Caller, type Platform, Refused, sum } from '../platform';
import { fulfilStore } from './fulfil-store';
import { usualAutoSignDays } from './fulfilment';
import { addTrail, onceOnOrder, type OrderCommand, system } from './locked-order-service';
import { afterSettling } from './states';
import { orderStore } from './store';

export interface SettleInput extends OrderCommand {
  readonly claimIds: readonly string[];
  readonly outcome: 'accepted' | 'contested';
  readonly note: string;
}

/** The seller's desk for what was signed for with differences, and for how long it waits for signatures. */
export function settleService(platform: Platform) {
  const { database } = platform;

  return {
    /**
     * Answers the differences of a signed shipment: the seller bears them, or contests them and says why.
     * An order whose differences are all answered is completed.
     * @throws orders.unknown, orders.stateForbids, orders.claimUnknown, orders.noteNeeded, orders.revisionStale, command.idReused
     */
    settle: (caller: Caller, input: SettleInput) =>
      onceOnOrder(platform, caller, 'settle', input, async (tx, { order, claims }) => {
        if (input.outcome === 'contested' && input.note === '') throw new Refused('orders.noteNeeded');
        const asked = new Set(input.claimIds);
        const open = claims.filter(
          ({ id, state }) => state === 'open' && (asked.size === 0 || asked.has(id)),
        );
        if (open.length === 0 || (asked.size > 0 && open.length !== asked.size)) {
          throw new Refused('orders.claimUnknown');
        }
        await fulfilStore(tx).settleClaims(
          open.map(({ id }) => id),
          { state: input.outcome, note: input.note, settledBy: caller.userName, settledAt: caller.at },
        );
        const stillOpen = claims.filter(({ state }) => state === 'open').length - open.length;
        const state = afterSettling(order.state, stillOpen > 0);
        await orderStore(tx).changeOrder(order, { state });
        const amountFen = sum(open.map((claim) => claim.amountFen));
        const { outcome, note } = input;
        const detail = { outcome, note, amountFen, claims: open.length };
        await addTrail(tx, caller, order.id, 'settled', caller.at, detail);
        if (state === 'completed' && order.state !== 'completed') {
          await addTrail(tx, system, order.id, 'completed', caller.at, {});
        }
      }),

    /** How many days a seller waits for a signature. */
    autoSignDays: (sellerId: string) =>
      database.read(async (tx) => (await fulfilStore(tx).terms(sellerId))?.autoSignDays ?? usualAutoSignDays),

    /** Sets the caller's own. @throws command.idReused */
    async setAutoSignDays(
      caller: Caller,
      input: { readonly commandId: string; readonly autoSignDays: number },
    ) {
      await database.transaction(async (tx) => {
        const { commandId, autoSignDays } = input;
        const { partyId, at } = caller;
        const command = { commandId, partyId, kind: 'orders.setAutoSignDays', input, at };
        await answerOnce(tx, command, async () => {
          const terms = { sellerId: partyId, autoSignDays, changedBy: caller.userName, changedAt: at };
          await fulfilStore(tx).setTerms(terms);
          return {};
        });
      });
      return { autoSignDays: input.autoSignDays };
    },
  };
}
