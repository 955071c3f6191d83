import { Skeleton, Tabs } from 'antd';
import { hasRole, useMe } from '../../features/auth/me';
import { AgeingChart } from '../../features/credit/ageing-chart';
import { ageingColumns, ageingCsv } from '../../features/credit/ageing-columns';
import { channelColumns, channelCsv } from '../../features/credit/channel-columns';
import { LadderPanel } from '../../features/credit/collect/ladder-panel';
import {
  reminderColumns,
  reminderCsv,
  stepChangeColumns,
  stepChangeCsv,
} from '../../features/credit/collect/step-columns';
import { WriteOffs } from '../../features/credit/collect/write-offs';
import {
  ageingPages,
  channelPages,
  reminderPages,
  stepChangePages,
  useAgeing,
  usePeople,
} from '../../features/credit/queries';
import '../../features/credit/credit.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { InnerList } from '../../ui/inner-list';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { Panel } from '../../ui/panel';
import { useFilters } from '../../ui/use-filters';
import { useIsDark } from '../appearance';

function Ages() {
  const pages = useCursorPages();
  const ageing = useAgeing(undefined, pages.cursor);
  const isDark = useIsDark();
  return (
    <>
      <div className="collect-panel">
        <Panel title="全部客户的账龄">
          {ageing.data ? (
            <AgeingChart ageing={ageing.data.total} isDark={isDark} />
          ) : (
            <Skeleton active title={false} paragraph={{ rows: 5 }} />
          )}
        </Panel>
      </div>
      <PagedTable
        name="ageing"
        list={ageing}
        pages={pages}
        rowKey={({ buyerId }) => buyerId}
        tools={<ExportButton name="账龄" columns={ageingCsv} fetchPage={ageingPages} />}
        columns={ageingColumns}
        minWidth={1120}
        empty={<EmptyHint title="没有客户欠款" hint="签收开账后还没付清的账单，会按逾期天数归到这里。" />}
      />
    </>
  );
}

const Channel = () => (
  <InnerList
    name="credit-channel"
    queryKey={['credit', 'channel']}
    fetchPage={channelPages}
    rowKey={({ sellerId }) => sellerId}
    tools={<ExportButton name="渠道信用" columns={channelCsv} fetchPage={channelPages} />}
    columns={channelColumns}
    minWidth={860}
    empty={<EmptyHint title="渠道里还没有授信" hint="经销商给客户开通信用后，各家的合计会出现在这里。" />}
  />
);

const Ladder = () => (
  <>
    <div className="collect-panel">
      <LadderPanel />
    </div>
    <InnerList
      name="credit-steps"
      queryKey={['credit', 'step-changes']}
      fetchPage={stepChangePages}
      rowKey={({ buyerId, foundOn, toStep }) => `${buyerId} ${foundOn} ${toStep}`}
      tools={<ExportButton name="逾期阶梯变化" columns={stepChangeCsv} fetchPage={stepChangePages} />}
      columns={stepChangeColumns}
      minWidth={820}
      empty={
        <EmptyHint
          title="没有客户的阶梯变化"
          hint="每天早上按逾期天数重新判定，上了或下了台阶的客户会记在这里。"
        />
      }
    />
  </>
);

const Reminders = () => (
  <InnerList
    name="credit-reminders"
    queryKey={['credit', 'reminders']}
    fetchPage={reminderPages}
    rowKey={({ reminderId }) => reminderId}
    tools={<ExportButton name="催款提醒" columns={reminderCsv} fetchPage={reminderPages} />}
    columns={reminderColumns}
    minWidth={860}
    empty={<EmptyHint title="没有催款提醒" hint="客户到了“提醒”一级后，按间隔自动生成催款提醒。" />}
  />
);

const FIRST = 'ages';

export default function AgeingPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const nameOf = usePeople({ userId: me.userId, isOwner: hasRole(me, 'owner') });
  const isHq = me.party.kind === 'hq' && hasRole(me, 'finance');
  return (
    <Page title="账龄与催收" hint="客户欠款按逾期天数分档；逾期阶梯、催款提醒与坏账核销">
      <Tabs
        destroyOnHidden
        activeKey={params.get('tab') ?? FIRST}
        onChange={(key) => choose('tab', key === FIRST ? undefined : key)}
        items={[
          { key: FIRST, label: '账龄', children: <Ages /> },
          ...(isHq ? [{ key: 'channel', label: '渠道合计', children: <Channel /> }] : []),
          { key: 'ladder', label: '逾期阶梯', children: <Ladder /> },
          { key: 'reminders', label: '催款提醒', children: <Reminders /> },
          {
            key: 'write-offs',
            label: '坏账核销',
            children: <WriteOffs userId={me.userId} nameOf={nameOf} />,
          },
        ]}
      />
    </Page>
  );
}
