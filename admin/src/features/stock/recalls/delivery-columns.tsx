import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { Figure } from '../figure';
import { qualities } from '../words';
import type { Delivery, RecalledLot } from './queries';

/** Who was sent goods of a recall. */
export const deliveryColumns: ListColumns<Delivery> = [
  { key: 'buyer', title: '客户', stays: true, dataIndex: 'buyerName', ellipsis: true },
  { key: 'seller', title: '发货方', dataIndex: 'sellerName', width: 140, ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 140, className: 'tp-figure' },
  {
    key: 'orders',
    title: '订单数',
    width: 84,
    align: 'right',
    render: (_, { orderCount }) => <Figure count={orderCount} />,
  },
  {
    key: 'shipped',
    title: '已发',
    width: 100,
    align: 'right',
    render: (_, { shipped }) => <Figure count={shipped} strong />,
  },
  {
    key: 'accepted',
    title: '已签收',
    width: 100,
    align: 'right',
    render: (_, { accepted }) => <Figure count={accepted} />,
  },
];

/** The same as a spreadsheet has it: the list to call from. */
export const deliveryCsv: readonly CsvColumn<Delivery>[] = [
  { title: '客户编号', cell: ({ buyerId }) => buyerId },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '发货方', cell: ({ sellerName }) => sellerName },
  { title: '批号', cell: ({ lotNo }) => lotNo },
  { title: '订单数', cell: ({ orderCount }) => orderCount },
  { title: '已发', cell: ({ shipped }) => shipped },
  { title: '已签收', cell: ({ accepted }) => accepted },
];

/** Where goods of a recall still lie. */
export const recalledLotColumns: ListColumns<RecalledLot> = [
  { key: 'owner', title: '货主', stays: true, dataIndex: 'ownerName', ellipsis: true },
  { key: 'warehouse', title: '仓库', dataIndex: 'warehouseName', width: 150, ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 140, className: 'tp-figure' },
  {
    key: 'quality',
    title: '质量',
    width: 84,
    render: (_, { quality }) => (
      <StateTag state={quality} words={qualities[quality]} testId="recalled-quality" />
    ),
  },
  {
    key: 'onHand',
    title: '在库',
    width: 100,
    align: 'right',
    render: (_, { onHand }) => <Figure count={onHand} strong />,
  },
  {
    key: 'reserved',
    title: '订单占用',
    width: 100,
    align: 'right',
    render: (_, { reserved }) => <Figure count={reserved} />,
  },
];

export const recalledLotCsv: readonly CsvColumn<RecalledLot>[] = [
  { title: '货主', cell: ({ ownerName }) => ownerName },
  { title: '仓库', cell: ({ warehouseName }) => warehouseName },
  { title: '批号', cell: ({ lotNo }) => lotNo },
  { title: '质量', cell: ({ quality }) => qualities[quality].text },
  { title: '在库', cell: ({ onHand }) => onHand },
  { title: '订单占用', cell: ({ reserved }) => reserved },
];
