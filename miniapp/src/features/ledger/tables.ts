import type { TableToSave } from '@/platform/save-table';
import { dayAndTime } from '@/ui/dates';
import { buckets, lateFen, owedFen } from './buckets';
import type { Bill, CustomerAgeing, Receipt, Side, Statement, StatementPaper } from './queries';
import { periodText, statementWords } from './words';

const yuanOf = (fen: number) => fen / 100;
const yuanColumn = (title: string) => ({ title: `${title}（元）`, decimals: 2 });

/** What customers owe by age, as it goes into a workbook; amounts in yuan. */
export const ageingTable = (rows: readonly CustomerAgeing[]): TableToSave => ({
  name: '应收账龄',
  columns: [
    { title: '客户编号' },
    { title: '客户' },
    yuanColumn('应收合计'),
    yuanColumn('逾期合计'),
    ...buckets.map(({ name }) => yuanColumn(name)),
  ],
  rows: rows.map((row) => [
    row.buyerId,
    row.buyerName,
    yuanOf(owedFen(row)),
    yuanOf(lateFen(row)),
    ...buckets.map(({ key }) => yuanOf(row[key])),
  ]),
});

/** The open bills of a customer. */
export const billTable = (customer: string, bills: readonly Bill[]): TableToSave => ({
  name: `未结账单-${customer}`,
  columns: [
    { title: '订单号' },
    { title: '到期日' },
    { title: '逾期天数' },
    yuanColumn('账单金额'),
    yuanColumn('已付'),
    yuanColumn('未付'),
  ],
  rows: bills.map((bill) => [
    bill.orderNumber,
    bill.dueOn,
    bill.overdueDays,
    yuanOf(bill.amountFen),
    yuanOf(bill.paidFen),
    yuanOf(bill.amountFen - bill.paidFen),
  ]),
});

/** What a customer paid. */
export const receiptTable = (customer: string, receipts: readonly Receipt[]): TableToSave => ({
  name: `收款核销-${customer}`,
  columns: [
    { title: '时间' },
    { title: '类别' },
    yuanColumn('金额'),
    yuanColumn('未核销'),
    { title: '说明' },
    { title: '单据号' },
  ],
  rows: receipts.map((one) => [
    dayAndTime(one.at),
    one.title,
    yuanOf(one.amountFen),
    yuanOf(one.openFen),
    one.reason,
    one.receiptId,
  ]),
});

/** Statements, those sent to me or by me. */
export const statementTable = (side: Side, statements: readonly Statement[]): TableToSave => ({
  name: side === 'seller' ? '客户对账单' : '供货商对账单',
  columns: [
    { title: side === 'seller' ? '客户' : '供货商' },
    { title: '期间' },
    yuanColumn('期初应收'),
    yuanColumn('本期开账'),
    yuanColumn('本期回款'),
    yuanColumn('本期冲减'),
    yuanColumn('期末应收'),
    { title: '状态' },
    { title: '说明' },
  ],
  rows: statements.map((one) => [
    side === 'seller' ? one.buyerName : one.sellerName,
    periodText(one),
    yuanOf(one.openingFen),
    yuanOf(one.billedFen),
    yuanOf(one.receivedFen),
    yuanOf(one.creditedFen),
    yuanOf(one.closingFen),
    statementWords[one.state].text,
    one.note,
  ]),
});

/** The lines of one statement, from what stood before to what stands after. */
export const paperTable = (statement: Statement, paper: StatementPaper): TableToSave => ({
  name: `对账单 ${statement.buyerName} ${statement.startsOn}`,
  columns: [
    { title: '时间' },
    { title: '摘要' },
    { title: '订单号 / 单据号' },
    { title: '到期日' },
    yuanColumn('发生额'),
    yuanColumn('余额'),
  ],
  rows: [
    [statement.startsOn, '期初余额', '', '', '', yuanOf(paper.openingFen)],
    ...paper.lines.map((line) => [
      dayAndTime(line.at),
      line.reason ? `${line.title}（${line.reason}）` : line.title,
      line.orderNumber || line.documentId,
      line.dueOn ?? '',
      yuanOf(line.amountFen),
      yuanOf(line.balanceFen),
    ]),
  ],
});
