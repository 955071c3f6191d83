import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { Figure } from '../figure';
import type { Inbound, InboundState } from './queries';

export const inboundStates: Readonly<Record<InboundState, StateWords>> = {
  planned: { text: '计划', color: 'default' },
  confirmed: { text: '已确认', color: 'blue' },
  received: { text: '已收完', color: 'green' },
  cancelled: { text: '已取消', color: 'default' },
};

/** What of an expected receipt has not come yet. */
export const leftOf = ({ quantity, received }: Pick<Inbound, 'quantity' | 'received'>) => quantity - received;

/** The columns of expected receipts. */
export const inboundColumns: ListColumns<Inbound> = [
  { key: 'expectedOn', title: '预计到货', dataIndex: 'expectedOn', width: 110, className: 'tp-figure' },
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'warehouse', title: '仓库', dataIndex: 'warehouseName', width: 150, ellipsis: true },
  {
    key: 'state',
    title: '状态',
    width: 84,
    render: (_, { state }) => <StateTag state={state} words={inboundStates[state]} testId="inbound-state" />,
  },
  {
    key: 'quantity',
    title: '预计数量',
    width: 100,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
  {
    key: 'received',
    title: '已收',
    width: 90,
    align: 'right',
    render: (_, { received }) => <Figure count={received} />,
  },
  {
    key: 'left',
    title: '未到',
    width: 90,
    align: 'right',
    render: (_, inbound) => <Figure count={leftOf(inbound)} />,
  },
  { key: 'note', title: '说明', dataIndex: 'note', width: 180, ellipsis: true },
];

/** The same list as a spreadsheet has it. */
export const inboundCsv: readonly CsvColumn<Inbound>[] = [
  { title: '预计到货', cell: ({ expectedOn }) => expectedOn },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '仓库', cell: ({ warehouseName }) => warehouseName },
  { title: '状态', cell: ({ state }) => inboundStates[state].text },
  { title: '预计数量', cell: ({ quantity }) => quantity },
  { title: '已收', cell: ({ received }) => received },
  { title: '未到', cell: leftOf },
  { title: '说明', cell: ({ note }) => note },
];
