import { emit, type Instant, type JobDefinition, type Platform } from '../../platform';
import { waitingForOrder } from '../../credit';
import { decideHeld } from '../decide-held-service';
import { orderEvent } from '../events';
import { decidedPayload, lockForSystem, system } from '../locked-order-service';
import { orderStore, type StepDue } from '../store';
import { stageOf } from './stage-of';

const tendedTogether = 100;

/** Looks after pre-orders when a step of theirs begins or ends; `closeUnpaid` ends one whose time is over. */
export function tendStepsService(
  { database, newId, clock, outbox, log }: Platform,
  closeUnpaid: (orderId: string) => Promise<void>,
) {
  /** Answers whether it is to be ended; one whose window has opened is decided again, and its buyer is told. */
  const tend = (orderId: string, at: Instant): Promise<boolean> =>
    database.transaction(async (tx) => {
      const locked = await lockForSystem(tx, orderId);
      const { order } = locked;
      if (order.state !== 'held' || order.steps === null || (order.stepDueAt ?? at + 1) > at) return false;
      const { steps, payableFen } = order;
      const stage = stageOf({ steps, payableFen, paidFen: await waitingForOrder(tx, orderId), at });
      if (stage === 'depositLate' || stage === 'balanceLate') return true;
      await decideHeld(tx, newId, { ...system, at }, locked, { accepted: [], note: '尾款开始' });
      if (stage === 'balance') {
        await emit(tx, [orderEvent(newId(), 'order.balanceDue', at, decidedPayload(order, '尾款开始'))]);
      }
      return false;
    });

  /** One that fails, or whose channel keeps silent, is tried again a minute later and holds up nobody else. */
  const tendOrClose = async (orderId: string, at: Instant) => {
    try {
      if (await tend(orderId, at)) await closeUnpaid(orderId);
    } catch (error) {
      log.warn({ orderId, error }, 'pre-order still open');
    }
  };

  return {
    /** Looks after all whose moment has come. Answers how many. */
    async tendSteps(at: Instant): Promise<number> {
      let tended = 0;
      let after: StepDue = { id: '', stepDueAt: 0 };
      for (;;) {
        const due = await database.read((tx) => orderStore(tx).stepsDue(at, after, tendedTogether));
        for (const { id } of due) await tendOrClose(id, at);
        outbox.poke();
        tended += due.length;
        if (due.length < tendedTogether) return tended;
        after = due.at(-1) ?? after;
      }
    },

    tendStepsJob(): JobDefinition {
      return {
        name: 'orders.tendSteps',
        every: { ms: 60_000 },
        run: async () => {
          await this.tendSteps(clock.now());
        },
      };
    },
  };
}
