import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { Payment } from './queries';
import { channelWords, purposeWords, stateWords } from './words';

const purpose = ({ orderId, purpose: of }: Payment) =>
  orderId === null ? (
    purposeWords[of]
  ) : (
    <Link className="tp-link" to={`/orders/${orderId}`}>
      {purposeWords[of]}
    </Link>
  );

/** The columns of the payments of customers. */
export const paymentColumns: ListColumns<Payment> = [
  {
    key: 'createdAt',
    title: '发起时间',
    stays: true,
    width: 144,
    render: (_, { createdAt }) => <When at={createdAt} />,
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', ellipsis: true },
  { key: 'purpose', title: '内容', width: 96, render: (_, payment) => purpose(payment) },
  { key: 'channel', title: '方式', width: 112, render: (_, { channel }) => channelWords[channel] },
  {
    key: 'amount',
    title: '应付',
    width: 120,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} />,
  },
  {
    key: 'paid',
    title: '实付',
    width: 120,
    align: 'right',
    render: (_, { paidFen, state }) => (
      <Yuan fen={paidFen} strong={state === 'paid'} tone={state === 'mismatched' ? 'danger' : undefined} />
    ),
  },
  {
    key: 'refunded',
    title: '已退',
    width: 120,
    align: 'right',
    render: (_, { refundedFen }) => <Yuan fen={refundedFen} tone="muted" />,
  },
  {
    key: 'paidAt',
    title: '付款时间',
    width: 144,
    render: (_, { paidAt }) => (paidAt === null ? '—' : <When at={paidAt} />),
  },
  {
    key: 'transactionId',
    title: '微信单号',
    width: 250,
    render: (_, { transactionId }) => <span className="tp-figure">{transactionId ?? '—'}</span>,
  },
  {
    key: 'state',
    title: '状态',
    width: 96,
    fixed: 'right',
    render: (_, { state, paymentId }) => (
      <StateTag state={state} words={stateWords[state]} testId={`payment-state-${paymentId}`} />
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const paymentCsv: readonly CsvColumn<Payment>[] = [
  { title: '付款单号', cell: ({ paymentId }) => paymentId },
  { title: '发起时间', cell: ({ createdAt }) => whenText(createdAt) },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '内容', cell: ({ purpose: of }) => purposeWords[of] },
  { title: '方式', cell: ({ channel }) => channelWords[channel] },
  yuanColumn('应付', ({ amountFen }) => amountFen),
  yuanColumn('实付', ({ paidFen }) => paidFen),
  yuanColumn('已退', ({ refundedFen }) => refundedFen),
  { title: '付款时间', cell: ({ paidAt }) => (paidAt === null ? '' : whenText(paidAt)) },
  { title: '微信单号', cell: ({ transactionId }) => transactionId ?? '' },
  { title: '状态', cell: ({ state }) => stateWords[state].text },
];
