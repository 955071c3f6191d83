import { type Instant, type JobDefinition, type Platform, type Tx } from '../../platform';
import {
  askJob,
  closePayment,
  enqueueAsk,
  isOverdue,
  loadPayment,
  noteAsked,
  type Payment,
  type TradeState,
} from '../../payments';
import type { Cashier } from './cashier';
import { settlePayment } from './settle-payment-service';

/** What is known of a payment after the channel was asked. */
export type Known = 'paid' | 'closed' | 'open';

/** What a trade that is paid says of itself; null when it is not paid. */
export function paidFactsOf(
  { state, transactionId, amountFen, paidAt, payerOpenid }: TradeState,
  at: Instant,
) {
  const isPaid = (state === 'SUCCESS' || state === 'REFUND') && transactionId !== null;
  return isPaid
    ? { transactionId, paidFen: amountFen, paidAt: paidAt ?? at, payer: payerOpenid ?? '' }
    : null;
}

/** Asks the channel about payments nobody told us of, and closes those whose time is over. */
export function askChannelService(platform: Platform, cashier: Cashier) {
  const { database, clock, jobs, outbox } = platform;
  const { gateway } = cashier;

  const settle = async (paymentId: string, trade: TradeState): Promise<Known> => {
    const at = clock.now();
    const facts = paidFactsOf(trade, at);
    if (!facts) return 'open';
    await database.transaction((tx) => settlePayment(tx, platform, paymentId, facts, at));
    outbox.poke();
    jobs.poke();
    return 'paid';
  };

  const close = (paymentId: string) =>
    database.transaction(async (tx): Promise<Known> => {
      if (await closePayment(tx, paymentId)) return 'closed';
      // Somebody else asked in the same moment: what that one wrote is known as well.
      return knownOf(await loadPayment(tx, paymentId));
    });

  /**
   * One round: query; when its time is over, close and query again. Only what the channel confirmed counts: a
   * close answers "done" also for numbers it never heard of, and a payer may have been quicker.
   */
  const ask = async (payment: Payment, isLast: boolean): Promise<Known> => {
    const merchant = cashier.merchantById(payment.merchantId);
    if (!merchant) return 'open';
    const first = await gateway.query(merchant, payment.id);
    if (first.kind === 'done') {
      if (first.value.state === 'CLOSED') return close(payment.id);
      if ((await settle(payment.id, first.value)) === 'paid') return 'paid';
    }
    if (first.kind === 'unknown' || !isLast) return 'open';
    const closed = await gateway.close(merchant, payment.id);
    if (closed.kind === 'unknown') return 'open';
    const second = await gateway.query(merchant, payment.id);
    if (second.kind === 'unknown') return 'open';
    // A number the channel never heard of can be paid by nobody.
    if (second.kind === 'refused') return second.code === 'ORDER_NOT_EXIST' ? close(payment.id) : 'open';
    if (second.value.state === 'CLOSED') return close(payment.id);
    return settle(payment.id, second.value);
  };

  const later = (tx: Tx, payment: Payment, asks: number, at: Instant) => {
    const overdueAt = isOverdue(payment.expiresAt, at) ? at + 60_000 : undefined;
    return enqueueAsk(tx, jobs, payment, asks, overdueAt);
  };

  return {
    /** What is known of an open payment now. `isLast` closes it when it is not paid. */
    async askAbout(paymentId: string, { isLast }: { readonly isLast: boolean }): Promise<Known> {
      const payment = await database.read((tx) => loadPayment(tx, paymentId));
      const known = knownOf(payment);
      return payment && known === 'open' ? ask(payment, isLast) : known;
    },

    askJob(): JobDefinition {
      return {
        name: askJob,
        run: async ({ payload, log }) => {
          const { paymentId } = payload as { paymentId: string };
          const payment = await database.read((tx) => loadPayment(tx, paymentId));
          if (payment?.state !== 'open') return;
          const known = await ask(payment, isOverdue(payment.expiresAt, clock.now()));
          if (known !== 'open') return;
          const at = clock.now();
          await database.transaction(async (tx) => {
            await noteAsked(tx, paymentId, at);
            await later(tx, payment, payment.asks + 1, at);
          });
          log.info({ paymentId, asks: payment.asks + 1 }, 'payment still open');
        },
      };
    },
  };
}

/** What the state of a payment says; one that was never kept is paid by nobody. */
function knownOf(payment: Payment | undefined): Known {
  if (!payment || payment.state === 'closed') return 'closed';
  return payment.state === 'open' ? 'open' : 'paid';
}
