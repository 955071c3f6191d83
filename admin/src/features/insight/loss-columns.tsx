import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import { countCell } from './figure-cell';
import type { LossRow } from './queries';

const lossFenOf = ({ lossFen, unvaluedSkus, baseUnit }: LossRow) =>
  baseUnit !== '' && unvaluedSkus > 0 ? null : lossFen;

const worth: ListColumns<LossRow> = [
  {
    key: 'lossFen',
    title: '损耗估值',
    width: 148,
    align: 'right',
    render: (_, row) => {
      const fen = lossFenOf(row);
      return fen === null ? <span className="tp-muted">期间无销售</span> : <Yuan fen={fen} strong />;
    },
  },
];

/** What of our own stock was destroyed, by SKU. */
export const skuLossColumns: ListColumns<LossRow> = [
  { key: 'name', title: '商品', stays: true, ellipsis: true, dataIndex: 'name' },
  ...worth,
  {
    key: 'destroyed',
    title: '销毁数量',
    width: 140,
    align: 'right',
    render: (_, { destroyed, baseUnit }) => countCell(destroyed, baseUnit),
  },
  {
    key: 'expired',
    title: '其中过期',
    width: 140,
    align: 'right',
    render: (_, { expired, baseUnit }) => countCell(expired, baseUnit),
  },
];

/** What distributors destroyed; units of several SKUs are not added up. */
export const ownerLossColumns: ListColumns<LossRow> = [
  { key: 'name', title: '经销商', stays: true, ellipsis: true, dataIndex: 'name' },
  ...worth,
  {
    key: 'unvalued',
    title: '未估值品项',
    width: 128,
    align: 'right',
    render: (_, { unvaluedSkus }) => countCell(unvaluedSkus),
  },
];

export const skuLossCsv: readonly CsvColumn<LossRow>[] = [
  { title: '商品', cell: ({ name }) => name },
  yuanColumn('损耗估值', lossFenOf),
  { title: '销毁数量', cell: ({ destroyed }) => destroyed },
  { title: '其中过期', cell: ({ expired }) => expired },
  { title: '单位', cell: ({ baseUnit }) => baseUnit },
];

export const ownerLossCsv: readonly CsvColumn<LossRow>[] = [
  { title: '经销商', cell: ({ name }) => name },
  yuanColumn('损耗估值', lossFenOf),
  { title: '未估值品项', cell: ({ unvaluedSkus }) => unvaluedSkus },
];
