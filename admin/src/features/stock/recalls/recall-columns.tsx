import type { CsvColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Figure } from '../figure';
import type { Recall } from './queries';

const states: Readonly<Record<Recall['state'], StateWords>> = {
  open: { text: '召回中', color: 'red' },
  closed: { text: '已结案', color: 'default' },
};

export const RecallState = ({ state }: Pick<Recall, 'state'>) => (
  <StateTag state={state} words={states[state]} testId="recall-state" />
);

/** Which lots a recall stops, in words. */
export const lotsText = ({ lotNo }: Pick<Recall, 'lotNo'>) => lotNo ?? '全部批次';

/** What became of the goods of a closed recall. */
export const outcomeText = ({ released }: Pick<Recall, 'released'>) =>
  released === null ? '' : released ? '解除停售' : '继续停售';

/** The columns of the list of recalls, beside the goods, which lead to the recall itself. */
export const recallColumns: ListColumns<Recall> = [
  {
    key: 'lotNo',
    title: '批号',
    width: 140,
    className: 'tp-figure',
    render: (_, recall) => lotsText(recall),
  },
  { key: 'state', title: '状态', width: 88, render: (_, { state }) => <RecallState state={state} /> },
  { key: 'reason', title: '原因', dataIndex: 'reason', ellipsis: true },
  {
    key: 'stopped',
    title: '停售数量',
    width: 90,
    align: 'right',
    render: (_, { stopped }) => <Figure count={stopped} strong />,
  },
  {
    key: 'lotCount',
    title: '停售批次',
    width: 80,
    align: 'right',
    render: (_, { lotCount }) => <Figure count={lotCount} />,
  },
  { key: 'openedAt', title: '发起时间', width: 140, render: (_, { openedAt }) => <When at={openedAt} /> },
  { key: 'openedBy', title: '发起人', dataIndex: 'openedBy', width: 84, ellipsis: true },
  {
    key: 'closedAt',
    title: '结案时间',
    width: 140,
    render: (_, { closedAt }) => (closedAt ? <When at={closedAt} /> : <span className="tp-faint">—</span>),
  },
  { key: 'outcome', title: '处理', width: 84, render: (_, recall) => outcomeText(recall) },
];

/** The same list as a spreadsheet has it. */
export const recallCsv: readonly CsvColumn<Recall>[] = [
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '批号', cell: lotsText },
  { title: '状态', cell: ({ state }) => states[state].text },
  { title: '原因', cell: ({ reason }) => reason },
  { title: '停售数量', cell: ({ stopped }) => stopped },
  { title: '停售批次', cell: ({ lotCount }) => lotCount },
  { title: '发起时间', cell: ({ openedAt }) => whenText(openedAt) },
  { title: '发起人', cell: ({ openedBy }) => openedBy },
  { title: '结案时间', cell: ({ closedAt }) => closedAt && whenText(closedAt) },
  { title: '处理', cell: outcomeText },
];
