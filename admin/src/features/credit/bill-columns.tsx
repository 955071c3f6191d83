import { Tag, type TableProps } from 'antd';
import { Link } from 'react-router';
import type { CsvColumn } from '../../ui/csv';
import { countText, whenText, yuanPlain } from '../../ui/format';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { Bill } from './queries';

const overdueTag = (bill: Bill) =>
  bill.overdueDays > 0 ? (
    <Tag color={bill.overdueDays > 30 ? 'red' : 'orange'}>逾期 {countText(bill.overdueDays)} 天</Tag>
  ) : (
    <Tag color="green">未到期</Tag>
  );

/** The columns of the open bills. */
export const billColumns: NonNullable<TableProps<Bill>['columns']> = [
  {
    title: '订单号',
    width: 170,
    render: (_, bill) => (
      <Link className="tp-link tp-figure" to={`/orders/${bill.orderId}`}>
        {bill.orderNumber}
      </Link>
    ),
  },
  { title: '客户', dataIndex: 'buyerName', ellipsis: true },
  { title: '账单金额', width: 130, align: 'right', render: (_, bill) => <Yuan fen={bill.amountFen} /> },
  {
    title: '已付',
    width: 130,
    align: 'right',
    render: (_, bill) => <Yuan fen={bill.paidFen} tone="muted" />,
  },
  {
    title: '未付',
    width: 130,
    align: 'right',
    render: (_, bill) => <Yuan fen={bill.amountFen - bill.paidFen} strong />,
  },
  { title: '开账时间', width: 144, render: (_, bill) => <When at={bill.issuedAt} /> },
  { title: '到期日', width: 108, dataIndex: 'dueOn', className: 'tp-figure' },
  { title: '状态', width: 120, render: (_, bill) => overdueTag(bill) },
];

const yuan = (fen: number) => Number(yuanPlain(fen));

/** The same table as a spreadsheet has it. */
export const billCsv: readonly CsvColumn<Bill>[] = [
  { title: '订单号', cell: (bill) => bill.orderNumber },
  { title: '客户', cell: (bill) => bill.buyerName },
  { title: '账单金额（元）', cell: (bill) => yuan(bill.amountFen) },
  { title: '已付（元）', cell: (bill) => yuan(bill.paidFen) },
  { title: '未付（元）', cell: (bill) => yuan(bill.amountFen - bill.paidFen) },
  { title: '开账时间', cell: (bill) => whenText(bill.issuedAt) },
  { title: '到期日', cell: (bill) => bill.dueOn },
  { title: '逾期天数', cell: (bill) => bill.overdueDays },
];
