import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { type PlacedCategory, treeOf } from '../../features/catalog/shelves/category-tree';
import { type Brand, useBrands, useCategories } from '../../features/catalog/shelves/queries';
import {
  brandColumns,
  brandCsv,
  categoryColumns,
  categoryCsv,
} from '../../features/catalog/shelves/shelf-columns';
import {
  BrandDialog,
  CategoryDialog,
  type CategorySubject,
} from '../../features/catalog/shelves/shelf-dialogs';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';

const views = [
  { value: 'categories', label: '分类' },
  { value: 'brands', label: '品牌' },
] as const;

/** Categories and brands are short enough to be read whole. */
const wholly =
  <Item,>(items: readonly Item[]) =>
  async () => ({ items, nextCursor: null });

export default function ShelvesPage() {
  const { params, choose } = useFilters();
  const view = params.get('view') === 'brands' ? 'brands' : 'categories';
  return view === 'brands' ? (
    <Brands onView={(value) => choose('view', value)} />
  ) : (
    <Categories onView={(value) => choose('view', value)} />
  );
}

interface ViewProps {
  onView: (view: string | undefined) => void;
}

const ViewChoice = ({ view, onView }: ViewProps & { view: string }) => (
  <div className="tp-filters">
    <Segmented
      aria-label="分类或品牌"
      value={view}
      options={[...views]}
      onChange={(value) => onView(value === 'categories' ? undefined : value)}
      data-testid="shelves-view"
    />
  </div>
);

function Categories({ onView }: ViewProps) {
  const categories = useCategories();
  const placed = treeOf(categories.data?.items ?? []);
  const [subject, setSubject] = useState<CategorySubject | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 150,
    render: (_: unknown, one: PlacedCategory) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => setSubject(one)}
          aria-label={`修改“${one.name}”`}
          data-testid={`category-edit-${one.category}`}
        >
          修改
        </Button>
        <Button
          type="link"
          size="small"
          onClick={() => setSubject({ below: one.category })}
          aria-label={`给“${one.name}”加下级`}
        >
          加下级
        </Button>
      </div>
    ),
  };
  return (
    <Page
      title="分类与品牌"
      hint="订货端按分类的排序展示；改上级就是移动，商品跟着分类走"
      extra={
        <>
          <ExportButton name="分类" columns={categoryCsv} fetchPage={wholly(placed)} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            disabled={!categories.data}
            onClick={() => setSubject({ below: null })}
            data-testid="category-new"
          >
            新建分类
          </Button>
        </>
      }
    >
      <ViewChoice view="categories" onView={onView} />
      <ListTable
        name="categories"
        list={{ ...categories, data: categories.data && { items: placed } }}
        rowKey={({ category }) => category}
        columns={[...categoryColumns, actions]}
        empty={<EmptyHint title="还没有分类" hint="先建分类，商品才能归类上架。" />}
      />
      <CategoryDialog subject={subject} categories={placed} onClose={() => setSubject(null)} />
    </Page>
  );
}

function Brands({ onView }: ViewProps) {
  const brands = useBrands();
  const [subject, setSubject] = useState<Brand | 'new' | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 90,
    render: (_: unknown, one: Brand) => (
      <Button type="link" size="small" onClick={() => setSubject(one)} aria-label={`修改“${one.name}”`}>
        修改
      </Button>
    ),
  };
  return (
    <Page
      title="分类与品牌"
      hint="品牌用于搜索、促销范围和报表"
      extra={
        <>
          <ExportButton name="品牌" columns={brandCsv} fetchPage={wholly(brands.data?.items ?? [])} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            disabled={!brands.data}
            onClick={() => setSubject('new')}
            data-testid="brand-new"
          >
            新建品牌
          </Button>
        </>
      }
    >
      <ViewChoice view="brands" onView={onView} />
      <ListTable
        name="brands"
        list={brands}
        rowKey={({ brandId }) => brandId}
        columns={[...brandColumns, actions]}
        empty={<EmptyHint title="还没有品牌" hint="新建品牌后可以在商品里选用。" />}
      />
      <BrandDialog subject={subject} onClose={() => setSubject(null)} />
    </Page>
  );
}
