import type { CsvColumn } from '../../../ui/csv';
import { countText, whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import type { Capacity } from './queries';
import { lineText } from './words';

const figure = (count: number) => <span className="tp-figure">{countText(count)}</span>;

/** The columns of what areas can absorb. */
export const capacityColumns: ListColumns<Capacity> = [
  { key: 'area', title: '区域', stays: true, dataIndex: 'areaName' },
  { key: 'line', title: '产品线', width: 140, render: (_, capacity) => lineText(capacity) },
  {
    key: 'sellOut',
    title: '30 天动销',
    width: 140,
    align: 'right',
    render: (_, { sellOutQuantity }) => figure(sellOutQuantity),
  },
  {
    key: 'target',
    title: '应有库存',
    width: 140,
    align: 'right',
    render: (_, { stockTargetQuantity }) => figure(stockTargetQuantity),
  },
  { key: 'updatedAt', title: '最近修改', width: 150, render: (_, { updatedAt }) => <When at={updatedAt} /> },
];

/** The same list as a spreadsheet has it. */
export const capacityCsv: readonly CsvColumn<Capacity>[] = [
  { title: '区域代码', cell: ({ areaCode }) => areaCode },
  { title: '区域', cell: ({ areaName }) => areaName },
  { title: '产品线', cell: lineText },
  { title: '30 天动销（最小单位）', cell: ({ sellOutQuantity }) => sellOutQuantity },
  { title: '应有库存（最小单位）', cell: ({ stockTargetQuantity }) => stockTargetQuantity },
  { title: '最近修改', cell: ({ updatedAt }) => whenText(updatedAt) },
];
