import { Select, Tag } from 'antd';
import { movementColumns, movementCsv } from '../../features/stock/lots/movement-columns';
import { movementPages, useMovements, type MovementFilter } from '../../features/stock/queries';
import { keyNamed, movementKinds, optionsOf } from '../../features/stock/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import { StockFilters } from '../stock-filters';

/** 库存流水: what came and went, entry by entry. */
export default function MovementsPage() {
  const pages = useCursorPages();
  const { params, choose, chooseAll } = useFilters();
  const filter: MovementFilter = {
    ownerId: params.get('owner') ?? undefined,
    lotId: params.get('lot') ?? undefined,
    skuId: params.get('sku') ?? undefined,
    warehouseId: params.get('warehouse') ?? undefined,
    kind: keyNamed(movementKinds, params.get('kind')),
  };
  const movements = useMovements(filter, pages.cursor);
  return (
    <Page
      title="库存流水"
      hint="每一次入库、出库和调整都在这里留下一行，批次的在库等于它的流水之和"
      extra={<ExportButton name="库存流水" columns={movementCsv} fetchPage={movementPages(filter)} />}
    >
      <div className="tp-filters">
        <StockFilters
          filter={filter}
          choose={choose}
          chooseAll={chooseAll}
          forgets={{ lot: undefined }}
          testId="movement"
        />
        <Select
          value={filter.kind}
          onChange={(kind?: string) => choose('kind', kind)}
          options={optionsOf(movementKinds)}
          placeholder="全部类型"
          aria-label="类型"
          allowClear
          style={{ width: 140 }}
          data-testid="movement-kind"
        />
        {filter.lotId && (
          <Tag closable onClose={() => choose('lot', undefined)} data-testid="movement-lot">
            批次 {movements.data?.items[0]?.lotNo ?? ''}
          </Tag>
        )}
      </div>
      <PagedTable
        name="movements"
        list={movements}
        pages={pages}
        rowKey={({ movementId }) => movementId}
        tools={<ViewMenu list="movements" />}
        columns={movementColumns}
        minWidth={1160}
        empty={<EmptyHint title="没有流水" hint="换一个商品、仓库或类型再看；有货进出时这里会自动多一行。" />}
      />
    </Page>
  );
}
