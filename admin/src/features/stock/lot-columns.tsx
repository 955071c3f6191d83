import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { Figure } from './figure';
import type { Lot } from './queries';
import { levels, qualities } from './words';

/** The columns of the lots table. */
export const lotColumns: ListColumns<Lot> = [
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 116, className: 'tp-figure' },
  { key: 'warehouse', title: '仓库', dataIndex: 'warehouseName', width: 110, ellipsis: true },
  { key: 'producedOn', title: '生产日期', dataIndex: 'producedOn', width: 94, className: 'tp-figure' },
  { key: 'expiresOn', title: '到期日', dataIndex: 'expiresOn', width: 94, className: 'tp-figure' },
  {
    key: 'remaining',
    title: '剩余天数',
    width: 122,
    align: 'right',
    render: (_, { remainingDays, level }) => (
      <>
        <Figure count={remainingDays} strong />{' '}
        <StateTag state={level} words={levels[level]} testId="lot-level" />
      </>
    ),
  },
  {
    key: 'quality',
    title: '质量',
    width: 96,
    render: (_, { quality, recalled }) => (
      <>
        <StateTag state={quality} words={qualities[quality]} testId="lot-quality" />
        {recalled && <Tag color="red">召回</Tag>}
      </>
    ),
  },
  {
    key: 'onHand',
    title: '在库',
    width: 104,
    align: 'right',
    render: (_, lot) => (
      <>
        <div>
          <Figure count={lot.onHand} strong />
        </div>
        <div className="tp-muted tp-small">{lot.mixedUnits}</div>
      </>
    ),
  },
  {
    key: 'reserved',
    title: '占用',
    width: 70,
    align: 'right',
    render: (_, lot) => <Figure count={lot.reserved} />,
  },
  {
    key: 'free',
    title: '未占用',
    width: 72,
    align: 'right',
    render: (_, lot) => <Figure count={lot.onHand - lot.reserved} strong />,
  },
];

/** The same table as a spreadsheet has it. */
export const lotCsv: readonly CsvColumn<Lot>[] = [
  { title: '商品', cell: (lot) => lot.skuName },
  { title: '批号', cell: (lot) => lot.lotNo },
  { title: '仓库', cell: (lot) => lot.warehouseName },
  { title: '生产日期', cell: (lot) => lot.producedOn },
  { title: '到期日', cell: (lot) => lot.expiresOn },
  { title: '剩余天数', cell: (lot) => lot.remainingDays },
  { title: '效期', cell: (lot) => levels[lot.level].text },
  { title: '质量', cell: (lot) => qualities[lot.quality].text },
  { title: '召回', cell: (lot) => (lot.recalled ? '是' : '') },
  { title: '在库', cell: (lot) => lot.onHand },
  { title: '占用', cell: (lot) => lot.reserved },
  { title: '未占用', cell: (lot) => lot.onHand - lot.reserved },
];
