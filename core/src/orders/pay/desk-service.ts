import { answerOnce, type Caller, pageOf, type Platform, readCursor, Refused, type Tx } from '../../platform';
import {
  askRefund,
  enqueueRefund,
  loadPayment,
  loadRefund,
  type Payment,
  paymentsOfParty,
  type Refund,
  refundableFen,
  refundsOfSeller,
  type RefundStage,
  resolveRefund,
} from '../../payments';

interface PageWanted {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The desk of whoever keeps a seller's money: what came in, what goes back, and what the channel could not do. */
export function payDeskService({ database, jobs }: Pick<Platform, 'database' | 'jobs'>) {
  /** A refund of the caller's own. @throws payments.refundUnknown */
  const ownRefund = async (tx: Tx, caller: Caller, refundId: string): Promise<Refund> => {
    const refund = await loadRefund(tx, refundId);
    if (refund?.sellerId !== caller.partyId) throw new Refused('payments.refundUnknown');
    return refund;
  };

  /** Does something about a refund that went wrong, once. @throws payments.refundUnknown, payments.refundNotStuck */
  const onStuck = (
    caller: Caller,
    kind: string,
    input: { readonly commandId: string; readonly refundId: string },
    work: (tx: Tx, refund: Refund) => Promise<void>,
  ): Promise<Refund> =>
    database.transaction(async (tx) => {
      const { partyId, at } = caller;
      const refund = await ownRefund(tx, caller, input.refundId);
      await answerOnce(tx, { commandId: input.commandId, partyId, kind, input, at }, async () => {
        if (refund.state !== 'abnormal') throw new Refused('payments.refundNotStuck');
        await work(tx, refund);
        return {};
      });
      return (await loadRefund(tx, refund.id)) as Refund;
    });

  return {
    /** Payments of the caller's customers, or its own, newest first. */
    payments: (caller: Caller, query: PageWanted & { readonly side: 'buyer' | 'seller' }) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const side = query.side === 'seller' ? 'sellerId' : 'buyerId';
        const found = await paymentsOfParty(tx, side, caller.partyId, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /** Refunds of a seller, newest first. */
    refunds: (caller: Caller, query: PageWanted & { readonly state?: RefundStage | undefined }) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await refundsOfSeller(tx, caller.partyId, query.state ?? null, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /** Sends a refund that went wrong again, under its number. @throws payments.refundUnknown, payments.refundNotStuck */
    async retryRefund(caller: Caller, input: { readonly commandId: string; readonly refundId: string }) {
      const refund = await onStuck(caller, 'payments.retryRefund', input, async (tx, stuck) => {
        await resolveRefund(tx, stuck.id, 'asked', '');
        await enqueueRefund(tx, jobs, stuck, caller.at);
      });
      jobs.poke();
      return refund;
    },

    /**
     * Says that the money of a refund that went wrong was given back another way; the channel is not asked again.
     * @throws payments.refundUnknown, payments.refundNotStuck
     */
    closeRefund: (
      caller: Caller,
      input: { readonly commandId: string; readonly refundId: string; readonly note: string },
    ) =>
      onStuck(caller, 'payments.closeRefund', input, (tx, stuck) =>
        resolveRefund(tx, stuck.id, 'closed', input.note),
      ),

    /** Gives back all of a payment of another amount than was asked. @throws payments.unknown, payments.notMismatched */
    async refundMismatched(
      caller: Caller,
      input: { readonly commandId: string; readonly paymentId: string },
    ) {
      const payment = await database.transaction(async (tx) => {
        const { partyId, at, userId: askedBy } = caller;
        const found = await loadPayment(tx, input.paymentId);
        if (found?.sellerId !== partyId) throw new Refused('payments.unknown');
        const command = { commandId: input.commandId, partyId, kind: 'payments.refundMismatched', input, at };
        await answerOnce(tx, command, async () => {
          const amountFen = refundableFen(found);
          if (found.state !== 'mismatched' || amountFen === 0) throw new Refused('payments.notMismatched');
          await askRefund(tx, jobs, { paymentId: found.id, amountFen, reason: '付款金额不符', askedBy, at });
          return {};
        });
        return (await loadPayment(tx, found.id)) as Payment;
      });
      jobs.poke();
      return payment;
    },
  };
}
