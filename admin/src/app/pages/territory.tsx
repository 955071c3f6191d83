import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { CategoriesPicker } from '../../features/catalog/shelf-pickers';
import { SkusPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { EndDialog } from '../../features/territory/end-dialog';
import { grantColumns, grantCsv } from '../../features/territory/grant-columns';
import { GrantDialog, type GrantSubject } from '../../features/territory/grant-dialog';
import type { GrantPickers } from '../../features/territory/grant-fields';
import { type Grant, type GrantKind, kindOf, kindWords, type Region } from '../../features/territory/model';
import { PickBar } from '../../features/territory/pick-bar';
import { grantPages, useGrants, useProductLines } from '../../features/territory/queries';
import { areaOf, COUNTRY } from '../../features/territory/region-codes';
import { TerritoryPanel } from '../../features/territory/territory-panel';
import { type Channel, channelOf, channelOptions } from '../../ui/channels';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { DayInput } from '../../ui/instant-input';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';
import { ViewMenu } from '../../ui/view-menu';
import { useIsDark } from '../appearance';

const pickers: GrantPickers = {
  seller: (disabled) => (
    <PartyPicker placeholder="按名称查找经销商" testId="grant-seller" disabled={disabled} />
  ),
  skus: (testId) => <SkusPicker testId={testId} />,
  categories: (testId) => <CategoriesPicker testId={testId} />,
};

const actionColumn = (onEdit: (grant: Grant) => void, onEnd: (grant: Grant) => void, today: string) => ({
  key: 'actions',
  title: '操作',
  stays: true,
  width: 110,
  render: (_: unknown, grant: Grant) =>
    (grant.endsOn === null || grant.endsOn > today) && (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => onEdit(grant)}
          data-testid={`grant-edit-${grant.grantId}`}
        >
          修改
        </Button>
        <Button
          type="link"
          size="small"
          danger
          onClick={() => onEnd(grant)}
          data-testid={`grant-end-${grant.grantId}`}
        >
          终止
        </Button>
      </div>
    ),
});

/** Who may sell where: a map to look at and to grant from, and every grant below it. */
export default function TerritoryPage() {
  const me = useMe();
  const isDark = useIsDark();
  const isHeadquarters = me.party.kind === 'hq';
  const mayGrant = isHeadquarters && hasRole(me, 'manager');
  const today = dayOf(new Date());
  const { params, choose, chooseAll } = useFilters();
  const pages = useCursorPages();
  const area = areaOf(params.get('area'));
  const filter = {
    sellerId: params.get('seller') ?? undefined,
    productLine: params.get('line') ?? undefined,
    channel: channelOf(params.get('channel')),
    on: dayOfText(params.get('on')),
  };
  const kind = kindOf(params.get('kind'));
  const state = params.get('state') === 'all' ? 'all' : 'current';
  const listed = { ...filter, kind, state, area } as const;
  const grants = useGrants(listed, pages.cursor);
  const lines = useProductLines();
  const [picked, setPicked] = useState<readonly Region[]>([]);
  const [written, setWritten] = useState<GrantSubject | null>(null);
  const [ended, setEnded] = useState<Grant | null>(null);
  const isNarrowed =
    [...Object.values(filter), kind].some((value) => value !== undefined) || area !== COUNTRY;

  const pick = (region: Region) =>
    setPicked((present) =>
      present.some(({ code }) => code === region.code)
        ? present.filter(({ code }) => code !== region.code)
        : [...present, region],
    );
  const begin = (given: GrantKind) =>
    setWritten({ begun: { ...filter, kind: given, regions: picked, today } });
  useKeys({ n: () => begin('regular') }, mayGrant && written === null && ended === null);

  return (
    <Page
      title="区域授权"
      hint={
        isHeadquarters ? (
          <>
            哪家经销商在哪里卖什么；在地图或列表中选中区域后授权
            {mayGrant && (
              <>
                ，按 <kbd>N</kbd> 新建
              </>
            )}
          </>
        ) : (
          '总部授权给我的区域、产品线与渠道'
        )
      }
      extra={
        <>
          <ExportButton name="区域授权" columns={grantCsv} fetchPage={grantPages(listed)} />
          {mayGrant && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => begin('regular')}
              data-testid="grant-new"
            >
              新建授权
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        {isHeadquarters && (
          <PartyPicker
            label="经销商"
            kind="distributor"
            placeholder="全部经销商"
            value={filter.sellerId}
            onChange={(value) => choose('seller', value)}
            width={220}
            testId="territory-seller"
          />
        )}
        <Select
          aria-label="产品线"
          allowClear
          placeholder="全部产品线"
          value={filter.productLine}
          options={(lines.data ?? []).map((value) => ({ value, label: value }))}
          onChange={(value?: string) => choose('line', value)}
          style={{ width: 150 }}
          data-testid="territory-line"
        />
        <Select<Channel>
          aria-label="渠道"
          allowClear
          placeholder="全部渠道"
          value={filter.channel}
          options={channelOptions}
          onChange={(value?: Channel) => choose('channel', value)}
          style={{ width: 130 }}
          data-testid="territory-channel"
        />
        <div style={{ width: 150 }}>
          <DayInput
            label="在哪一天有效"
            value={filter.on ?? today}
            onChange={(value) => choose('on', value)}
          />
        </div>
      </div>
      <TerritoryPanel
        parent={area}
        filter={filter}
        picked={picked}
        mayPick={mayGrant}
        isDark={isDark}
        onPick={pick}
        onEnter={(code) => choose('area', code === COUNTRY ? undefined : code)}
        onSeller={(sellerId) => isHeadquarters && choose('seller', sellerId)}
      />
      {picked.length > 0 && (
        <PickBar
          picked={picked}
          onGrant={() => begin('regular')}
          onPermit={() => begin('temporary')}
          onClear={() => setPicked([])}
        />
      )}
      <div className="tp-filters territory-list-filters">
        <Segmented
          aria-label="类型"
          value={kind ?? 'any'}
          options={[
            { value: 'any', label: '全部' },
            { value: 'regular', label: kindWords.regular },
            { value: 'temporary', label: kindWords.temporary },
          ]}
          onChange={(value) => choose('kind', value === 'any' ? undefined : value)}
        />
        <Segmented
          aria-label="是否含已失效"
          value={state}
          options={[
            { value: 'current', label: '有效与待生效' },
            { value: 'all', label: '含已失效' },
          ]}
          onChange={(value) => choose('state', value === 'all' ? 'all' : undefined)}
        />
        {isNarrowed && (
          <Button
            size="small"
            onClick={() =>
              chooseAll({
                seller: undefined,
                line: undefined,
                channel: undefined,
                on: undefined,
                kind: undefined,
                area: undefined,
              })
            }
          >
            清除筛选
          </Button>
        )}
      </div>
      <PagedTable
        name="grants"
        list={grants}
        pages={pages}
        rowKey={({ grantId }) => grantId}
        tools={<ViewMenu list="grants" />}
        columns={
          mayGrant
            ? [...grantColumns, actionColumn((grant) => setWritten({ grant }), setEnded, today)]
            : [...grantColumns]
        }
        minWidth={1180}
        empty={
          <EmptyHint
            title={isNarrowed ? '没有符合条件的授权' : '还没有授权'}
            hint={
              mayGrant
                ? '在上面选中区域后点“授权给经销商”。没有授权的经销商发往该区域的订单会被拦截。'
                : '需要新的区域或产品线，请联系总部。'
            }
          />
        }
      />
      <GrantDialog
        subject={written}
        onClose={() => setWritten(null)}
        onSaved={() => setPicked([])}
        pickers={pickers}
      />
      <EndDialog grant={ended} today={today} onClose={() => setEnded(null)} />
    </Page>
  );
}
