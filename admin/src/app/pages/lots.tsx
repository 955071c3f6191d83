import { InboxOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { lotColumns, lotCsv } from '../../features/stock/lot-columns';
import { AdjustDialog } from '../../features/stock/lots/adjust-dialog';
import { DestroyDialog } from '../../features/stock/lots/destroy-dialog';
import { type LotAction, LotActions } from '../../features/stock/lots/lot-actions';
import { QualityDialog } from '../../features/stock/lots/quality-dialog';
import { type Lot, type LotFilter, lotPages, useLots } from '../../features/stock/queries';
import { OpenRecallDialog } from '../../features/stock/recalls/open-recall-dialog';
import { ReceiveDialog } from '../../features/stock/receive-dialog';
import { keyNamed, levels, optionsOf, qualities } from '../../features/stock/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import { StockFilters } from '../stock-filters';

type Asked = { readonly lot: Lot; readonly action: LotAction } | null;

export default function LotsPage() {
  const me = useMe();
  const navigate = useNavigate();
  const pages = useCursorPages();
  const { params, choose, chooseAll } = useFilters();
  const filter: LotFilter = {
    ownerId: params.get('owner') ?? undefined,
    skuId: params.get('sku') ?? undefined,
    warehouseId: params.get('warehouse') ?? undefined,
    quality: keyNamed(qualities, params.get('quality')),
    level: keyNamed(levels, params.get('level')),
  };
  const lots = useLots(filter, pages.cursor);
  const [receiving, setReceiving] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const isHeadquarters = me.party.kind === 'hq';
  // Another's goods are looked at, not touched; a recall reaches them all the same.
  const isOwn = filter.ownerId === undefined || filter.ownerId === me.party.partyId;
  const rights = {
    moves: isOwn && hasRole(me, 'warehouse'),
    corrects: isOwn && hasRole(me, 'manager'),
    recalls: isHeadquarters && hasRole(me, 'manager'),
  };
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 108,
    render: (_: unknown, lot: Lot) => (
      <LotActions lot={lot} rights={rights} onChoose={(action) => setAsked({ lot, action })} />
    ),
  };
  return (
    <Page
      title="库存批次"
      hint="按到期日从早到晚排列，与出库顺序一致"
      extra={
        <>
          <ExportButton name="库存批次" columns={lotCsv} fetchPage={lotPages(filter)} />
          {hasRole(me, 'warehouse') && (
            <Button
              type="primary"
              icon={<InboxOutlined />}
              onClick={() => setReceiving(true)}
              data-testid="receive-lot-open"
            >
              批次入库
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        <StockFilters filter={filter} choose={choose} chooseAll={chooseAll} testId="lot" />
        <Select
          value={filter.level}
          onChange={(level?: string) => choose('level', level)}
          options={optionsOf(levels)}
          placeholder="全部效期"
          aria-label="效期"
          allowClear
          style={{ width: 120 }}
          data-testid="lot-level-filter"
        />
        <Select
          value={filter.quality}
          onChange={(quality?: string) => choose('quality', quality)}
          options={optionsOf(qualities)}
          placeholder="全部质量"
          aria-label="质量"
          allowClear
          style={{ width: 120 }}
          data-testid="lot-quality-filter"
        />
      </div>
      <PagedTable
        name="lots"
        list={lots}
        pages={pages}
        rowKey={(lot) => lot.lotId}
        tools={<ViewMenu list="lots" />}
        columns={[...lotColumns, actionColumn]}
        minWidth={1180}
        empty={
          <EmptyHint
            title={params.size > 0 ? '没有符合筛选的批次' : '还没有库存'}
            hint="货到仓库后，用“批次入库”登记批号、生产日期和数量，系统按先到期先出承诺给订单。"
          />
        }
      />
      <ReceiveDialog open={receiving} onClose={() => setReceiving(false)} skuField={<SkuPicker />} />
      {asked?.action.what === 'quality' && (
        <QualityDialog lot={asked.lot} to={asked.action.to} onClose={close} />
      )}
      {asked?.action.what === 'adjust' && <AdjustDialog lot={asked.lot} onClose={close} />}
      {asked?.action.what === 'destroy' && <DestroyDialog lot={asked.lot} onClose={close} />}
      <OpenRecallDialog
        open={asked?.action.what === 'recall'}
        lot={asked?.lot}
        skuField={<SkuPicker testId="recall-sku" />}
        onOpened={(recallId) => void navigate(`/recalls/${recallId}`)}
        onClose={close}
      />
    </Page>
  );
}
