import type {
  BillDay,
  BillDifference,
  ClientParams,
  Core,
  PayFor,
  Payment,
  PaymentReturn,
  Refund,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { differenceAdvice, differenceTitles } from './difference-words';
import { at, atOrNull } from './wire';

type NameOf = (partyId: string) => string;

const viewPayment = (payment: Payment, nameOf: NameOf) => ({
  paymentId: payment.id,
  sellerId: payment.sellerId,
  sellerName: nameOf(payment.sellerId),
  buyerId: payment.buyerId,
  buyerName: nameOf(payment.buyerId),
  purpose: payment.purpose,
  orderId: payment.orderId,
  amountFen: payment.amountFen,
  channel: payment.channel,
  state: payment.state,
  createdAt: at(payment.createdAt),
  expiresAt: at(payment.expiresAt),
  paidFen: payment.paidFen,
  paidAt: atOrNull(payment.paidAt),
  transactionId: payment.transactionId,
  refundingFen: payment.refundingFen,
  refundedFen: payment.refundedFen,
});

const viewRefund = (refund: Refund, nameOf: NameOf) => ({
  refundId: refund.id,
  paymentId: refund.paymentId,
  orderId: refund.orderId,
  buyerId: refund.buyerId,
  buyerName: nameOf(refund.buyerId),
  amountFen: refund.amountFen,
  reason: refund.reason,
  state: refund.state,
  refusal: refund.refusal,
  note: refund.note,
  tries: refund.tries,
  askedAt: at(refund.askedAt),
  succeededAt: atOrNull(refund.succeededAt),
});

const viewReturn = (asked: PaymentReturn, buyerName: string) => ({
  returnId: asked.id,
  paymentId: asked.paymentId,
  buyerId: asked.buyerId,
  buyerName,
  amountFen: asked.amountFen,
  reason: asked.reason,
  state: asked.state,
  refundId: asked.refundId,
  requestedBy: asked.requestedByName,
  requestedAt: at(asked.requestedAt),
  decidedBy: asked.decidedByName,
  decidedAt: atOrNull(asked.decidedAt),
  note: asked.note,
});

const viewDay = ({ comparedAt, ...day }: BillDay) => ({ ...day, comparedAt: at(comparedAt) });

const viewDifference = (difference: BillDifference, sellerName: string) => ({
  differenceId: difference.id,
  merchantId: difference.merchantId,
  day: difference.day,
  sellerName,
  kind: difference.kind,
  title: differenceTitles[difference.kind] ?? difference.kind,
  advice: differenceAdvice[difference.remedy],
  severity: difference.severity,
  number: difference.number,
  hereFen: difference.hereFen,
  thereFen: difference.thereFen,
  here: difference.here,
  there: difference.there,
  state: difference.state,
  note: difference.note,
  resolvedBy: difference.resolvedBy,
  resolvedAt: atOrNull(difference.resolvedAt),
});

/** What the device gets of what is kept: never more than it needs. */
function viewHandOver({ handOver }: Payment, params: ClientParams | null) {
  if (handOver?.kind === 'h5') return { by: 'h5' as const, url: handOver.url };
  if (handOver?.kind === 'native') return { by: 'native' as const, codeUrl: handOver.codeUrl };
  if (!params) throw new Error('a payment inside WeChat without its signature');
  return { by: 'jsapi' as const, ...params };
}

/** The one thing that is paid; the contract has seen to it that there is one. */
function payFor({ orderId, billIds, amountFen, sellerId }: PayInput): PayFor {
  if (orderId !== undefined) return { purpose: 'order', orderId };
  if (billIds !== undefined) return { purpose: 'bills', billIds };
  return { purpose: 'topUp', sellerId: sellerId ?? '', amountFen: amountFen ?? 0 };
}

interface PayInput {
  readonly orderId: string | undefined;
  readonly billIds: readonly string[] | undefined;
  readonly amountFen: number | undefined;
  readonly sellerId: string | undefined;
}

export const paymentHandlers = ({ payments, partners }: Core): HandlersOf<'payments'> => {
  const viewAll = async (found: readonly Payment[]) => {
    const ids = new Set(found.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]));
    const parties = await partners.parties([...ids]);
    return found.map((payment) => viewPayment(payment, (id) => parties.get(id)?.name ?? ''));
  };
  const viewRefunds = async (found: readonly Refund[]) => {
    const parties = await partners.parties([...new Set(found.map(({ buyerId }) => buyerId))]);
    return found.map((refund) => viewRefund(refund, (id) => parties.get(id)?.name ?? ''));
  };
  const viewOneRefund = async (refund: Refund) => {
    const [view] = await viewRefunds([refund]);
    if (!view) throw new Error('a refund that has no view');
    return view;
  };
  const viewDifferences = async (found: readonly BillDifference[]) => {
    const ids = new Set(found.flatMap(({ sellerId }) => sellerId ?? []));
    const parties = await partners.parties([...ids]);
    return found.map((one) => viewDifference(one, parties.get(one.sellerId ?? '')?.name ?? ''));
  };
  const viewReturns = async (found: readonly PaymentReturn[]) => {
    const parties = await partners.parties([...new Set(found.map(({ buyerId }) => buyerId))]);
    return found.map((asked) => viewReturn(asked, parties.get(asked.buyerId)?.name ?? ''));
  };
  const viewOneReturn = async (asked: PaymentReturn) => {
    const [view] = await viewReturns([asked]);
    if (!view) throw new Error('a return that has no view');
    return view;
  };
  const viewOne = async (payment: Payment) => {
    const [view] = await viewAll([payment]);
    if (!view) throw new Error('a payment that has no view');
    return view;
  };

  return {
    offer: async () => payments.offer(),
    start: async ({ orderId, billIds, topUp, sellerId, ...input }, caller) => {
      const { payment, params } = await payments.start(caller, {
        ...input,
        pay: payFor({ orderId, billIds, amountFen: topUp?.amountFen, sellerId }),
      });
      return { payment: await viewOne(payment), handOver: viewHandOver(payment, params) };
    },
    get: async ({ paymentId }, caller) => viewOne(await payments.payment(caller, paymentId)),
    ofOrder: async ({ orderId }, caller) => {
      const { payments: attempts, refunds, ...money } = await payments.ofOrder(caller, orderId);
      return {
        ...money,
        rebate: await payments.rebateRoom(caller, orderId),
        payments: await viewAll(attempts),
        refunds: await viewRefunds(refunds),
      };
    },
    useRebate: async (input, caller) => {
      await payments.useRebate(caller, input);
      const { payableNowFen, waitingFen, rebateFen } = await payments.ofOrder(caller, input.orderId);
      return { payableNowFen, waitingFen, rebateFen };
    },
    list: async (query, caller) => {
      const { items, nextCursor } = await payments.payments(caller, query);
      return { items: await viewAll(items), nextCursor };
    },
    refunds: async (query, caller) => {
      const { items, nextCursor } = await payments.refunds(caller, query);
      return { items: await viewRefunds(items), nextCursor };
    },
    retryRefund: async (input, caller) => viewOneRefund(await payments.retryRefund(caller, input)),
    closeRefund: async (input, caller) => viewOneRefund(await payments.closeRefund(caller, input)),
    billDays: async (_, caller) => ({ items: (await payments.billDays(caller)).map(viewDay) }),
    reconcileNow: async ({ day }, caller) => ({
      items: (await payments.reconcileNow(caller, day)).map(viewDay),
    }),
    differences: async (query, caller) => {
      const { items, nextCursor } = await payments.billDifferences(caller, query);
      return { items: await viewDifferences(items), nextCursor };
    },
    resolveDifference: async (input, caller) => {
      const [view] = await viewDifferences([await payments.resolveDifference(caller, input)]);
      if (!view) throw new Error('a difference that has no view');
      return view;
    },
    refundMismatched: async (input, caller) => viewOne(await payments.refundMismatched(caller, input)),
    returnable: async ({ paymentId }, caller) => ({
      returnableFen: await payments.returnableNow(caller, paymentId),
    }),
    returns: async (query, caller) => {
      const { items, nextCursor } = await payments.returns(caller, query);
      return { items: await viewReturns(items), nextCursor };
    },
    requestReturn: async (input, caller) => viewOneReturn(await payments.requestReturn(caller, input)),
    decideReturn: async (input, caller) => viewOneReturn(await payments.decideReturn(caller, input)),
  };
};
