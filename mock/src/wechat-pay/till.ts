import type { Keys, Merchant } from '../keys';
import type { Settings } from '../settings';
import { type Book, flowOf } from './book';
import { decideClose } from './close-order';
import { decideCreate } from './create-order';
import { feeOf } from './fees';
import { noticeOfPayment, noticeOfRefund } from './make-notice';
import type { Order, OrderRequest, Prepay, Refund, RefundRequest, RefundStatus } from './model';
import { makePrepayId, makeRefundId, makeTransactionId } from './numbers';
import { type PayDecision, decidePay } from './pay-order';
import { PayRefused } from './refusal';
import { decideRefund } from './refund-order';

export interface TillParts {
  readonly book: Book;
  readonly keys: Keys;
  readonly settings: Settings;
  /** Outcomes ordered for the next refunds; success when none is left. */
  readonly nextRefunds: RefundOutcome[];
  /** Called when something new waits for its time: a callback or a refund. */
  readonly onWaiting: () => void;
}

export type RefundOutcome = Exclude<RefundStatus, 'PROCESSING'>;

const prepayMs = 2 * 3_600_000;
const h5Ms = 5 * 60_000;

/** Moves orders and money by the decisions beside it, and writes every movement into the ledger. */
export function openTill({ book, keys, settings, nextRefunds, onWaiting }: TillParts) {
  function merchantOf(mchid: string): Merchant {
    const merchant = keys.merchants.find((one) => one.mchid === mchid);
    if (!merchant) throw new Error(`no merchant ${mchid}`);
    return merchant;
  }

  const newPrepay = ({ tradeType }: Pick<Order, 'tradeType'>, at: number): Prepay => ({
    prepayId: makePrepayId(at),
    opensUntil: at + (tradeType === 'MWEB' ? h5Ms : prepayMs),
    validUntil: at + prepayMs,
  });

  function tell(notice: ReturnType<typeof noticeOfPayment>): void {
    if (settings.callbacks === 'off') Object.assign(notice, { state: 'off', nextAt: null });
    book.addNotice(notice);
    onWaiting();
  }

  function move(refund: Refund, status: RefundStatus, at: number): void {
    refund.status = status;
    refund.history.push({ status, at });
  }

  function finish(refund: Refund, outcome: RefundOutcome, at: number): void {
    refund.pending = null;
    book.watch(refund);
    if (outcome === 'SUCCESS') refund.succeededAt = at;
    move(refund, outcome, at);
    if (outcome === 'CLOSED') {
      book.addFlow(flowOf('refundReturned', refund.refundFen, at, refund));
      if (refund.feeBackFen > 0) book.addFlow(flowOf('fee', -refund.feeBackFen, at, refund));
    }
    const merchant = merchantOf(refund.mchid);
    if (refund.notifyUrl) tell(noticeOfRefund(merchant, refund, refund.notifyUrl, outcome, at));
  }

  return {
    /**
     * Makes an order, or finds it again for a request that repeats it.
     * @throws PayRefused of `decideCreate`
     */
    create(request: OrderRequest, at: number): Order {
      const existing = book.order(request.mchid, request.outTradeNo);
      if (existing && decideCreate(existing, request) === 'same') {
        if (existing.prepay.opensUntil < at) book.renewPrepay(existing, newPrepay(existing, at));
        return existing;
      }
      const order: Order = {
        ...request,
        createdAt: at,
        prepay: newPrepay(request, at),
        state: 'NOTPAY',
        transactionId: null,
        paidAt: null,
        payerOpenid: null,
        closedAt: null,
      };
      book.addOrder(order);
      return order;
    },

    /** A person pays. Twice pays once. */
    pay(order: Order, openid: string, at: number): PayDecision {
      const decision = decidePay(order, openid, at);
      if (decision.kind !== 'pay') return decision;
      book.setPaid(order, makeTransactionId(at), openid, at);
      book.addFlow(flowOf('payment', order.totalFen, at, order));
      const feeFen = feeOf(order.totalFen);
      if (feeFen > 0) book.addFlow(flowOf('fee', -feeFen, at, order));
      tell(noticeOfPayment(merchantOf(order.mchid), order, at));
      return decision;
    },

    /** @throws PayRefused of `decideClose` */
    close(mchid: string, outTradeNo: string, at: number): void {
      const order = book.order(mchid, outTradeNo);
      if (decideClose(order) === 'close' && order) Object.assign(order, { state: 'CLOSED', closedAt: at });
    },

    /**
     * Accepts a refund, or finds it again under its number.
     * @throws PayRefused of `decideRefund`
     */
    refund(request: RefundRequest, at: number): Refund {
      const byNumber =
        request.outTradeNo === null ? undefined : book.order(request.mchid, request.outTradeNo);
      const byId =
        request.transactionId === null ? undefined : book.orderOfTransaction(request.transactionId);
      const found = byNumber ?? byId;
      const order = found?.mchid === request.mchid ? found : undefined;
      const decision = decideRefund(
        {
          order,
          existing: book.refund(request.mchid, request.outRefundNo),
          earlier: order ? book.refundsOf(order) : [],
        },
        request,
        {
          at,
          spacingMs: settings.refundSpacingMs / settings.timeScale,
          availableFen: book.balanceFen(request.mchid),
        },
      );
      if (decision.kind === 'same') return decision.refund;
      const refund: Refund = {
        mchid: request.mchid,
        outTradeNo: decision.order.outTradeNo,
        transactionId: decision.transactionId,
        outRefundNo: request.outRefundNo,
        refundId: makeRefundId(at),
        reason: request.reason,
        notifyUrl: request.notifyUrl,
        refundFen: request.refundFen,
        totalFen: request.totalFen,
        feeBackFen: decision.feeBackFen,
        createdAt: at,
        status: 'PROCESSING',
        history: [{ status: 'PROCESSING', at }],
        pending: {
          dueAt: at + settings.refundMs / settings.timeScale,
          outcome: nextRefunds.shift() ?? 'SUCCESS',
        },
        succeededAt: null,
      };
      decision.order.state = 'REFUND';
      book.addRefund(refund);
      onWaiting();
      if (refund.feeBackFen > 0) book.addFlow(flowOf('feeBack', refund.feeBackFen, at, refund));
      book.addFlow(flowOf('refund', -refund.refundFen, at, refund));
      return refund;
    },

    /**
     * Sends a refund that got stuck on its way again.
     * @throws PayRefused INVALID_REQUEST
     */
    resumeRefund(refund: Refund, at: number): Refund {
      if (refund.status !== 'ABNORMAL') throw new PayRefused('INVALID_REQUEST', '退款单状态不是退款异常');
      move(refund, 'PROCESSING', at);
      refund.pending = { dueAt: at + settings.refundMs / settings.timeScale, outcome: 'SUCCESS' };
      book.watch(refund);
      onWaiting();
      return refund;
    },

    /** Ends the refunds whose time has come. */
    settle(at: number): void {
      for (const refund of book.settling()) {
        if (refund.pending && refund.pending.dueAt <= at) finish(refund, refund.pending.outcome, at);
      }
    },

    /** Brings a merchant's balance to `availableFen` by a top-up or a withdrawal, which the ledger shows. */
    setBalance(mchid: string, availableFen: number, at: number): void {
      const { mchid: known } = merchantOf(mchid);
      const amountFen = availableFen - book.balanceFen(known);
      const from = { mchid: known, outTradeNo: '', transactionId: null };
      if (amountFen !== 0) book.addFlow(flowOf(amountFen > 0 ? 'topUp' : 'withdrawal', amountFen, at, from));
    },
  };
}

export type Till = ReturnType<typeof openTill>;
