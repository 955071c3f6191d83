import type { TableProps } from 'antd';
import { Link } from 'react-router';
import type { CsvColumn } from '../../ui/csv';
import { whenText, yuanPlain } from '../../ui/format';
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
export const refundColumns: NonNullable<TableProps<Refund>['columns']> = [
  { title: '申请时间', width: 144, render: (_, { askedAt }) => <When at={askedAt} /> },
  { title: '客户', dataIndex: 'buyerName', ellipsis: true },
  { title: '订单', width: 72, render: (_, refund) => order(refund) },
  {
    title: '退款金额',
    width: 120,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  { title: '原因', dataIndex: 'reason', width: 120, ellipsis: true },
  {
    title: '退回时间',
    width: 144,
    render: (_, { succeededAt: at }) => (at === null ? '—' : <When at={at} />),
  },
  { title: '发送次数', width: 88, align: 'right', dataIndex: 'tries', className: 'tp-figure' },
  { title: '备注', width: 140, ellipsis: true, render: (_, refund) => remarks(refund) },
  {
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
  { title: '退款金额（元）', cell: ({ amountFen }) => Number(yuanPlain(amountFen)) },
  { title: '原因', cell: ({ reason }) => reason },
  { title: '退回时间', cell: ({ succeededAt }) => (succeededAt === null ? '' : whenText(succeededAt)) },
  { title: '发送次数', cell: ({ tries }) => tries },
  { title: '备注', cell: ({ note, refusal }) => note || refusal },
  { title: '状态', cell: ({ state }) => refundWords[state].text },
];
