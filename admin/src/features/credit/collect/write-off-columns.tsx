import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import { decidedColumn } from '../decided-column';
import type { NameOf } from '../people';
import type { WriteOff } from '../queries';
import { writeOffWords } from '../words';

/** The columns of debts given up or asked to be; `nameOf` says who acted. */
export const writeOffColumns = (nameOf: NameOf): ListColumns<WriteOff> => [
  {
    key: 'requestedAt',
    title: '申请时间',
    stays: true,
    width: 144,
    render: (_, { requestedAt }) => <When at={requestedAt} />,
  },
  {
    key: 'buyer',
    title: '客户',
    width: 180,
    render: (_, { buyerId, buyerName }) => (
      <Link className="tp-link" to={`/credit/${buyerId}`}>
        {buyerName}
      </Link>
    ),
  },
  {
    key: 'bill',
    title: '账单（订单）',
    width: 150,
    dataIndex: 'orderNumber',
    className: 'tp-figure',
  },
  {
    key: 'amount',
    title: '核销金额',
    width: 130,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  {
    key: 'state',
    title: '状态',
    width: 96,
    render: (_, { state }) => (
      <StateTag state={state} words={writeOffWords[state]} testId="write-off-state" />
    ),
  },
  { key: 'reason', title: '原因', dataIndex: 'reason', ellipsis: true },
  {
    key: 'requestedBy',
    title: '申请人',
    width: 120,
    render: (_, { requestedBy }) => nameOf(requestedBy),
  },
  decidedColumn(nameOf),
];

/** The same table as a spreadsheet has it. */
export const writeOffCsv = (nameOf: NameOf): readonly CsvColumn<WriteOff>[] => [
  { title: '申请时间', cell: ({ requestedAt }) => whenText(requestedAt) },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '订单', cell: ({ orderNumber }) => orderNumber },
  { title: '账单', cell: ({ billId }) => billId },
  yuanColumn('核销金额', ({ amountFen }) => amountFen),
  { title: '状态', cell: ({ state }) => writeOffWords[state].text },
  { title: '原因', cell: ({ reason }) => reason },
  { title: '申请人', cell: ({ requestedBy }) => nameOf(requestedBy) },
  { title: '审批人', cell: ({ decidedBy }) => decidedBy && nameOf(decidedBy) },
  { title: '审批意见', cell: ({ decisionNote }) => decisionNote },
];
