import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { kindNames, partyColumns, partyCsv } from '../../features/partners/party-columns';
import { PartyDrawer } from '../../features/partners/party-drawer';
import { partyPages, useParties, type Party } from '../../features/partners/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

/** What one may look for. */
const kinds = ['distributor', 'store', 'chain'] as const;

/** What is on file is for those who answer for customers. */
const linkColumn = (isHeadquarters: boolean, onOpen: ((party: Party) => void) | null) => ({
  key: 'actions',
  title: '查看',
  stays: true,
  width: 240,
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
        {isHeadquarters ? '欠总部的账单' : '未结账单'}
      </Link>
    </div>
  ),
});

export default function PartiesPage() {
  const me = useMe();
  const isHeadquarters = me.party.kind === 'hq';
  const [opened, setOpened] = useState<Party | null>(null);
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const q = params.get('q') ?? undefined;
  const kind = kinds.find((one) => one === params.get('kind'));
  const parties = useParties({ q, kind }, pages.cursor);
  const isNarrowed = q !== undefined || kind !== undefined;
  return (
    <Page
      title="客户"
      hint={isHeadquarters ? '渠道中的每一家：经销商、门店与连锁' : '由我供货的门店与连锁'}
      extra={<ExportButton name="客户" columns={partyCsv} fetchPage={partyPages({ q, kind })} />}
    >
      <div className="tp-filters">
        <Input.Search
          key={q}
          id="parties-search"
          allowClear
          defaultValue={q}
          maxLength={60}
          placeholder="客户名称"
          onSearch={(value) => choose('q', value.trim() || undefined)}
          style={{ width: 280 }}
        />
        <Segmented
          aria-label="类型"
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: '全部' },
            ...kinds
              .filter((one) => one !== 'distributor' || isHeadquarters)
              .map((value) => ({ value, label: kindNames[value] })),
          ]}
          onChange={(value) => choose('kind', value === 'all' ? undefined : value)}
        />
      </div>
      <PagedTable
        name="parties"
        list={parties}
        pages={pages}
        rowKey={(party) => party.partyId}
        tools={<ViewMenu list="parties" />}
        columns={[...partyColumns, linkColumn(isHeadquarters, hasRole(me, 'manager') ? setOpened : null)]}
        minWidth={940}
        empty={
          <EmptyHint
            title={isNarrowed ? '没有找到这样的客户' : '还没有客户'}
            hint={
              isNarrowed ? '换个名称或类型再试，名称可以只输一部分。' : '开通供货关系后，客户会出现在这里。'
            }
          />
        }
      />
      <PartyDrawer party={opened} isHeadquarters={isHeadquarters} onClose={() => setOpened(null)} />
    </Page>
  );
}
