import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { Refund } from './queries';
import { refundWords } from './words';

const order = ({ orderId }: Refund) =>
  orderId === null ? (
    '—'
  ) : (
    <Link className="tp-link" to={`/orders/${orderId}`}>
      查看
    </Link>
  );

const remarks = ({ note, refusal }: Refund) => note || (refusal ? `微信拒绝：${refusal}` : '—');

/** The columns of the refunds to customers. */
export const refundColumns: ListColumns<Refund> = [
  {
    key: 'askedAt',
    title: '申请时间',
    stays: true,
    width: 144,
    render: (_, { askedAt }) => <When at={askedAt} />,
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', ellipsis: true },
  { key: 'order', title: '订单', width: 72, render: (_, refund) => order(refund) },
  {
    key: 'amount',
    title: '退款金额',
    width: 120,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  { key: 'reason', title: '原因', dataIndex: 'reason', width: 120, ellipsis: true },
  {
    key: 'succeededAt',
    title: '退回时间',
    width: 144,
    render: (_, { succeededAt: at }) => (at === null ? '—' : <When at={at} />),
  },
  { key: 'tries', title: '发送次数', width: 88, align: 'right', dataIndex: 'tries', className: 'tp-figure' },
  { key: 'remarks', title: '备注', width: 140, ellipsis: true, render: (_, refund) => remarks(refund) },
  {
    key: 'state',
    title: '状态',
    width: 112,
    render: (_, { state, refundId }) => (
      <StateTag state={state} words={refundWords[state]} testId={`refund-state-${refundId}`} />
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const refundCsv: readonly CsvColumn<Refund>[] = [
  { title: '退款单号', cell: ({ refundId }) => refundId },
  { title: '付款单号', cell: ({ paymentId }) => paymentId },
  { title: '申请时间', cell: ({ askedAt }) => whenText(askedAt) },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  yuanColumn('退款金额', ({ amountFen }) => amountFen),
  { title: '原因', cell: ({ reason }) => reason },
  { title: '退回时间', cell: ({ succeededAt }) => (succeededAt === null ? '' : whenText(succeededAt)) },
  { title: '发送次数', cell: ({ tries }) => tries },
  { title: '备注', cell: ({ note, refusal }) => note || refusal },
  { title: '状态', cell: ({ state }) => refundWords[state].text },
];
