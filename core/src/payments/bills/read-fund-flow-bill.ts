import { sum } from '../../platform/money';
import { partBill } from './bill-table';
import { BillUnreadable, type CellReader, cellReader, readable } from './cell-reader';
import type { FundFlow, FundFlowBill, FundFlowSums } from './model';

/** Reads a fund-flow bill; null when it is not one. Whether its sums add up is told by `checkFundFlowSums`. */
export function readFundFlowBill(text: string): FundFlowBill | null {
  const table = partBill(text);
  if (!table) return null;
  return readable(() => {
    const flows = table.rows.map((row) => readFlow(cellReader(row)));
    return { flows, stated: readStated(cellReader(table.summary)), counted: count(flows) };
  });
}

function readFlow(row: CellReader): FundFlow {
  const direction = row.text('收支类型');
  if (direction !== '收入' && direction !== '支出') throw new BillUnreadable('收支类型');
  return {
    bookedAt: row.time('记账时间'),
    businessNo: row.text('微信支付业务单号'),
    flowNo: row.text('资金流水单号'),
    businessName: row.text('业务名称'),
    businessType: row.text('业务类型'),
    direction: direction === '收入' ? 'in' : 'out',
    amountFen: row.fen('收支金额'),
    balanceFen: row.fen('账户结余'),
    note: row.text('备注'),
    voucherNo: row.text('业务凭证号'),
  };
}

const readStated = (line: CellReader): FundFlowSums => ({
  rows: line.count('资金流水总笔数'),
  inRows: line.count('收入笔数'),
  inFen: line.fen('收入金额'),
  outRows: line.count('支出笔数'),
  outFen: line.fen('支出金额'),
});

function count(flows: readonly FundFlow[]): FundFlowSums {
  const going = (direction: FundFlow['direction']) => flows.filter((flow) => flow.direction === direction);
  const total = (direction: FundFlow['direction']) => sum(going(direction).map(({ amountFen }) => amountFen));
  return {
    rows: flows.length,
    inRows: going('in').length,
    inFen: total('in'),
    outRows: going('out').length,
    outFen: total('out'),
  };
}
