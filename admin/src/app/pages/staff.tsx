import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useMe } from '../../features/auth/me';
import { type Member, useStaff } from '../../features/staff/queries';
import { staffColumns, staffCsv } from '../../features/staff/staff-columns';
import { AddStaffDialog, type StaffAction, StaffActionDialog } from '../../features/staff/staff-dialogs';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { ListTable } from '../../ui/list-table';
import { OneTimePassword, type SaidOnce } from '../../ui/one-time-password';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';
import { ViewMenu } from '../../ui/view-menu';

type State = Member['status'];
const stateOf = (text: string | null): State | undefined =>
  text === 'active' || text === 'suspended' ? text : undefined;

const actions: readonly { action: StaffAction; text: string; when: State }[] = [
  { action: 'roles', text: '角色', when: 'active' },
  { action: 'reset', text: '重置密码', when: 'active' },
  { action: 'suspend', text: '停用', when: 'active' },
  { action: 'reactivate', text: '恢复', when: 'suspended' },
];

const actionColumn = (myUserId: string, onAsk: (action: StaffAction, member: Member) => void) => ({
  key: 'actions',
  title: '操作',
  stays: true,
  width: 200,
  render: (_: unknown, member: Member) => (
    <div className="link-actions">
      {actions
        // Nobody shuts oneself out.
        .filter(
          ({ action, when }) =>
            when === member.status && !(action === 'suspend' && member.userId === myUserId),
        )
        .map(({ action, text }) => (
          <Button
            key={action}
            type="link"
            size="small"
            danger={action === 'suspend'}
            onClick={() => onAsk(action, member)}
            data-testid={`staff-${action}-${member.loginName}`}
          >
            {text}
          </Button>
        ))}
    </div>
  ),
});

/** The people of one's own party: who they are, what they may do, and whether they may come in. */
export default function StaffPage() {
  const me = useMe();
  const staff = useStaff();
  const { params, choose } = useFilters();
  const state = stateOf(params.get('state'));
  const q = params.get('q')?.trim() ?? '';
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ action: StaffAction; member: Member } | null>(null);
  const [said, setSaid] = useState<SaidOnce | null>(null);
  useKeys({ n: () => setAdding(true) }, !isAdding && asked === null && said === null);
  const isListed = (member: Member) =>
    (state === undefined || member.status === state) &&
    (q === '' || member.name.includes(q) || member.loginName.includes(q.toLowerCase()));
  const items = staff.data?.items.filter(isListed) ?? [];
  const isNarrowed = state !== undefined || q !== '';
  const roles = staff.data?.roles ?? [];
  return (
    <Page
      title="员工与角色"
      hint={
        <>
          {me.party.name}的员工：谁能登录、能做什么；按 <kbd>N</kbd> 新增
        </>
      }
      extra={
        <>
          <ExportButton
            name="员工"
            columns={staffCsv}
            fetchPage={() => Promise.resolve({ items, nextCursor: null })}
          />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setAdding(true)}
            data-testid="staff-new"
          >
            新增员工
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <Segmented
          aria-label="状态"
          value={state ?? 'all'}
          options={[
            { value: 'all', label: '全部' },
            { value: 'active', label: '在用' },
            { value: 'suspended', label: '已停用' },
          ]}
          onChange={(value) => choose('state', value === 'all' ? undefined : value)}
        />
        <Input.Search
          key={q}
          aria-label="姓名或登录名"
          allowClear
          defaultValue={q}
          maxLength={40}
          placeholder="姓名或登录名"
          onSearch={(value) => choose('q', value.trim() || undefined)}
          style={{ width: 240 }}
        />
      </div>
      <ListTable
        name="staff"
        list={{ ...staff, data: staff.data && { items } }}
        rowKey={({ userId }) => userId}
        tools={<ViewMenu list="staff" />}
        columns={[...staffColumns, actionColumn(me.userId, (action, member) => setAsked({ action, member }))]}
        minWidth={1040}
        empty={
          <EmptyHint
            title={isNarrowed ? '没有符合条件的员工' : '还没有员工'}
            hint={isNarrowed ? '换一个状态或名字再试。' : '点“新增员工”开通账号，首次密码只显示一次。'}
          />
        }
      />
      <AddStaffDialog open={isAdding} roles={roles} onClose={() => setAdding(false)} onSaid={setSaid} />
      <StaffActionDialog asked={asked} roles={roles} onClose={() => setAsked(null)} onSaid={setSaid} />
      <OneTimePassword
        said={said}
        title="请把密码转告本人"
        label="一次性密码"
        advice="请当面或电话告知本人。首次登录后须自行修改密码。"
        doneText="我已转告本人"
        onClose={() => setSaid(null)}
      />
    </Page>
  );
}
