import type { CsvColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Figure } from '../figure';
import type { Transfer, TransferLine, TransferState } from './queries';
import { differenceText, totalsOf } from './totals';

export const transferStates: Readonly<Record<TransferState, StateWords>> = {
  inTransit: { text: '在途', color: 'blue' },
  received: { text: '已收货', color: 'green' },
};

const goodsText = ({ lines: [first, ...others] }: Transfer) =>
  first ? `${first.skuName}${others.length > 0 ? ` 等 ${others.length + 1} 个批次` : ''}` : '';

/** The columns of the list of transfers. */
export const transferColumns: ListColumns<Transfer> = [
  {
    key: 'way',
    title: '调出 → 调入',
    stays: true,
    width: 200,
    ellipsis: true,
    render: (_, { fromWarehouseName, toWarehouseName }) => `${fromWarehouseName} → ${toWarehouseName}`,
  },
  {
    key: 'state',
    title: '状态',
    width: 84,
    render: (_, { state }) => (
      <StateTag state={state} words={transferStates[state]} testId="transfer-state" />
    ),
  },
  { key: 'goods', title: '商品', ellipsis: true, render: (_, transfer) => goodsText(transfer) },
  {
    key: 'quantity',
    title: '数量',
    width: 80,
    align: 'right',
    render: (_, transfer) => <Figure count={totalsOf(transfer).quantity} strong />,
  },
  {
    key: 'difference',
    title: '差异',
    width: 110,
    render: (_, transfer) => {
      const text = differenceText(transfer);
      return text ? <span className="tp-danger">{text}</span> : <span className="tp-faint">—</span>;
    },
  },
  { key: 'reason', title: '说明', dataIndex: 'reason', width: 110, ellipsis: true },
  {
    key: 'dispatchedAt',
    title: '发出时间',
    width: 140,
    render: (_, { dispatchedAt }) => <When at={dispatchedAt} />,
  },
  { key: 'dispatchedBy', title: '发出人', dataIndex: 'dispatchedBy', width: 84, ellipsis: true },
  {
    key: 'receivedAt',
    title: '收货时间',
    width: 140,
    render: (_, { receivedAt }) =>
      receivedAt ? <When at={receivedAt} /> : <span className="tp-faint">—</span>,
  },
];

/** The same list as a spreadsheet has it. */
export const transferCsv: readonly CsvColumn<Transfer>[] = [
  { title: '调拨单', cell: ({ transferId }) => transferId },
  { title: '调出仓', cell: ({ fromWarehouseName }) => fromWarehouseName },
  { title: '调入仓', cell: ({ toWarehouseName }) => toWarehouseName },
  { title: '状态', cell: ({ state }) => transferStates[state].text },
  { title: '商品', cell: goodsText },
  { title: '数量', cell: (transfer) => totalsOf(transfer).quantity },
  { title: '破损', cell: (transfer) => totalsOf(transfer).damaged },
  { title: '短少', cell: (transfer) => totalsOf(transfer).missing },
  { title: '说明', cell: ({ reason }) => reason },
  { title: '发出时间', cell: ({ dispatchedAt }) => whenText(dispatchedAt) },
  { title: '发出人', cell: ({ dispatchedBy }) => dispatchedBy },
  { title: '收货时间', cell: ({ receivedAt }) => receivedAt && whenText(receivedAt) },
  { title: '收货人', cell: ({ receivedBy }) => receivedBy },
];

/** The columns of what one transfer carries. */
export const transferLineColumns: ListColumns<TransferLine> = [
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 130, className: 'tp-figure' },
  { key: 'expiresOn', title: '到期日', dataIndex: 'expiresOn', width: 100, className: 'tp-figure' },
  {
    key: 'quantity',
    title: '发出',
    width: 84,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
  {
    key: 'arrived',
    title: '完好到货',
    width: 90,
    align: 'right',
    render: (_, { arrived }) =>
      arrived === null ? <span className="tp-faint">—</span> : <Figure count={arrived} />,
  },
  {
    key: 'damaged',
    title: '破损',
    width: 72,
    align: 'right',
    render: (_, { damaged }) => <Figure count={damaged} />,
  },
  {
    key: 'missing',
    title: '短少',
    width: 72,
    align: 'right',
    render: (_, { missing }) => <Figure count={missing} />,
  },
];
