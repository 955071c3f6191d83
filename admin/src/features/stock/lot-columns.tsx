import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { countText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { freshnessOf, type Freshness } from './freshness';
import type { Lot } from './queries';

const freshnesses: Record<Freshness, { name: string; color: string }> = {
  fresh: { name: '新鲜', color: 'green' },
  ageing: { name: '不足 1/3', color: 'orange' },
  urgent: { name: '临期', color: 'red' },
  expired: { name: '已过期', color: 'default' },
};

const qualities: Record<Lot['quality'], { name: string; color: string }> = {
  available: { name: '可用', color: 'green' },
  inspection: { name: '待检', color: 'blue' },
  damaged: { name: '破损', color: 'volcano' },
  blocked: { name: '冻结', color: 'red' },
  expired: { name: '过期', color: 'default' },
};

const figure = (count: number, strong = false) => (
  <span className={`tp-figure ${strong ? 'tp-strong' : ''}`}>{countText(count)}</span>
);

/** The columns of the lots table. */
export const lotColumns: ListColumns<Lot> = [
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 132, className: 'tp-figure' },
  { key: 'warehouse', title: '仓库', dataIndex: 'warehouseName', width: 132, ellipsis: true },
  { key: 'producedOn', title: '生产日期', dataIndex: 'producedOn', width: 100, className: 'tp-figure' },
  { key: 'expiresOn', title: '到期日', dataIndex: 'expiresOn', width: 100, className: 'tp-figure' },
  {
    key: 'remaining',
    title: '剩余天数',
    width: 136,
    align: 'right',
    render: (_, lot) => {
      const { name, color } = freshnesses[freshnessOf(lot)];
      return (
        <>
          {figure(lot.remainingDays, true)} <Tag color={color}>{name}</Tag>
        </>
      );
    },
  },
  {
    key: 'quality',
    title: '质量',
    width: 76,
    render: (_, lot) => <Tag color={qualities[lot.quality].color}>{qualities[lot.quality].name}</Tag>,
  },
  {
    key: 'onHand',
    title: '在库',
    width: 118,
    align: 'right',
    render: (_, lot) => (
      <>
        <div>{figure(lot.onHand, true)}</div>
        <div className="tp-muted tp-small">{lot.mixedUnits}</div>
      </>
    ),
  },
  { key: 'reserved', title: '占用', width: 84, align: 'right', render: (_, lot) => figure(lot.reserved) },
  {
    key: 'free',
    title: '未占用',
    width: 88,
    align: 'right',
    render: (_, lot) => figure(lot.onHand - lot.reserved, true),
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
  { title: '质量', cell: (lot) => qualities[lot.quality].name },
  { title: '在库', cell: (lot) => lot.onHand },
  { title: '占用', cell: (lot) => lot.reserved },
  { title: '未占用', cell: (lot) => lot.onHand - lot.reserved },
];
