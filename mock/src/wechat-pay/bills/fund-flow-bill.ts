import { billTime } from '../../clock';
import type { Flow, FlowKind } from '../model';
import { type BillDay, isWithin } from './bill-day';
import { type Column, writeBill } from './sheet';
import { yuan } from './yuan';

const words: Readonly<Record<FlowKind, readonly [name: string, type: string]>> = {
  payment: ['交易', '交易'],
  fee: ['扣除交易手续费', '扣除交易手续费'],
  refund: ['退款', '退款'],
  feeBack: ['手续费退回', '扣除交易手续费'],
  refundReturned: ['退款退回', '退款'],
  topUp: ['充值', '充值'],
  withdrawal: ['提现', '提现'],
};

const columns: readonly Column<Flow>[] = [
  { name: '记账时间', cell: ({ at }) => billTime(at) },
  { name: '微信支付业务单号', cell: ({ refundId, transactionId, no }) => refundId ?? transactionId ?? no },
  { name: '资金流水单号', cell: ({ no }) => no },
  { name: '业务名称', cell: ({ kind }) => words[kind][0] },
  { name: '业务类型', cell: ({ kind }) => words[kind][1] },
  { name: '收支类型', cell: ({ amountFen }) => (amountFen > 0 ? '收入' : '支出') },
  { name: '收支金额(元)', cell: ({ amountFen }) => yuan(Math.abs(amountFen)) },
  { name: '账户结余(元)', cell: ({ balanceFen }) => yuan(balanceFen) },
  { name: '资金变更提交申请人', cell: () => 'system' },
  { name: '备注', cell: () => '' },
  { name: '业务凭证号', cell: ({ outRefundNo, outTradeNo }) => outRefundNo ?? outTradeNo ?? '' },
];

const total = (flows: readonly Flow[]) => flows.reduce((sum, { amountFen }) => sum + Math.abs(amountFen), 0);

/** The fund-flow bill of a merchant's day from the ledger as it stands, or null when no money moved. */
export function fundFlowBill(flows: readonly Flow[], day: BillDay): Buffer | null {
  const rows = flows.filter(({ at }) => isWithin(day, at));
  if (rows.length === 0) return null;
  const income = rows.filter(({ amountFen }) => amountFen > 0);
  const spending = rows.filter(({ amountFen }) => amountFen < 0);
  return writeBill(columns, rows, [
    ['资金流水总笔数', rows.length.toString()],
    ['收入笔数', income.length.toString()],
    ['收入金额', yuan(total(income))],
    ['支出笔数', spending.length.toString()],
    ['支出金额', yuan(total(spending))],
  ]);
}
