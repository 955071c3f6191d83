import { Alert, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { entryColumns, entryCsv } from '../../features/audit-log/entry-columns';
import { EntryDrawer } from '../../features/audit-log/entry-drawer';
import { auditPages, useAuditEntries } from '../../features/audit-log/queries';
import { roleNames } from '../../features/auth/me';
import { useSettings } from '../../features/system/queries';
import { settingColumns, settingCsv } from '../../features/system/setting-columns';
import '../../features/audit-log/audit-log.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';

type Tab = 'program' | 'rules';

const namesOfRoles: Readonly<Record<string, string>> = roleNames;

/** What the process was started with. Who changes it changes the machine, not a screen. */
function Program() {
  const settings = useSettings();
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="page-problem"
        title="运行参数由服务器的环境变量决定，这里只能查看。修改请联系运维：改环境变量后重启服务；口令与密钥只显示是否已设置。"
      />
      <ListTable
        name="settings"
        list={settings}
        rowKey={({ variable }) => variable}
        columns={settingColumns}
        minWidth={960}
        empty={<EmptyHint title="没有运行参数" hint="服务没有报告任何参数。" />}
      />
    </>
  );
}

/** Who set which rule, and what it was before. */
function Rules() {
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const [openId, setOpenId] = useState<string | null>(null);
  const filter = rulesFilter(params);
  const entries = useAuditEntries(filter, pages.cursor);
  return (
    <>
      <PagedTable
        name="rule-changes"
        list={entries}
        pages={pages}
        rowKey={({ entryId }) => entryId}
        columns={entryColumns({
          onPerson: (userId) => choose('userId', userId),
          onSubject: (subjectId) => choose('subjectId', subjectId),
          onOpen: setOpenId,
        })}
        minWidth={1066}
        empty={
          <EmptyHint
            title="还没有人改过业务规则"
            hint="审单、自动签收、逾期、运费、售后、返利、效期等规则被修改后，谁改的、改前改后都在这里。"
          />
        }
      />
      <EntryDrawer
        entryId={openId}
        roleName={(role) => namesOfRoles[role] ?? role}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

const rulesFilter = (params: URLSearchParams) => ({
  only: 'rules' as const,
  outcome: 'done',
  userId: params.get('userId') ?? undefined,
  subjectId: params.get('subjectId') ?? undefined,
  from: undefined,
  to: undefined,
});

/** 系统设置: what the program was started with, and how the rules came to be what they are. */
export default function SettingsPage() {
  const { params, choose, chooseAll } = useFilters();
  const settings = useSettings();
  const tab: Tab = params.get('tab') === 'rules' ? 'rules' : 'program';
  return (
    <Page
      title="系统设置"
      hint="运行参数（只读）与业务规则的修改记录"
      extra={
        tab === 'program' ? (
          <ExportButton
            key="program"
            name="运行参数"
            columns={settingCsv}
            fetchPage={() => Promise.resolve({ items: settings.data?.items ?? [], nextCursor: null })}
          />
        ) : (
          <ExportButton
            key="rules"
            name="业务规则修改记录"
            columns={entryCsv}
            fetchPage={auditPages(rulesFilter(params))}
          />
        )
      }
    >
      <div className="tp-filters">
        <Segmented<Tab>
          aria-label="内容"
          value={tab}
          options={[
            { value: 'program', label: <span data-testid="tab-program">运行参数</span> },
            { value: 'rules', label: <span data-testid="tab-rules">业务规则修改记录</span> },
          ]}
          onChange={(value) =>
            chooseAll({
              tab: value === 'rules' ? value : undefined,
              userId: undefined,
              subjectId: undefined,
            })
          }
        />
        {tab === 'rules' &&
          (['userId', 'subjectId'] as const)
            .filter((name) => params.has(name))
            .map((name) => (
              <Tag key={name} closable onClose={() => choose(name, undefined)}>
                只看 {params.get(name)}
              </Tag>
            ))}
      </div>
      {tab === 'program' ? <Program /> : <Rules />}
    </Page>
  );
}
