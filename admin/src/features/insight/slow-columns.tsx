import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { countCell, wayIn } from './figure-cell';
import type { SlowRow } from './queries';

const shippedText = ({ lastShippedOn }: SlowRow) => lastShippedOn ?? '无出货记录';

/** What does not sell, and since when; the names of our own lead to their lots. */
export const slowColumns = (isChannel: boolean): ListColumns<SlowRow> => [
  {
    key: 'name',
    title: '商品',
    stays: true,
    ellipsis: true,
    render: (_, { skuId, name }) =>
      wayIn(name, isChannel ? undefined : `/lots?${new URLSearchParams({ sku: skuId }).toString()}`),
  },
  ...(isChannel
    ? [
        {
          key: 'owner',
          title: '经销商',
          width: 220,
          ellipsis: true,
          render: (_: unknown, { ownerName }: SlowRow) => ownerName,
        },
      ]
    : []),
  {
    key: 'onHand',
    title: '在库',
    width: 140,
    align: 'right',
    render: (_, { onHand, baseUnit }) => countCell(onHand, baseUnit),
  },
  { key: 'lastShipped', title: '最近出货', width: 128, render: (_, row) => shippedText(row) },
  { key: 'firstReceived', title: '最早入库', width: 128, dataIndex: 'firstReceivedOn' },
  { key: 'firstExpires', title: '最早到期', width: 128, dataIndex: 'firstExpiresOn' },
];

export const slowCsv: readonly CsvColumn<SlowRow>[] = [
  { title: '商品', cell: ({ name }) => name },
  { title: '货主', cell: ({ ownerName }) => ownerName },
  { title: '在库', cell: ({ onHand }) => onHand },
  { title: '单位', cell: ({ baseUnit }) => baseUnit },
  { title: '最近出货', cell: shippedText },
  { title: '最早入库', cell: ({ firstReceivedOn }) => firstReceivedOn },
  { title: '最早到期', cell: ({ firstExpiresOn }) => firstExpiresOn },
];
