import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { api } from '@/api';
import { signedIn } from '@/features/session/signed-in';
import { DeskChips } from '@/features/stock/desk-chips';
import { GoodsFilter } from '@/features/stock/goods-filter';
import { LotCard } from '@/features/stock/lot-card';
import { everyRow, lotWishOf, useLots, useSummary, type LotWish } from '@/features/stock/queries';
import { lotTable, summaryTable } from '@/features/stock/stock-tables';
import { SummaryCard } from '@/features/stock/summary-card';
import { WarehouseChips } from '@/features/stock/warehouse-chips';
import { chipsOf, keyNamed, levels, qualities } from '@/features/stock/words';
import { rereadFirst } from '@/platform/reread-first';
import { places } from '@/platform/ways';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const head = { title: '我的库存' };
const views = [
  { value: '', label: '按批次' },
  { value: 'sku', label: '按商品' },
];
const levelChips = chipsOf(levels, '全部效期');
const qualityChips = chipsOf(qualities, '全部质量');

/** What I have: lot by lot, first to expire first, or goods by goods. */
function StockPage() {
  const [filters, choose] = useAddressFilters({ view: '', sku: '', warehouse: '', level: '', quality: '' });
  const isBySku = filters.view === 'sku';
  const wish: LotWish = {
    skuId: filters.sku,
    warehouseId: filters.warehouse,
    level: keyNamed(levels, filters.level),
    quality: keyNamed(qualities, filters.quality),
  };
  const lots = useLots(wish, !isBySku);
  const skus = useSummary(wish.skuId, isBySku);
  const list = isBySku ? skus : lots;
  usePullDownRefresh(() => void rereadFirst(['stock']).then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  });
  const lotRows = lots.data?.pages.flatMap(({ items }) => items) ?? [];
  const skuRows = skus.data?.pages.flatMap(({ items }) => items) ?? [];
  const rowCount = isBySku ? skuRows.length : lotRows.length;
  const isNarrowed =
    wish.skuId !== '' || (!isBySku && (wish.warehouseId !== '' || wish.level !== '' || wish.quality !== ''));
  return (
    <Page {...head} width="desk">
      <DeskChips at={places.stock} />
      <GoodsFilter skuId={wish.skuId} onChoose={(sku) => choose({ sku })} />
      <View className="stock-tools">
        <Chips name="view" chips={views} value={filters.view} onChange={(view) => choose({ view })} />
        <SaveButton
          id="save-stock"
          disabled={!list.isSuccess}
          table={async () =>
            isBySku
              ? summaryTable(
                  await everyRow((page) => api.stock.summary({ skuId: wish.skuId || undefined, ...page })),
                )
              : lotTable(await everyRow((page) => api.stock.lots({ ...lotWishOf(wish), ...page })))
          }
        />
      </View>
      {isBySku ? null : (
        <View className="stock-filters">
          <WarehouseChips
            name="warehouse"
            value={wish.warehouseId}
            all="全部仓库"
            onChange={(warehouse) => choose({ warehouse })}
          />
          <Chips name="level" chips={levelChips} value={wish.level} onChange={(level) => choose({ level })} />
          <Chips
            name="quality"
            chips={qualityChips}
            value={wish.quality}
            onChange={(quality) => choose({ quality })}
          />
        </View>
      )}
      {list.isPending ? <Loading /> : null}
      {list.isError && rowCount === 0 ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && rowCount === 0 ? (
        isNarrowed ? (
          <Nothing
            title="没有符合条件的库存"
            advice="换一个条件，或看全部批次"
            actionLabel="清除筛选"
            onAction={() => choose({ sku: '', warehouse: '', level: '', quality: '' })}
          />
        ) : (
          <Nothing title="仓库里还没有货" advice="收货入库后，每个批次的效期和占用会列在这里" />
        )
      ) : null}
      {isBySku
        ? skuRows.map((summary) => (
            <SummaryCard
              key={summary.skuId}
              summary={summary}
              onOpen={() => choose({ view: '', sku: summary.skuId })}
            />
          ))
        : lotRows.map((lot) => <LotCard key={lot.lotId} lot={lot} />)}
      {rowCount > 0 ? (
        <ListFoot
          hasMore={list.hasNextPage}
          pending={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(StockPage, head);
