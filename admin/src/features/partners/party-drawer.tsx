import { Drawer, Skeleton, Tabs } from 'antd';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import type { ListColumns } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { ProblemView } from '../../ui/problem-view';
import { When } from '../../ui/when';
import { ChainMembers } from './chain-members';
import { changeName } from './change-words';
import { LicencePhotos } from './licence-photos';
import { kindNames } from './party-columns';
import { PhoneStanding } from './phone-standing';
import { SuspensionStanding } from './suspension-standing';
import { type PartnerChange, type Party, usePartnerChanges, useParty } from './queries';

const licenceNames = { none: '未提供', valid: '有效', expiring: '即将到期', expired: '已过期' } as const;

function Facts({ partyId }: { partyId: string }) {
  const party = useParty(partyId);
  if (party.isError) return <ProblemView error={party.error} onRetry={() => void party.refetch()} />;
  if (party.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  const { data } = party;
  return (
    <dl className="tp-facts" data-testid="party-facts">
      <dt>编码</dt>
      <dd className="tp-figure">{data.code}</dd>
      <dt>类型</dt>
      <dd>{kindNames[data.kind]}</dd>
      <dt>所在区域</dt>
      <dd>{data.regionName}</dd>
      <dt>联系人</dt>
      <dd>
        {data.contactName || '—'} <span className="tp-figure">{data.contactPhone}</span>
      </dd>
      <dt>营业执照</dt>
      <dd className="tp-figure">{data.businessLicenceNo || '—'}</dd>
      <dt>食品经营许可</dt>
      <dd>
        <span className="tp-figure">{data.foodLicenceNo || '—'}</span>
        {data.foodLicenceExpiresOn && ` · 有效期至 ${data.foodLicenceExpiresOn}`}（
        {licenceNames[data.licence]}）
      </dd>
    </dl>
  );
}

const changeColumns: ListColumns<PartnerChange> = [
  { key: 'at', title: '时间', stays: true, width: 140, render: (_, { at }) => <When at={at} /> },
  { key: 'kind', title: '事项', width: 160, render: (_, { kind }) => changeName(kind) },
  {
    key: 'actor',
    title: '操作人',
    width: 120,
    render: (_, { actorName }) => actorName || <span className="tp-faint">—</span>,
  },
  { key: 'reason', title: '原因', dataIndex: 'reason' },
];

function Changes({ partyId }: { partyId: string }) {
  const pages = useInnerPages();
  const changes = usePartnerChanges(partyId, pages.cursor);
  return (
    <PagedTable
      name="party-changes"
      list={changes}
      pages={pages}
      rowKey={({ changeId }) => changeId}
      columns={changeColumns}
      minWidth={560}
      empty={<EmptyHint title="还没有变更" hint="开户、证照、手机与微信、停用等变更都会在这里留下一行。" />}
    />
  );
}

interface PartyDrawerProps {
  party: Party | null;
  /** HQ may stop a partner altogether and says who belongs to a chain; a supplier stops its own supply. */
  isHeadquarters: boolean;
  onClose: () => void;
}

/** One customer: what is on file, the phone its owner logs in by, and who changed what; open while there is one. */
export const PartyDrawer = ({ party, isHeadquarters, onClose }: PartyDrawerProps) => (
  <Drawer
    open={party !== null}
    onClose={onClose}
    size={720}
    title={party?.name}
    destroyOnHidden
    data-testid="party-drawer"
  >
    {party && (
      <Tabs
        items={[
          {
            key: 'facts',
            label: '资料',
            children: (
              <>
                <Facts partyId={party.partyId} />
                <LicencePhotos partyId={party.partyId} name={party.name} />
              </>
            ),
          },
          {
            key: 'phone',
            label: <span data-testid="tab-phone">登录手机</span>,
            children: <PhoneStanding party={party} />,
          },
          ...(party.kind === 'chain' && isHeadquarters
            ? [
                {
                  key: 'members',
                  label: <span data-testid="tab-members">成员门店</span>,
                  children: <ChainMembers chain={party} mayChange />,
                },
              ]
            : []),
          {
            key: 'suspensions',
            label: <span data-testid="tab-suspensions">停用与恢复</span>,
            children: <SuspensionStanding party={party} isHeadquarters={isHeadquarters} />,
          },
          {
            key: 'changes',
            label: <span data-testid="tab-changes">变更记录</span>,
            children: <Changes partyId={party.partyId} />,
          },
        ]}
      />
    )}
  </Drawer>
);
