import { emit, type Instant, type JobDefinition, type Platform } from '../../platform';
import { waitingForOrder } from '../../credit';
import { decideHeld } from '../decide-held-service';
import { eachDue } from '../each-due';
import { orderEvent } from '../events';
import { decidedPayload, lockForSystem, system } from '../locked-order-service';
import { orderStore } from '../store';
import { stageOf } from './stage-of';

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

  return {
    /** Looks after all whose moment has come: one whose channel keeps silent is tried again. Answers how many. */
    async tendSteps(at: Instant): Promise<number> {
      const tended = await eachDue(
        log,
        'pre-order still open',
        (after, limit) => database.read((tx) => orderStore(tx).stepsDue(at, after, limit)),
        async (orderId) => {
          if (await tend(orderId, at)) await closeUnpaid(orderId);
        },
      );
      outbox.poke();
      return tended;
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
