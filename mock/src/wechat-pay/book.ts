import type { Flow, FlowKind, Notice, Order, Refund } from './model';

const keyOf = (mchid: string, no: string) => `${mchid} ${no}`;

export interface SavedBook {
  readonly orders: Order[];
  readonly refunds: Refund[];
  readonly flows: Flow[];
  readonly notices: Notice[];
}

/** What WeChat Pay remembers: orders, refunds, callbacks, and the ledger of every merchant's balance. */
export function openBook(saved: SavedBook = { orders: [], refunds: [], flows: [], notices: [] }) {
  const orders = new Map<string, Order>();
  const byNumber = new Map<string, Order[]>();
  const byPrepay = new Map<string, Order>();
  const byTransaction = new Map<string, Order>();
  const refunds = new Map<string, Refund>();
  const byRefundId = new Map<string, Refund>();
  const refundsOf = new Map<string, Refund[]>();
  const notices = new Map<string, Notice>();
  const waiting = new Set<Notice>();
  const settling = new Set<Refund>();
  const flows: Flow[] = [];
  const balances = new Map<string, number>();

  const book = {
    addOrder(order: Order): void {
      orders.set(keyOf(order.mchid, order.outTradeNo), order);
      byNumber.set(order.outTradeNo, [...(byNumber.get(order.outTradeNo) ?? []), order]);
      book.renewPrepay(order, order.prepay);
      if (order.transactionId) byTransaction.set(order.transactionId, order);
    },
    renewPrepay(order: Order, prepay: Order['prepay']): void {
      order.prepay = prepay;
      byPrepay.set(prepay.prepayId, order);
    },
    /** Marks an order paid under its transaction id. */
    setPaid(order: Order, transactionId: string, payerOpenid: string, at: number): void {
      Object.assign(order, { state: 'SUCCESS', transactionId, payerOpenid, paidAt: at });
      byTransaction.set(transactionId, order);
    },
    addRefund(refund: Refund): void {
      const key = keyOf(refund.mchid, refund.outTradeNo);
      refunds.set(keyOf(refund.mchid, refund.outRefundNo), refund);
      byRefundId.set(refund.refundId, refund);
      refundsOf.set(key, [...(refundsOf.get(key) ?? []), refund]);
      book.watch(refund);
    },
    /** Keeps in view, or lets go, a refund that is, or is no longer, on its way. */
    watch(refund: Refund): void {
      if (refund.pending) settling.add(refund);
      else settling.delete(refund);
    },
    addNotice(notice: Notice): void {
      notices.set(notice.id, notice);
      book.track(notice);
    },
    /** Keeps in view, or lets go, a callback that is, or is no longer, to be sent. */
    track(notice: Notice): void {
      if (notice.state === 'waiting') waiting.add(notice);
      else waiting.delete(notice);
    },
    /** Writes a movement into the ledger; the balance follows. */
    addFlow(flow: Omit<Flow, 'no' | 'balanceFen'>): void {
      const balanceFen = book.balanceFen(flow.mchid) + flow.amountFen;
      balances.set(flow.mchid, balanceFen);
      flows.push({
        ...flow,
        balanceFen,
        no: `${flow.mchid}${(flows.length + 1).toString().padStart(12, '0')}`,
      });
    },
    balanceFen: (mchid: string) => balances.get(mchid) ?? 0,
    order: (mchid: string, outTradeNo: string) => orders.get(keyOf(mchid, outTradeNo)),
    /** Orders of any merchant under a number; merchants choose theirs without knowing of each other. */
    ordersNumbered: (outTradeNo: string): readonly Order[] => byNumber.get(outTradeNo) ?? [],
    orderOfPrepay: (prepayId: string) => byPrepay.get(prepayId),
    orderOfTransaction: (transactionId: string) => byTransaction.get(transactionId),
    refund: (mchid: string, outRefundNo: string) => refunds.get(keyOf(mchid, outRefundNo)),
    refundOfId: (refundId: string) => byRefundId.get(refundId),
    refundsOf: (order: Pick<Order, 'mchid' | 'outTradeNo'>) =>
      refundsOf.get(keyOf(order.mchid, order.outTradeNo)) ?? [],
    notice: (id: string) => notices.get(id),
    waiting: () => [...waiting],
    settling: () => [...settling],
    flows: (): readonly Flow[] => flows,
    saved: (): SavedBook => ({
      orders: [...orders.values()],
      refunds: [...refunds.values()],
      flows,
      notices: [...notices.values()],
    }),
  };

  for (const order of saved.orders) book.addOrder(order);
  for (const refund of saved.refunds) book.addRefund(refund);
  for (const notice of saved.notices) book.addNotice(notice);
  for (const flow of saved.flows) {
    flows.push(flow);
    balances.set(flow.mchid, flow.balanceFen);
  }
  return book;
}

export type Book = ReturnType<typeof openBook>;

/** The numbers of an order, or of one of its refunds, as a movement carries them. */
export const flowOf = (
  kind: FlowKind,
  amountFen: number,
  at: number,
  from: Pick<Order, 'mchid' | 'outTradeNo' | 'transactionId'> &
    Partial<Pick<Refund, 'refundId' | 'outRefundNo'>>,
): Omit<Flow, 'no' | 'balanceFen'> => ({
  kind,
  amountFen,
  at,
  mchid: from.mchid,
  outTradeNo: from.outTradeNo,
  transactionId: from.transactionId,
  refundId: from.refundId ?? null,
  outRefundNo: from.outRefundNo ?? null,
});
