import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Transfer } from './queries';
import { lineText, standText, transferStates } from './words';

/** The columns of transfers; what may be done belongs to the screen. */
export const transferColumns: ListColumns<Transfer> = [
  { key: 'buyer', title: '客户', stays: true, width: 150, render: (_, { buyerName }) => <b>{buyerName}</b> },
  {
    key: 'state',
    title: '状态',
    width: 120,
    render: (_, { state }) => (
      <StateTag state={state} words={transferStates[state]} testId="transfer-state" />
    ),
  },
  { key: 'line', title: '产品线', width: 96, render: (_, { productLine }) => lineText(productLine) },
  {
    key: 'way',
    title: '从 → 到',
    width: 190,
    render: (_, { fromName, toName, outsideTerritory }) => (
      <>
        {fromName} → {toName}
        {outsideTerritory && (
          <Tag color="red" title="接收方在客户所在地没有授权，转移后订单会被拦截">
            越区
          </Tag>
        )}
      </>
    ),
  },
  {
    key: 'stand',
    title: '各方意见',
    render: (_, transfer) => standText(transfer).map((text) => <div key={text}>{text}</div>),
  },
  {
    key: 'effectiveOn',
    title: '生效日',
    width: 100,
    render: (_, { effectiveOn }) => <span className="tp-figure">{effectiveOn}</span>,
  },
  { key: 'reason', title: '原因', width: 120, dataIndex: 'reason' },
  { key: 'proposedAt', title: '提出', width: 140, render: (_, { proposedAt }) => <When at={proposedAt} /> },
];

/** The same as a spreadsheet has it. */
export const transferCsv: readonly CsvColumn<Transfer>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '状态', cell: ({ state }) => transferStates[state].text },
  { title: '产品线', cell: ({ productLine }) => lineText(productLine) },
  { title: '转出方', cell: ({ fromName }) => fromName },
  { title: '接收方', cell: ({ toName }) => toName },
  { title: '越区', cell: ({ outsideTerritory }) => (outsideTerritory ? '是' : '否') },
  { title: '各方意见', cell: (transfer) => standText(transfer).join('；') },
  { title: '生效日', cell: ({ effectiveOn }) => effectiveOn },
  { title: '原因', cell: ({ reason }) => reason },
  { title: '提出', cell: ({ proposedAt }) => whenText(proposedAt) },
];
