import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import { countCell, wayIn } from './figure-cell';
import type { ReturnedGoodsRow, ReturnsRow } from './queries';

/** Requests by what they have in common; each name leads to them where a list can show that. */
export const returnsColumns = (
  title: string,
  requestsOf: (key: string) => string | undefined,
): ListColumns<ReturnsRow> => [
  {
    key: 'name',
    title,
    stays: true,
    ellipsis: true,
    render: (_, { key, name }) => wayIn(name, requestsOf(key)),
  },
  {
    key: 'granted',
    title: '已退金额',
    width: 140,
    align: 'right',
    render: (_, { grantedFen }) => <Yuan fen={grantedFen} strong />,
  },
  {
    key: 'asked',
    title: '申请货值',
    width: 140,
    align: 'right',
    render: (_, { askedFen }) => <Yuan fen={askedFen} />,
  },
  {
    key: 'requests',
    title: '申请',
    width: 88,
    align: 'right',
    render: (_, { requests }) => countCell(requests),
  },
  {
    key: 'open',
    title: '处理中',
    width: 88,
    align: 'right',
    render: (_, { openRequests }) => countCell(openRequests),
  },
  {
    key: 'closed',
    title: '已完成',
    width: 88,
    align: 'right',
    render: (_, { closedRequests }) => countCell(closedRequests),
  },
  {
    key: 'refused',
    title: '已拒绝',
    width: 88,
    align: 'right',
    render: (_, { refusedRequests }) => countCell(refusedRequests),
  },
];

export const returnsCsv = (title: string): readonly CsvColumn<ReturnsRow>[] => [
  { title, cell: ({ name }) => name },
  yuanColumn('已退金额', ({ grantedFen }) => grantedFen),
  yuanColumn('申请货值', ({ askedFen }) => askedFen),
  { title: '申请', cell: ({ requests }) => requests },
  { title: '处理中', cell: ({ openRequests }) => openRequests },
  { title: '已完成', cell: ({ closedRequests }) => closedRequests },
  { title: '已拒绝', cell: ({ refusedRequests }) => refusedRequests },
];

/** What goods are asked back. */
export const returnedGoodsColumns: ListColumns<ReturnedGoodsRow> = [
  { key: 'name', title: '商品', stays: true, ellipsis: true, dataIndex: 'name' },
  {
    key: 'askedFen',
    title: '申请货值',
    width: 140,
    align: 'right',
    render: (_, { askedFen }) => <Yuan fen={askedFen} strong />,
  },
  {
    key: 'asked',
    title: '申请数量',
    width: 128,
    align: 'right',
    render: (_, { asked, baseUnit }) => countCell(asked, baseUnit),
  },
  {
    key: 'restocked',
    title: '退回可再售',
    width: 120,
    align: 'right',
    render: (_, { restocked }) => countCell(restocked),
  },
  {
    key: 'lost',
    title: '退回不可售',
    width: 120,
    align: 'right',
    render: (_, { lost }) => countCell(lost),
  },
  {
    key: 'requests',
    title: '申请',
    width: 88,
    align: 'right',
    render: (_, { requests }) => countCell(requests),
  },
];

export const returnedGoodsCsv: readonly CsvColumn<ReturnedGoodsRow>[] = [
  { title: '商品', cell: ({ name }) => name },
  yuanColumn('申请货值', ({ askedFen }) => askedFen),
  { title: '申请数量', cell: ({ asked }) => asked },
  { title: '单位', cell: ({ baseUnit }) => baseUnit },
  { title: '退回可再售', cell: ({ restocked }) => restocked },
  { title: '退回不可售', cell: ({ lost }) => lost },
  { title: '申请', cell: ({ requests }) => requests },
];
