import type { CsvColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { Due, When } from '../../../ui/when';
import { Figure } from '../figure';
import { levels } from '../words';
import type { Alert, AlertAction } from './queries';

export const alertStates: Readonly<Record<Alert['state'], StateWords>> = {
  open: { text: '待处置', color: 'orange' },
  handled: { text: '已处置', color: 'green' },
  escalated: { text: '已升级', color: 'red' },
  gone: { text: '已售完', color: 'default' },
};

export const alertActions: Readonly<Record<AlertAction, string>> = {
  transfer: '调拨到好卖的仓库',
  promote: '做促销',
  swap: '换货',
  markdown: '降价',
  donate: '捐赠',
  return: '退回供货方',
  destroy: '销毁',
  other: '其他',
};

/** The columns of expiry alerts; whoever knows the roles names the desk that answers. */
export const alertColumns = (deskName: (desk: Alert['desk']) => string): ListColumns<Alert> => [
  {
    key: 'level',
    title: '效期',
    width: 74,
    render: (_, { level }) => <StateTag state={level} words={levels[level]} testId="alert-level" />,
  },
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 112, className: 'tp-figure' },
  { key: 'warehouse', title: '仓库', dataIndex: 'warehouseName', width: 108, ellipsis: true },
  { key: 'expiresOn', title: '到期日', dataIndex: 'expiresOn', width: 94, className: 'tp-figure' },
  {
    key: 'quantity',
    title: '数量',
    width: 74,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
  {
    key: 'state',
    title: '状态',
    width: 78,
    render: (_, { state }) => <StateTag state={state} words={alertStates[state]} testId="alert-state" />,
  },
  { key: 'desk', title: '责任岗位', width: 84, render: (_, { desk }) => deskName(desk) },
  {
    key: 'due',
    title: '期限',
    width: 120,
    render: (_, { state, dueAt }) => (state === 'open' ? <Due at={dueAt} /> : <When at={dueAt} />),
  },
  {
    key: 'outcome',
    title: '处置结果',
    width: 140,
    ellipsis: true,
    render: (_, { action, outcome, closedBy }) =>
      action === null ? (
        <span className="tp-faint">—</span>
      ) : (
        `${alertActions[action]}：${outcome}（${closedBy ?? ''}）`
      ),
  },
];

/** The same list as a spreadsheet has it. */
export const alertCsv = (deskName: (desk: Alert['desk']) => string): readonly CsvColumn<Alert>[] => [
  { title: '效期', cell: ({ level }) => levels[level].text },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '批号', cell: ({ lotNo }) => lotNo },
  { title: '仓库', cell: ({ warehouseName }) => warehouseName },
  { title: '到期日', cell: ({ expiresOn }) => expiresOn },
  { title: '数量', cell: ({ quantity }) => quantity },
  { title: '状态', cell: ({ state }) => alertStates[state].text },
  { title: '责任岗位', cell: ({ desk }) => deskName(desk) },
  { title: '期限', cell: ({ dueAt }) => whenText(dueAt) },
  { title: '处置', cell: ({ action }) => action && alertActions[action] },
  { title: '结果', cell: ({ outcome }) => outcome },
  { title: '处置人', cell: ({ closedBy }) => closedBy },
];
