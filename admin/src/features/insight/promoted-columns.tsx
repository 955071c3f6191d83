import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import { shareText } from './compare';
import { countCell, wayIn } from './figure-cell';
import type { PromotedRow } from './queries';
import { returnText } from './turn-days';

/** What a promotion brought beside what it cost; each name leads to its orders. */
export const promotedColumns = (
  isChannel: boolean,
  ordersOf: (key: string) => string,
): ListColumns<PromotedRow> => [
  {
    key: 'name',
    title: '促销',
    stays: true,
    ellipsis: true,
    render: (_, { key, name }) => wayIn(name, ordersOf(key)),
  },
  ...(isChannel
    ? [
        {
          key: 'seller',
          title: '经销商',
          width: 200,
          ellipsis: true,
          render: (_: unknown, { sellerName }: PromotedRow) => sellerName,
        },
      ]
    : []),
  {
    key: 'kept',
    title: '活动订单金额',
    width: 148,
    align: 'right',
    render: (_, { keptFen }) => <Yuan fen={keptFen} strong />,
  },
  {
    key: 'orders',
    title: '活动订单',
    width: 104,
    align: 'right',
    render: (_, { keptOrders }) => countCell(keptOrders),
  },
  {
    key: 'cost',
    title: '已入账费用',
    width: 140,
    align: 'right',
    render: (_, { costFen }) => <Yuan fen={costFen} />,
  },
  {
    key: 'share',
    title: '费销比',
    width: 96,
    align: 'right',
    render: (_, { costFen, keptFen }) => shareText(costFen, keptFen),
  },
  {
    key: 'return',
    title: '投入产出比',
    width: 112,
    align: 'right',
    render: (_, { costFen, keptFen }) => returnText(keptFen, costFen),
  },
];

export const promotedCsv: readonly CsvColumn<PromotedRow>[] = [
  { title: '促销', cell: ({ name }) => name },
  { title: '卖方', cell: ({ sellerName }) => sellerName },
  yuanColumn('活动订单金额', ({ keptFen }) => keptFen),
  { title: '活动订单', cell: ({ keptOrders }) => keptOrders },
  yuanColumn('已入账费用', ({ costFen }) => costFen),
];
