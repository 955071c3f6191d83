import { Button, Input } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { goodsColumns, goodsCsv } from '../../features/catalog/goods-columns';
import { PicturesDrawer } from '../../features/catalog/pictures-drawer';
import { type Goods, goodsPages, useGoods } from '../../features/catalog/queries';
import '../../features/catalog/pictures.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

export default function GoodsPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const q = params.get('q') ?? '';
  const goods = useGoods(q, pages.cursor);
  const [opened, setOpened] = useState<Goods | null>(null);
  const mayEdit = me.party.kind === 'hq' && hasRole(me, 'manager');
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 100,
    render: (_: unknown, one: Goods) => (
      <Button
        type="link"
        size="small"
        onClick={() => setOpened(one)}
        data-testid={`goods-pictures-${one.skuId}`}
      >
        管理图片
      </Button>
    ),
  };
  return (
    <Page
      title="商品"
      hint="图片由总部维护，订货端与所有经销商看到的是同一组"
      extra={<ExportButton name="商品" columns={goodsCsv} fetchPage={goodsPages(q)} />}
    >
      <div className="tp-filters">
        <Input.Search
          key={q}
          allowClear
          aria-label="查找商品"
          placeholder="按名称、拼音首字母或条码查找"
          defaultValue={q}
          onSearch={(words) => choose('q', words.trim() || undefined)}
          style={{ width: 320 }}
          data-testid="goods-search"
        />
      </div>
      <PagedTable
        name="goods"
        list={goods}
        pages={pages}
        rowKey={({ skuId }) => skuId}
        tools={<ViewMenu list="goods" />}
        columns={mayEdit ? [...goodsColumns, actions] : goodsColumns}
        empty={<EmptyHint title="没有找到商品" hint="换个词试试，或在导入导出里导入商品。" />}
      />
      {opened && <PicturesDrawer goods={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
