import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import { shareText } from './compare';
import { countCell, wayIn } from './figure-cell';
import type { GoodsRow, NamedFigures, RangeRow } from './queries';

/** Sums of orders by what they have in common; each name leads to its orders. */
export const figureColumns = (
  title: string,
  totalFen: number,
  ordersOf: (key: string) => string,
): ListColumns<NamedFigures> => [
  {
    key: 'name',
    title,
    stays: true,
    ellipsis: true,
    render: (_, { key, name }) => wayIn(name, ordersOf(key)),
  },
  {
    key: 'kept',
    title: '有效金额',
    width: 148,
    align: 'right',
    render: (_, { keptFen }) => <Yuan fen={keptFen} strong />,
  },
  {
    key: 'share',
    title: '占比',
    width: 88,
    align: 'right',
    render: (_, { keptFen }) => shareText(keptFen, totalFen),
  },
  {
    key: 'keptOrders',
    title: '有效订单',
    width: 104,
    align: 'right',
    render: (_, { keptOrders }) => countCell(keptOrders),
  },
  { key: 'orders', title: '下单数', width: 96, align: 'right', render: (_, { orders }) => countCell(orders) },
  {
    key: 'touchless',
    title: '自动通过率',
    width: 112,
    align: 'right',
    render: (_, { touchlessOrders, orders }) => shareText(touchlessOrders, orders),
  },
];

export const figureCsv = (title: string): readonly CsvColumn<NamedFigures>[] => [
  { title, cell: ({ name }) => name },
  yuanColumn('有效金额', ({ keptFen }) => keptFen),
  { title: '有效订单', cell: ({ keptOrders }) => keptOrders },
  { title: '下单数', cell: ({ orders }) => orders },
  { title: '自动通过', cell: ({ touchlessOrders }) => touchlessOrders },
];

export const goodsColumns = (ordersOf: (key: string) => string): ListColumns<GoodsRow> => [
  {
    key: 'goods',
    title: '商品',
    stays: true,
    ellipsis: true,
    render: (_, { key, name }) => wayIn(name, ordersOf(key)),
  },
  {
    key: 'kept',
    title: '有效金额',
    width: 148,
    align: 'right',
    render: (_, { keptFen }) => <Yuan fen={keptFen} strong />,
  },
  {
    key: 'quantity',
    title: '订货量',
    width: 128,
    align: 'right',
    render: (_, { quantity, baseUnit }) => countCell(quantity, baseUnit),
  },
  {
    key: 'shipped',
    title: '已发货',
    width: 104,
    align: 'right',
    render: (_, { shipped }) => countCell(shipped),
  },
  {
    key: 'signed',
    title: '已签收',
    width: 104,
    align: 'right',
    render: (_, { signed }) => countCell(signed),
  },
  {
    key: 'shippedShare',
    title: '发货率',
    width: 88,
    align: 'right',
    render: (_, { shipped, quantity }) => shareText(shipped, quantity),
  },
  { key: 'orders', title: '订单数', width: 96, align: 'right', render: (_, { orders }) => countCell(orders) },
];

export const goodsCsv: readonly CsvColumn<GoodsRow>[] = [
  { title: '商品', cell: ({ name }) => name },
  yuanColumn('有效金额', ({ keptFen }) => keptFen),
  { title: '订货量', cell: ({ quantity }) => quantity },
  { title: '单位', cell: ({ baseUnit }) => baseUnit },
  { title: '已发货', cell: ({ shipped }) => shipped },
  { title: '已签收', cell: ({ signed }) => signed },
  { title: '订单数', cell: ({ orders }) => orders },
];

const noBrand = '未填品牌';

/** Goods by what they are; what several units come to is told in money alone. */
export const rangeColumns = (title: string, totalFen: number): ListColumns<RangeRow> => [
  { key: 'name', title, stays: true, ellipsis: true, render: (_, { name }) => name || noBrand },
  {
    key: 'kept',
    title: '有效金额',
    width: 148,
    align: 'right',
    render: (_, { keptFen }) => <Yuan fen={keptFen} strong />,
  },
  {
    key: 'share',
    title: '占比',
    width: 88,
    align: 'right',
    render: (_, { keptFen }) => shareText(keptFen, totalFen),
  },
  { key: 'skus', title: '动销品项', width: 112, align: 'right', render: (_, { skus }) => countCell(skus) },
  {
    key: 'orderedSkus',
    title: '订单品项数',
    width: 120,
    align: 'right',
    render: (_, { orderedSkus }) => countCell(orderedSkus),
  },
];

export const rangeCsv = (title: string): readonly CsvColumn<RangeRow>[] => [
  { title, cell: ({ name }) => name || noBrand },
  yuanColumn('有效金额', ({ keptFen }) => keptFen),
  { title: '动销品项', cell: ({ skus }) => skus },
  { title: '订单品项数', cell: ({ orderedSkus }) => orderedSkus },
];
