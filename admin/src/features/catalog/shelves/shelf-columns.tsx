import type { CsvColumn } from '../../../ui/csv';
import { countText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import type { PlacedCategory } from './category-tree';
import type { Brand } from './queries';

const INDENT_PIXELS = 22;

/** The columns of the categories, those within others moved in. */
export const categoryColumns: ListColumns<PlacedCategory> = [
  {
    key: 'category',
    title: '分类',
    stays: true,
    render: (_, { name, depth }) => <span style={{ paddingLeft: depth * INDENT_PIXELS }}>{name}</span>,
  },
  { key: 'id', title: '编号', width: 180, dataIndex: 'category' },
  {
    key: 'goods',
    title: '在售商品',
    width: 100,
    align: 'right',
    render: (_, { skuCount }) => <span className="tp-figure">{countText(skuCount)}</span>,
  },
  { key: 'position', title: '排序', width: 80, align: 'right', dataIndex: 'position' },
];

export const brandColumns: ListColumns<Brand> = [
  { key: 'brand', title: '品牌', stays: true, dataIndex: 'name' },
  { key: 'id', title: '编号', width: 180, dataIndex: 'brandId' },
  { key: 'position', title: '排序', width: 80, align: 'right', dataIndex: 'position' },
];

/** The same lists as a spreadsheet has them. */
export const categoryCsv: readonly CsvColumn<PlacedCategory>[] = [
  { title: '编号', cell: ({ category }) => category },
  { title: '分类', cell: ({ fullName }) => fullName },
  { title: '在售商品', cell: ({ skuCount }) => skuCount },
  { title: '排序', cell: ({ position }) => position },
];
export const brandCsv: readonly CsvColumn<Brand>[] = [
  { title: '编号', cell: ({ brandId }) => brandId },
  { title: '品牌', cell: ({ name }) => name },
  { title: '排序', cell: ({ position }) => position },
];
