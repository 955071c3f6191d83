import { sum } from '../../platform/money';
import { partBill } from './bill-table';
import { type CellReader, cellReader, BillUnreadable, readable } from './cell-reader';
import type { BilledPayment, BilledRefund, BillRefundState, TradeBill, TradeSums } from './model';

const refundStates: readonly BillRefundState[] = ['SUCCESS', 'PROCESSING', 'FAIL', 'CHANGE'];

/** Reads a trade bill of the type ALL; null when it is not one. Whether its sums add up is told by `reconcile`. */
export function readTradeBill(text: string): TradeBill | null {
  const table = partBill(text);
  if (!table) return null;
  return readable(() => {
    const rows = table.rows.map(cellReader);
    const isRefund = (row: CellReader) => row.text('交易状态') === 'REFUND';
    return {
      payments: rows.filter((row) => !isRefund(row)).map(readPayment),
      refunds: rows.filter(isRefund).map(readRefund),
      stated: readStated(cellReader(table.summary)),
      counted: count(rows),
    };
  });
}

function readPayment(row: CellReader): BilledPayment {
  const state = row.text('交易状态');
  if (state !== 'SUCCESS' && state !== 'REVOKED') throw new BillUnreadable('交易状态');
  const subMchid = row.text('特约商户号');
  return {
    paidAt: row.time('交易时间'),
    appid: row.text('公众账号ID'),
    mchid: row.text('商户号'),
    subMchid: subMchid === '0' || subMchid === '' ? null : subMchid,
    transactionId: row.text('微信订单号'),
    outTradeNo: row.text('商户订单号'),
    openid: row.text('用户标识'),
    tradeType: row.text('交易类型'),
    amountFen: row.fen('订单金额'),
    settledFen: row.fen('应结订单金额'),
    couponFen: row.fen('代金券金额'),
    feeE5: row.feeE5('手续费'),
    isRevoked: state === 'REVOKED',
  };
}

function readRefund(row: CellReader): BilledRefund {
  const state = refundStates.find((known) => known === row.text('退款状态'));
  if (!state) throw new BillUnreadable('退款状态');
  return {
    acceptedAt: row.time('交易时间'),
    mchid: row.text('商户号'),
    transactionId: row.text('微信订单号'),
    outTradeNo: row.text('商户订单号'),
    refundId: row.text('微信退款单号'),
    outRefundNo: row.text('商户退款单号'),
    refundFen: row.fen('申请退款金额'),
    settledFen: row.fen('退款金额'),
    couponFen: row.fen('充值券退款金额'),
    feeE5: row.feeE5('手续费'),
    state,
  };
}

const readStated = (line: CellReader): TradeSums => ({
  rows: line.count('总交易单数'),
  settledFen: line.fen('应结订单总金额'),
  refundFen: line.fen('退款总金额'),
  refundCouponFen: line.fen('充值券退款总金额'),
  feeE5: line.feeE5('手续费总金额'),
  orderFen: line.fen('订单总金额'),
  refundAskedFen: line.fen('申请退款总金额'),
});

function count(rows: readonly CellReader[]): TradeSums {
  const total = (column: string) => sum(rows.map((row) => row.fen(column)));
  return {
    rows: rows.length,
    settledFen: total('应结订单金额'),
    refundFen: total('退款金额'),
    refundCouponFen: total('充值券退款金额'),
    feeE5: sum(rows.map((row) => row.feeE5('手续费'))),
    orderFen: total('订单金额'),
    refundAskedFen: total('申请退款金额'),
  };
}
