import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { When } from '../../ui/when';
import { PersonCell } from './person-cell';
import type { BoundWechat } from './queries';
import { appNames, markText } from './words';

/** The columns of bound WeChats. */
export const boundColumns: ListColumns<BoundWechat> = [
  {
    key: 'user',
    title: '绑定人',
    stays: true,
    width: 260,
    render: (_, { user, party }) => <PersonCell user={user} party={party} />,
  },
  { key: 'app', title: '应用', width: 120, render: (_, { app }) => appNames[app] },
  {
    key: 'wechat',
    title: '微信',
    width: 140,
    className: 'tp-figure',
    render: (_, { mark }) => markText(mark),
  },
  { key: 'boundAt', title: '绑定时间', width: 160, render: (_, { boundAt }) => <When at={boundAt} /> },
];

/** The same table as a spreadsheet has it. */
export const boundCsv: readonly CsvColumn<BoundWechat>[] = [
  { title: '客户', cell: ({ party }) => party.name },
  { title: '绑定人', cell: ({ user }) => user.name },
  { title: '登录名', cell: ({ user }) => user.loginName },
  { title: '应用', cell: ({ app }) => appNames[app] },
  { title: '微信尾号', cell: ({ mark }) => mark },
  { title: '绑定时间', cell: ({ boundAt }) => whenText(boundAt) },
];
