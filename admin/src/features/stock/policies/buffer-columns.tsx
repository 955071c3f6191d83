import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { Figure } from '../figure';
import type { Buffer } from './queries';

const warehouseText = ({ warehouseName }: Buffer) => warehouseName ?? '全部仓库合计';

/** The columns of what is kept back. */
export const bufferColumns: ListColumns<Buffer> = [
  {
    key: 'goods',
    title: '商品',
    stays: true,
    render: (_, { skuName, skuId }) => (
      <>
        {skuName} <span className="tp-figure tp-muted">{skuId}</span>
      </>
    ),
  },
  { key: 'warehouse', title: '仓库', width: 260, render: (_, buffer) => warehouseText(buffer) },
  {
    key: 'quantity',
    title: '保留数量',
    width: 160,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
];

/** The same list as a spreadsheet has it. */
export const bufferCsv: readonly CsvColumn<Buffer>[] = [
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '仓库', cell: warehouseText },
  { title: '保留数量（最小单位）', cell: ({ quantity }) => quantity },
];
