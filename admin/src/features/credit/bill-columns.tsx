import { Tag } from 'antd';
import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { countText, whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
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
export const billColumns: ListColumns<Bill> = [
  {
    key: 'number',
    title: '订单号',
    stays: true,
    width: 170,
    render: (_, bill) => (
      <Link className="tp-link tp-figure" to={`/orders/${bill.orderId}`}>
        {bill.orderNumber}
      </Link>
    ),
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', ellipsis: true },
  {
    key: 'amount',
    title: '账单金额',
    width: 130,
    align: 'right',
    render: (_, bill) => <Yuan fen={bill.amountFen} />,
  },
  {
    key: 'paid',
    title: '已付',
    width: 130,
    align: 'right',
    render: (_, bill) => <Yuan fen={bill.paidFen} tone="muted" />,
  },
  {
    key: 'unpaid',
    title: '未付',
    width: 130,
    align: 'right',
    render: (_, bill) => <Yuan fen={bill.amountFen - bill.paidFen} strong />,
  },
  { key: 'issuedAt', title: '开账时间', width: 144, render: (_, bill) => <When at={bill.issuedAt} /> },
  { key: 'dueOn', title: '到期日', width: 108, dataIndex: 'dueOn', className: 'tp-figure' },
  { key: 'state', title: '状态', width: 120, render: (_, bill) => overdueTag(bill) },
];

/** The same table as a spreadsheet has it. */
export const billCsv: readonly CsvColumn<Bill>[] = [
  { title: '订单号', cell: (bill) => bill.orderNumber },
  { title: '客户', cell: (bill) => bill.buyerName },
  yuanColumn('账单金额', (bill) => bill.amountFen),
  yuanColumn('已付', (bill) => bill.paidFen),
  yuanColumn('未付', (bill) => bill.amountFen - bill.paidFen),
  { title: '开账时间', cell: (bill) => whenText(bill.issuedAt) },
  { title: '到期日', cell: (bill) => bill.dueOn },
  { title: '逾期天数', cell: (bill) => bill.overdueDays },
];
