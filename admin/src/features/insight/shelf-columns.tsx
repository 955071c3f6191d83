import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { shareText } from './compare';
import { countCell } from './figure-cell';
import type { ShelfRow } from './queries';
import { turnText } from './turn-days';

const stockOut: ListColumns<ShelfRow> = [
  {
    key: 'skuDays',
    title: '在售天数',
    width: 112,
    align: 'right',
    render: (_, { skuDays }) => countCell(skuDays),
  },
  {
    key: 'stockOutDays',
    title: '缺货天数',
    width: 112,
    align: 'right',
    render: (_, { stockOutDays }) => countCell(stockOutDays),
  },
  {
    key: 'stockOutShare',
    title: '缺货率',
    width: 96,
    align: 'right',
    render: (_, { stockOutDays, skuDays }) => shareText(stockOutDays, skuDays),
  },
];

const stockOutCsv: readonly CsvColumn<ShelfRow>[] = [
  { title: '在售天数', cell: ({ skuDays }) => skuDays },
  { title: '缺货天数', cell: ({ stockOutDays }) => stockOutDays },
];

/** Our own stock by SKU. */
export const skuShelfColumns: ListColumns<ShelfRow> = [
  { key: 'name', title: '商品', stays: true, ellipsis: true, dataIndex: 'name' },
  ...stockOut,
  {
    key: 'shipped',
    title: '期间出货',
    width: 140,
    align: 'right',
    render: (_, { shipped, baseUnit }) => countCell(shipped, baseUnit),
  },
  {
    key: 'turn',
    title: '周转天数',
    width: 112,
    align: 'right',
    render: (_, { onHandDays, shipped }) => turnText(onHandDays, shipped),
  },
];

export const skuShelfCsv: readonly CsvColumn<ShelfRow>[] = [
  { title: '商品', cell: ({ name }) => name },
  ...stockOutCsv,
  { title: '期间出货', cell: ({ shipped }) => shipped },
  { title: '单位', cell: ({ baseUnit }) => baseUnit },
  { title: '周转天数', cell: ({ onHandDays, shipped }) => turnText(onHandDays, shipped) },
];

/** The stock of distributors; goods of several units are not added up. */
export const ownerShelfColumns: ListColumns<ShelfRow> = [
  { key: 'name', title: '经销商', stays: true, ellipsis: true, dataIndex: 'name' },
  ...stockOut,
  {
    key: 'due',
    title: '到期预警',
    width: 112,
    align: 'right',
    render: (_, { dueAlerts }) => countCell(dueAlerts),
  },
  {
    key: 'handled',
    title: '按时处置率',
    width: 112,
    align: 'right',
    render: (_, { handledInTime, dueAlerts }) => shareText(handledInTime, dueAlerts),
  },
];

export const ownerShelfCsv: readonly CsvColumn<ShelfRow>[] = [
  { title: '经销商', cell: ({ name }) => name },
  ...stockOutCsv,
  { title: '到期预警', cell: ({ dueAlerts }) => dueAlerts },
  { title: '按时处置', cell: ({ handledInTime }) => handledInTime },
];
