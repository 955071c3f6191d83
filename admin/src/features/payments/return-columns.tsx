import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { PaymentReturn } from './queries';
import { returnWords } from './words';

/** The columns of the payments that finance sends back; what may be done belongs to the table. */
export const returnColumns: ListColumns<PaymentReturn> = [
  {
    key: 'requestedAt',
    title: '申请时间',
    stays: true,
    width: 144,
    render: (_, { requestedAt }) => <When at={requestedAt} />,
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', ellipsis: true },
  {
    key: 'amount',
    title: '退回金额',
    width: 120,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  { key: 'reason', title: '原因', dataIndex: 'reason', width: 200, ellipsis: true },
  { key: 'requestedBy', title: '申请人', dataIndex: 'requestedBy', width: 96, ellipsis: true },
  {
    key: 'decidedBy',
    title: '审批人',
    width: 96,
    ellipsis: true,
    render: (_, { decidedBy }) => decidedBy || '—',
  },
  {
    key: 'payment',
    title: '付款单号',
    dataIndex: 'paymentId',
    width: 250,
    ellipsis: true,
    className: 'tp-figure',
  },
  {
    key: 'state',
    title: '状态',
    width: 96,
    render: (_, { state, note, returnId }) => (
      <StateTag state={state} words={returnWords[state]} title={note} testId={`return-state-${returnId}`} />
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const returnCsv: readonly CsvColumn<PaymentReturn>[] = [
  { title: '付款单号', cell: ({ paymentId }) => paymentId },
  { title: '申请时间', cell: ({ requestedAt }) => whenText(requestedAt) },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  yuanColumn('退回金额', ({ amountFen }) => amountFen),
  { title: '原因', cell: ({ reason }) => reason },
  { title: '申请人', cell: ({ requestedBy }) => requestedBy },
  { title: '审批人', cell: ({ decidedBy }) => decidedBy },
  { title: '审批时间', cell: ({ decidedAt }) => (decidedAt === null ? '' : whenText(decidedAt)) },
  { title: '审批意见', cell: ({ note }) => note },
  { title: '状态', cell: ({ state }) => returnWords[state].text },
];
