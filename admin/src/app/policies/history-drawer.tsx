import { HistoryOutlined } from '@ant-design/icons';
import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { entryColumns } from '../../features/audit-log/entry-columns';
import { EntryDrawer } from '../../features/audit-log/entry-drawer';
import { useAuditEntries } from '../../features/audit-log/queries';
import { routeWords } from '../../features/audit-log/route-words';
import { hasRole, roleNames, useMe } from '../../features/auth/me';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import '../../features/audit-log/audit-log.css';

const namesOfRoles: Readonly<Record<string, string>> = roleNames;

function Entries({ route }: { route: string }) {
  const navigate = useNavigate();
  const pages = useInnerPages();
  const [openId, setOpenId] = useState<string | null>(null);
  const filter = { route, outcome: 'done', userId: undefined, from: undefined, to: undefined };
  const entries = useAuditEntries(filter, pages.cursor);
  const lookFor = (name: 'userId' | 'subjectId') => (value: string) =>
    void navigate(`/audit-log?${new URLSearchParams({ [name]: value })}`);
  const columns = entryColumns({
    onPerson: lookFor('userId'),
    onSubject: lookFor('subjectId'),
    onOpen: setOpenId,
  });
  return (
    <>
      <PagedTable
        name="rule-history"
        list={entries}
        pages={pages}
        rowKey={({ entryId }) => entryId}
        columns={columns.filter(({ key }) => key !== 'outcome')}
        minWidth={860}
        empty={<EmptyHint title="还没有人改过" hint="改动之后，谁在什么时候改的、改前改后都在这里。" />}
      />
      <EntryDrawer
        entryId={openId}
        roleName={(role) => namesOfRoles[role] ?? role}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

interface HistoryButtonProps {
  /** The routes that change these rules. */
  routes: readonly [string, ...string[]];
}

/** Who set these rules, when, and what they were before; the log is for owners. */
export function HistoryButton({ routes }: HistoryButtonProps) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>(routes[0]);
  if (!hasRole(me, 'owner')) return null;
  return (
    <>
      <Button icon={<HistoryOutlined />} onClick={() => setOpen(true)} data-testid="rule-history">
        修改记录
      </Button>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        size={980}
        title="修改记录"
        destroyOnHidden
        data-testid="rule-history-drawer"
      >
        {routes.length > 1 && (
          <div className="tp-filters">
            <Segmented
              aria-label="改动"
              value={chosen}
              options={routes.map((value) => ({ value, label: routeWords(value) }))}
              onChange={setChosen}
            />
          </div>
        )}
        <Entries key={chosen} route={chosen} />
      </Drawer>
    </>
  );
}
