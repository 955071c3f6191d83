import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import { type ChangedOrder, type Outcome, type RoleName, verdictWords } from './model';
import { sayOutcome, sayPeople, sayReasons } from './replay-words';

const OutcomeCell = ({ outcome, roleName }: { outcome: Outcome; roleName: RoleName }) => (
  <>
    <StateTag
      state={outcome.verdict}
      words={{ ...verdictWords[outcome.verdict], text: sayOutcome(outcome) }}
      testId="replay-outcome"
    />
    <div className="tp-muted tp-small">{sayPeople(outcome, roleName)}</div>
  </>
);

/** The columns of orders that would have gone another way. */
export const changedColumns = (roleName: RoleName): ListColumns<ChangedOrder> => [
  {
    key: 'number',
    title: '订单',
    stays: true,
    width: 160,
    render: (_, { orderId, number, placedAt }) => (
      <>
        {/* In a window of its own: what is drafted here stays. */}
        <Link className="tp-link tp-figure" to={`/orders/${orderId}`} target="_blank">
          {number}
        </Link>
        <div className="tp-muted tp-small">
          <When at={placedAt} />
        </div>
      </>
    ),
  },
  {
    key: 'parties',
    title: '客户 / 供货方',
    width: 180,
    render: (_, { buyerName, sellerName }) => (
      <>
        <div>{buyerName}</div>
        <div className="tp-muted tp-small">{sellerName}</div>
      </>
    ),
  },
  {
    key: 'amount',
    title: '金额',
    width: 110,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} />,
  },
  {
    key: 'before',
    title: '当时',
    width: 190,
    render: (_, { before }) => <OutcomeCell outcome={before} roleName={roleName} />,
  },
  {
    key: 'after',
    title: '按草稿',
    width: 190,
    render: (_, { after }) => <OutcomeCell outcome={after} roleName={roleName} />,
  },
  {
    key: 'reasons',
    title: '原因',
    width: 220,
    render: (_, order) => sayReasons(order).map((text, index) => <div key={index}>{text}</div>),
  },
];

/** The same as a spreadsheet has it. */
export const changedCsv = (roleName: RoleName): readonly CsvColumn<ChangedOrder>[] => [
  { title: '订单号', cell: ({ number }) => number },
  { title: '下单时间', cell: ({ placedAt }) => whenText(placedAt) },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  yuanColumn('金额', ({ amountFen }) => amountFen),
  { title: '当时', cell: ({ before }) => sayOutcome(before) },
  { title: '当时可放行', cell: ({ before }) => sayPeople(before, roleName) },
  { title: '按草稿', cell: ({ after }) => sayOutcome(after) },
  { title: '按草稿可放行', cell: ({ after }) => sayPeople(after, roleName) },
  { title: '原因', cell: (order) => sayReasons(order).join('；') },
];
