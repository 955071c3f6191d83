import { billTime } from '../../clock';
import { feeOf, feeRateBp } from '../fees';
import type { Order, Refund } from '../model';
import { type BillDay, isWithin } from './bill-day';
import { type Column, writeBill } from './sheet';
import { yuan } from './yuan';

export type TradeBillType = 'ALL' | 'SUCCESS' | 'REFUND';

interface Row {
  readonly at: number;
  readonly order: Order;
  readonly refund: Refund | null;
  /** As the bill saw it when it was made. */
  readonly refundStatus: string;
}

const billStatus: Readonly<Record<Refund['status'], string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'FAIL',
  ABNORMAL: 'CHANGE',
};

const statusAt = ({ history }: Refund, at: number) =>
  history.filter((step) => step.at <= at).at(-1)?.status ?? 'PROCESSING';

/** A refund's fee is the part of the payment's that came back. */
const feeFen = ({ order, refund }: Row) => (refund ? -refund.feeBackFen : feeOf(order.totalFen));
const orderFen = ({ order, refund }: Row) => (refund ? 0 : order.totalFen);
const backFen = ({ refund }: Row) => refund?.refundFen ?? 0;
const zero = () => yuan(0);

const head: readonly Column<Row>[] = [
  { name: '交易时间', cell: ({ at }) => billTime(at) },
  { name: '公众账号ID', cell: ({ order }) => order.appid },
  { name: '商户号', cell: ({ order }) => order.mchid },
  { name: '特约商户号', cell: () => '0' },
  { name: '设备号', cell: () => '' },
  { name: '微信订单号', cell: ({ order }) => order.transactionId ?? '' },
  { name: '商户订单号', cell: ({ order }) => order.outTradeNo },
  { name: '用户标识', cell: ({ order }) => order.payerOpenid ?? '' },
  { name: '交易类型', cell: ({ order }) => order.tradeType },
  { name: '交易状态', cell: ({ refund }) => (refund ? 'REFUND' : 'SUCCESS') },
  { name: '付款银行', cell: () => 'OTHERS' },
  { name: '货币种类', cell: () => 'CNY' },
  { name: '应结订单金额', cell: (row) => yuan(orderFen(row)) },
  { name: '代金券金额', cell: zero },
];
const refundTimes: readonly Column<Row>[] = [
  { name: '退款申请时间', cell: ({ refund }) => (refund ? billTime(refund.createdAt) : '') },
  {
    name: '退款成功时间',
    cell: ({ refund, refundStatus }) =>
      refund?.succeededAt && refundStatus === 'SUCCESS' ? billTime(refund.succeededAt) : '',
  },
];
const refundPart: readonly Column<Row>[] = [
  { name: '微信退款单号', cell: ({ refund }) => refund?.refundId ?? '0' },
  { name: '商户退款单号', cell: ({ refund }) => refund?.outRefundNo ?? '0' },
  { name: '退款金额', cell: (row) => yuan(backFen(row)) },
  { name: '充值券退款金额', cell: zero },
  { name: '退款类型', cell: ({ refund }) => (refund ? 'ORIGINAL' : '') },
  { name: '退款状态', cell: ({ refundStatus }) => refundStatus },
];
const tail: readonly Column<Row>[] = [
  { name: '商品名称', cell: ({ order }) => order.description },
  { name: '商户数据包', cell: ({ order }) => order.attach ?? '' },
  { name: '手续费', cell: (row) => yuan(feeFen(row), 5) },
  { name: '费率', cell: () => `${(feeRateBp / 100).toFixed(2)}%` },
  { name: '订单金额', cell: (row) => yuan(orderFen(row)) },
];
const askedBack: Column<Row> = { name: '申请退款金额', cell: (row) => yuan(backFen(row)) };
const remark: Column<Row> = { name: '费率备注', cell: () => '' };

const columnsOf: Readonly<Record<TradeBillType, readonly Column<Row>[]>> = {
  ALL: [...head, ...refundPart, ...tail, askedBack, remark],
  SUCCESS: [...head, ...tail, remark],
  REFUND: [...head, ...refundTimes, ...refundPart, ...tail, askedBack, remark],
};

const sum = (rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/**
 * The trade bill of a day, or null when nothing happened that it shows: payments by the day they were paid, refunds
 * by the day they were accepted, with the status they had when the bill was made.
 */
export function tradeBill(
  facts: { readonly orders: readonly Order[]; readonly refunds: readonly Refund[] },
  type: TradeBillType,
  day: BillDay,
): Buffer | null {
  const orderOf = new Map(facts.orders.map((order) => [order.outTradeNo, order]));
  const payments = facts.orders.flatMap((order): Row[] =>
    order.paidAt !== null && isWithin(day, order.paidAt)
      ? [{ at: order.paidAt, order, refund: null, refundStatus: '' }]
      : [],
  );
  const refunds = facts.refunds.flatMap((refund): Row[] => {
    const order = orderOf.get(refund.outTradeNo);
    if (!order || !isWithin(day, refund.createdAt)) return [];
    const refundStatus = billStatus[statusAt(refund, day.madeAt)];
    return [{ at: refund.createdAt, order, refund, refundStatus }];
  });
  const rows = [...(type === 'REFUND' ? [] : payments), ...(type === 'SUCCESS' ? [] : refunds)];
  if (rows.length === 0) return null;
  // The latest first, as WeChat lists them.
  rows.sort((one, other) => other.at - one.at);
  return writeBill(columnsOf[type], rows, [
    ['总交易单数', rows.length.toString()],
    ['应结订单总金额', yuan(sum(rows, orderFen))],
    ['退款总金额', yuan(sum(rows, backFen))],
    ['充值券退款总金额', yuan(0)],
    ['手续费总金额', yuan(sum(rows, feeFen), 5)],
    ['订单总金额', yuan(sum(rows, orderFen))],
    ['申请退款总金额', yuan(sum(rows, backFen))],
  ]);
}
