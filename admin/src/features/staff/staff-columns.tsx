import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Member } from './queries';
import { memberStates, roleWords, rolesText } from './words';

/** The columns of the staff; what may be done belongs to the screen. */
export const staffColumns: ListColumns<Member> = [
  { key: 'name', title: '姓名', stays: true, width: 160, render: (_, { name }) => <b>{name}</b> },
  {
    key: 'loginName',
    title: '登录名',
    width: 180,
    render: (_, { loginName }) => <span className="tp-figure">{loginName}</span>,
  },
  {
    key: 'roles',
    title: '角色',
    render: (_, { roles }) =>
      roles.map((role) => (
        <Tag key={role} color={role === 'owner' ? 'gold' : undefined} title={roleWords[role].may}>
          {roleWords[role].name}
        </Tag>
      )),
  },
  {
    key: 'state',
    title: '状态',
    width: 190,
    render: (_, { status, mustChangePassword }) => (
      <>
        <StateTag state={status} words={memberStates[status]} testId="staff-state" />
        {status === 'active' && mustChangePassword && <Tag color="orange">待改密码</Tag>}
      </>
    ),
  },
  { key: 'createdAt', title: '开通', width: 150, render: (_, { createdAt }) => <When at={createdAt} /> },
];

/** The same as a spreadsheet has it. */
export const staffCsv: readonly CsvColumn<Member>[] = [
  { title: '姓名', cell: ({ name }) => name },
  { title: '登录名', cell: ({ loginName }) => loginName },
  { title: '角色', cell: ({ roles }) => rolesText(roles) },
  { title: '状态', cell: ({ status }) => memberStates[status].text },
  { title: '开通', cell: ({ createdAt }) => whenText(createdAt) },
];
