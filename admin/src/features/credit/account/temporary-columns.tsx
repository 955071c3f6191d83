import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import { decidedColumn } from '../decided-column';
import type { NameOf } from '../people';
import type { TemporaryLimit } from '../queries';
import { temporaryWords } from '../words';

/** The columns of temporary limits; `nameOf` says who acted. */
export const temporaryColumns = (nameOf: NameOf): ListColumns<TemporaryLimit> => [
  {
    key: 'period',
    title: '有效期',
    stays: true,
    width: 200,
    render: (_, { startsOn, untilOn }) => (
      <span className="tp-figure">
        {startsOn} 至 {untilOn}
      </span>
    ),
  },
  {
    key: 'amount',
    title: '临时额度',
    width: 128,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  {
    key: 'state',
    title: '状态',
    width: 96,
    render: (_, { state }) => (
      <StateTag state={state} words={temporaryWords[state]} testId="temporary-state" />
    ),
  },
  { key: 'reason', title: '申请原因', dataIndex: 'reason', ellipsis: true },
  {
    key: 'requested',
    title: '申请',
    width: 150,
    render: (_, { requestedBy, requestedAt }) => (
      <>
        <When at={requestedAt} />
        <div>{nameOf(requestedBy)}</div>
      </>
    ),
  },
  decidedColumn(nameOf),
];
