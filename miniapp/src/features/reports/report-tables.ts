import type { TableToSave } from '@/platform/save-table';
import type { Period } from './period';
import type { BuyerFigures, GoodsFigures, SalesDay } from './queries';

const yuanOf = (fen: number) => fen / 100;
const namedBy = (what: string, { from, to }: Period) => `${what} ${from} 至 ${to}`;

const orderColumns = [
  { title: '下单数' },
  { title: '成交单数' },
  { title: '免审单数' },
  { title: '成交额（元）', decimals: 2 },
];

const orderCells = ({ orders, keptOrders, touchlessOrders, keptFen }: Omit<SalesDay, 'day'>) => [
  orders,
  keptOrders,
  touchlessOrders,
  yuanOf(keptFen),
];

/** Sales by day as they go into a workbook; amounts in yuan. */
export const dayTable = (period: Period, days: readonly SalesDay[]): TableToSave => ({
  name: namedBy('按天销售', period),
  columns: [{ title: '日期' }, ...orderColumns],
  rows: days.map((one) => [one.day, ...orderCells(one)]),
});

/** The same by customer. */
export const buyerTable = (period: Period, buyers: readonly BuyerFigures[]): TableToSave => ({
  name: namedBy('按客户销售', period),
  columns: [{ title: '客户编号' }, { title: '客户' }, ...orderColumns],
  rows: buyers.map((one) => [one.key, one.name, ...orderCells(one)]),
});

/** The same by goods; quantities in the smallest unit. */
export const goodsTable = (period: Period, goods: readonly GoodsFigures[]): TableToSave => ({
  name: namedBy('按商品销售', period),
  columns: [
    { title: '商品编号' },
    { title: '商品' },
    { title: '单位' },
    { title: '下单数' },
    { title: '订货量' },
    { title: '已发' },
    { title: '已签' },
    { title: '成交额（元）', decimals: 2 },
  ],
  rows: goods.map((one) => [
    one.key,
    one.name,
    one.baseUnit,
    one.orders,
    one.quantity,
    one.shipped,
    one.signed,
    yuanOf(one.keptFen),
  ]),
});
