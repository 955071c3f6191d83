import { useState } from 'react';
import { AuditFilters } from '../../features/audit-log/audit-filters';
import { entryColumns, entryCsv } from '../../features/audit-log/entry-columns';
import { EntryDrawer } from '../../features/audit-log/entry-drawer';
import { auditPages, useAuditEntries } from '../../features/audit-log/queries';
import { roleNames, useMe } from '../../features/auth/me';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import '../../features/audit-log/audit-log.css';

const namesOfRoles: Readonly<Record<string, string>> = roleNames;

/** Who did what, from where, and what it was before. */
export default function AuditLogPage() {
  const me = useMe();
  const { params, choose, chooseAll } = useFilters();
  const pages = useCursorPages();
  const [openId, setOpenId] = useState<string | null>(null);
  const of = (name: string) => params.get(name) ?? undefined;
  const filter = {
    userId: of('userId'),
    route: of('route'),
    subjectId: of('subjectId'),
    outcome: of('outcome'),
    from: of('from'),
    to: of('to'),
  };
  const entries = useAuditEntries(filter, pages.cursor);
  return (
    <Page
      title="操作日志"
      hint={`${me.party.kind === 'hq' ? '全渠道' : '本公司'}的登录与操作：谁、何时、从哪里、做了什么；只增不改，保留 400 天`}
      extra={<ExportButton name="操作日志" columns={entryCsv} fetchPage={auditPages(filter)} />}
    >
      <AuditFilters filter={filter} onChoose={chooseAll} />
      <PagedTable
        name="audit-log"
        list={entries}
        pages={pages}
        rowKey={({ entryId }) => entryId}
        tools={<ViewMenu list="audit-log" />}
        columns={entryColumns({
          onPerson: (userId) => choose('userId', userId),
          onSubject: (subjectId) => choose('subjectId', subjectId),
          onOpen: setOpenId,
        })}
        minWidth={1066}
        empty={
          <EmptyHint title="没有符合条件的记录" hint="登录、设置、审核、收款等操作都会在这里留下一行。" />
        }
      />
      <EntryDrawer
        entryId={openId}
        roleName={(role) => namesOfRoles[role] ?? role}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}
