import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { goodsColumns, goodsCsv } from '../../features/catalog/goods-columns';
import { PicturesDrawer } from '../../features/catalog/pictures-drawer';
import { type Goods, goodsPages, useGoods } from '../../features/catalog/queries';
import { CategoryPicker } from '../../features/catalog/shelf-pickers';
import '../../features/catalog/pictures.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';
import { ViewMenu } from '../../ui/view-menu';

const ranges = [
  { value: 'all', label: '在售' },
  { value: 'offSale', label: '已下架' },
] as const;

export default function GoodsPage() {
  const me = useMe();
  const navigate = useNavigate();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const q = params.get('q') ?? '';
  const category = params.get('category') ?? undefined;
  const range = params.get('range') === 'offSale' ? 'offSale' : 'all';
  const filter = { q, category, range } as const;
  const goods = useGoods(filter, pages.cursor);
  const [opened, setOpened] = useState<Goods | null>(null);
  const isManager = hasRole(me, 'manager');
  const mayEdit = me.party.kind === 'hq' && isManager;
  const addOne = () => void navigate('/goods/new');
  useKeys({ n: addOne }, mayEdit && opened === null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: mayEdit ? 160 : 80,
    render: (_: unknown, one: Goods) => (
      <div className="link-actions">
        <Link
          className="tp-link"
          to={`/goods/${encodeURIComponent(one.skuId)}`}
          data-testid={`goods-open-${one.skuId}`}
        >
          {mayEdit ? '编辑' : '查看'}
        </Link>
        {mayEdit && (
          <Button
            type="link"
            size="small"
            onClick={() => setOpened(one)}
            data-testid={`goods-pictures-${one.skuId}`}
          >
            管理图片
          </Button>
        )}
      </div>
    ),
  };
  return (
    <Page
      title="商品"
      hint="资料与图片由总部维护，订货端与所有经销商看到的是同一份"
      extra={
        <>
          <ExportButton name="商品" columns={goodsCsv} fetchPage={goodsPages(filter)} />
          {mayEdit && (
            <>
              <Button onClick={() => void navigate('/exchange?kind=products')}>导入商品</Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={addOne} data-testid="goods-new">
                新建商品
              </Button>
            </>
          )}
        </>
      }
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
        <CategoryPicker
          label="分类"
          placeholder="全部分类"
          width={180}
          value={category}
          onChange={(value) => choose('category', value)}
          testId="goods-category"
        />
        <Segmented
          aria-label="在售或已下架"
          value={range}
          options={[...ranges]}
          onChange={(value) => choose('range', value === 'all' ? undefined : value)}
          data-testid="goods-range"
        />
      </div>
      <PagedTable
        name="goods"
        list={goods}
        pages={pages}
        rowKey={({ skuId }) => skuId}
        tools={<ViewMenu list="goods" />}
        columns={isManager ? [...goodsColumns, actions] : goodsColumns}
        empty={
          <EmptyHint
            title={range === 'offSale' ? '没有已下架的商品' : '没有找到商品'}
            hint={
              range === 'offSale'
                ? '下架的商品会列在这里，可以重新上架。'
                : '换个词或分类试试，新建一个，或在导入导出里导入商品。'
            }
          />
        }
      />
      {opened && <PicturesDrawer goods={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
