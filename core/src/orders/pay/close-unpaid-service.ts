import type { Instant, JobDefinition, Jobs, Platform, Tx } from '../../platform';
import { paymentsOfOrder } from '../../payments';
import { endOrder } from '../end-order-service';
import { lockForSystem, system } from '../locked-order-service';
import { orderStore } from '../store';
import { askChannelService } from './ask-channel-service';
import type { Cashier } from './cashier';

const closeUnpaidJob = 'orders.closeUnpaid';

/** Somebody began to pay an order, or keeps goods of a flash sale: if it is not paid in time, it ends by itself. */
export const enqueueCloseUnpaid = (tx: Tx, jobs: Pick<Jobs, 'enqueue'>, orderId: string, dueAt: Instant) =>
  jobs.enqueue(tx, { name: closeUnpaidJob, key: orderId, payload: { orderId }, runAt: dueAt });

/**
 * 超时关单: what somebody began to pay and did not finish in time is cancelled, and its goods come free. Only after
 * the channel confirmed for every attempt that nothing will be paid; one that answers nothing is asked again. Where
 * nobody is paid online an order of a flash sale still ends.
 */
export function closeUnpaidService(platform: Platform, cashier: Cashier | null) {
  const { database, clock, newId, outbox } = platform;
  const asking = cashier && askChannelService(platform, cashier);

  /** @throws Error when the channel does not say how an attempt ended */
  const closeUnpaid = async (orderId: string) => {
    const attempts = await database.read((tx) => paymentsOfOrder(tx, orderId));
    for (const { id, state } of attempts) {
      if (state !== 'open') continue;
      const known = (await asking?.askAbout(id, { isLast: true })) ?? 'open';
      // The job is tried again, later and later.
      if (known === 'open') throw new Error(`payment ${id} is neither paid nor closed`);
    }
    const at = clock.now();
    await database.transaction(async (tx) => {
      const [order] = await orderStore(tx).orders([orderId]);
      if (order?.state !== 'held') return;
      const locked = await lockForSystem(tx, orderId);
      const stillUnpaid = locked.holds.some(
        ({ status, kind, dueAt }) => status === 'open' && kind === 'payment' && dueAt <= at,
      );
      const isOpen = (await paymentsOfOrder(tx, orderId)).some(({ state }) => state === 'open');
      if (locked.order.state !== 'held' || !stillUnpaid || isOpen) return;
      await endOrder(tx, newId, { ...system, at }, locked, {
        state: 'cancelled',
        reason: '超时未付款',
        isGivenUp: true,
      });
    });
    outbox.poke();
  };

  return {
    closeUnpaid,
    closeUnpaidJob(): JobDefinition {
      return {
        name: closeUnpaidJob,
        run: ({ payload }) => closeUnpaid((payload as { orderId: string }).orderId),
      };
    },
  };
}
