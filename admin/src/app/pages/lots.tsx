import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { lotColumns, lotCsv } from '../../features/stock/lot-columns';
import { lotPages, useLots } from '../../features/stock/queries';
import { ReceiveDialog } from '../../features/stock/receive-dialog';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';

export default function LotsPage() {
  const me = useMe();
  const pages = useCursorPages();
  const [params, setParams] = useSearchParams();
  const skuId = params.get('sku') ?? undefined;
  const lots = useLots(skuId, pages.cursor);
  const [receiving, setReceiving] = useState(false);
  return (
    <Page
      title="库存批次"
      hint="按到期日从早到晚排列，与出库顺序一致"
      extra={
        <>
          <ExportButton name="库存批次" columns={lotCsv} fetchPage={lotPages(skuId)} />
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
        <SkuPicker
          value={skuId}
          onChange={(value) => setParams(value ? { sku: value } : {})}
          placeholder="筛选商品：名称、拼音首字母或条码"
          width={320}
        />
      </div>
      <PagedTable
        name="lots"
        list={lots}
        pages={pages}
        rowKey={(lot) => lot.lotId}
        tools={<ViewMenu list="lots" />}
        columns={lotColumns}
        minWidth={1180}
        empty={
          <EmptyHint
            title={skuId ? '这个商品没有库存批次' : '还没有库存'}
            hint="货到仓库后，用“批次入库”登记批号、生产日期和数量，系统按先到期先出承诺给订单。"
          />
        }
      />
      <ReceiveDialog open={receiving} onClose={() => setReceiving(false)} skuField={<SkuPicker />} />
    </Page>
  );
}
