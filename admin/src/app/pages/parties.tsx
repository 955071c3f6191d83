import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { partyColumns, partyCsv } from '../../features/partners/party-columns';
import { PartyDrawer } from '../../features/partners/party-drawer';
import { partyPages, useParties, type Party } from '../../features/partners/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';

/** What is on file is for those who answer for customers. */
const linkColumn = (onOpen: ((party: Party) => void) | null) => ({
  key: 'actions',
  title: '查看',
  stays: true,
  width: 220,
  render: (_: unknown, party: Party) => (
    <div className="link-actions">
      {onOpen && party.kind !== 'hq' && (
        <Button type="link" size="small" onClick={() => onOpen(party)} data-testid={`party-${party.partyId}`}>
          档案
        </Button>
      )}
      <Link className="tp-link" to={`/orders?q=${encodeURIComponent(party.name)}`}>
        订单
      </Link>
      <Link className="tp-link" to={`/bills?party=${party.partyId}`}>
        未结账单
      </Link>
    </div>
  ),
});

export default function PartiesPage() {
  const me = useMe();
  const [opened, setOpened] = useState<Party | null>(null);
  const pages = useCursorPages();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? undefined;
  const parties = useParties(q, pages.cursor);
  return (
    <Page
      title="客户"
      hint={me.party.kind === 'hq' ? '渠道中的每一家：经销商、门店与连锁' : '由我供货的门店与连锁'}
      extra={<ExportButton name="客户" columns={partyCsv} fetchPage={partyPages(q)} />}
    >
      <div className="tp-filters">
        <Input.Search
          key={q}
          id="parties-search"
          allowClear
          defaultValue={q}
          maxLength={60}
          placeholder="客户名称"
          onSearch={(value) => setParams(value.trim() ? { q: value.trim() } : {})}
          style={{ width: 280 }}
        />
      </div>
      <PagedTable
        name="parties"
        list={parties}
        pages={pages}
        rowKey={(party) => party.partyId}
        tools={<ViewMenu list="parties" />}
        columns={[...partyColumns, linkColumn(hasRole(me, 'manager') ? setOpened : null)]}
        minWidth={940}
        empty={
          <EmptyHint
            title={q ? '没有找到这个客户' : '还没有客户'}
            hint={q ? '换个名称再试，可以只输一部分。' : '开通供货关系后，客户会出现在这里。'}
          />
        }
      />
      <PartyDrawer party={opened} isHeadquarters={me.party.kind === 'hq'} onClose={() => setOpened(null)} />
    </Page>
  );
}
