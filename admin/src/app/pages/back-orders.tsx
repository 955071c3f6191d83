import { Segmented } from 'antd';
import { useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { backOrderColumns, backOrderCsv } from '../../features/orders/back-order-columns';
import { type BackOrderFilter, backOrderPages, useBackOrders } from '../../features/orders/back-orders';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

export default function BackOrdersPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const side: BackOrderFilter['side'] = me.buys && params.get('side') === 'buyer' ? 'buyer' : 'seller';
  const skuId = params.get('sku') ?? undefined;
  const filter = { side, skuId };
  const lines = useBackOrders(filter, pages.cursor);

  return (
    <Page
      title="欠货"
      hint="已下单、等货到再发的商品，等得最久的在前；到货后按优先级和先后自动补给"
      extra={<ExportButton name="欠货" columns={backOrderCsv} fetchPage={backOrderPages(filter)} />}
    >
      <div className="tp-filters">
        {me.buys && (
          <Segmented<BackOrderFilter['side']>
            value={side}
            options={[
              { value: 'seller', label: '我欠客户的' },
              { value: 'buyer', label: '供货方欠我的' },
            ]}
            onChange={(value) => choose('side', value === 'buyer' ? value : undefined)}
          />
        )}
        <SkuPicker value={skuId} onChange={(value) => choose('sku', value)} width={300} label="商品" />
      </div>
      <PagedTable
        name="back-orders"
        list={lines}
        pages={pages}
        rowKey={({ orderId, lineNo }) => `${orderId} ${lineNo}`}
        tools={<ViewMenu list="back-orders" />}
        columns={backOrderColumns}
        minWidth={1120}
        empty={
          skuId ? (
            <EmptyHint title="这个商品没有欠货" hint="换一个商品，或清空筛选看全部欠货。" />
          ) : (
            <EmptyHint title="没有欠货" hint="缺货且约定“先发现货、到货补发”的订单行会出现在这里。" />
          )
        }
      />
    </Page>
  );
}
