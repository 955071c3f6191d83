import { useState } from 'react';
import { EntryDrawer } from '../../features/audit-log/entry-drawer';
import { logInColumns, logInCsv } from '../../features/audit-log/log-in-columns';
import { LogInFilters } from '../../features/audit-log/log-in-filters';
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

/** 登录记录: who came in or tried to, when, from where and with what. */
export default function LogInsPage() {
  const me = useMe();
  const { params, choose, chooseAll } = useFilters();
  const pages = useCursorPages();
  const [openId, setOpenId] = useState<string | null>(null);
  const of = (name: string) => params.get(name) ?? undefined;
  const chosen = { userId: of('userId'), outcome: of('outcome'), from: of('from'), to: of('to') };
  const filter = { ...chosen, only: 'logIns' as const };
  const entries = useAuditEntries(filter, pages.cursor);
  return (
    <Page
      title="登录记录"
      hint={`${me.party.kind === 'hq' ? '全渠道' : '本公司'}的每次登录与被拒绝的尝试，保留 400 天；过于频繁而被挡下的不记`}
      extra={<ExportButton name="登录记录" columns={logInCsv} fetchPage={auditPages(filter)} />}
    >
      <LogInFilters filter={chosen} onChoose={chooseAll} />
      <PagedTable
        name="log-ins"
        list={entries}
        pages={pages}
        rowKey={({ entryId }) => entryId}
        tools={<ViewMenu list="log-ins" />}
        columns={logInColumns({ onPerson: (userId) => choose('userId', userId), onOpen: setOpenId })}
        minWidth={1060}
        empty={<EmptyHint title="没有符合条件的登录" hint="有人登录或尝试登录，都会在这里留下一行。" />}
      />
      <EntryDrawer
        entryId={openId}
        roleName={(role) => namesOfRoles[role] ?? role}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}
