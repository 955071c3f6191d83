import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import type { PromotionCost } from './model';

/** What each payer bears, for one promotion. */
export const costColumns: ListColumns<PromotionCost> = [
  { key: 'payer', title: '承担方', dataIndex: 'payerName', ellipsis: true },
  { key: 'orders', title: '订单', dataIndex: 'orders', width: 64, align: 'right', className: 'tp-figure' },
  {
    key: 'shipped',
    title: '发货',
    width: 104,
    align: 'right',
    render: (_, { shippedFen }) => <Yuan fen={shippedFen} />,
  },
  {
    key: 'returned',
    title: '退回',
    width: 104,
    align: 'right',
    render: (_, { returnedFen }) => <Yuan fen={returnedFen} />,
  },
  {
    key: 'borne',
    title: '承担',
    width: 104,
    align: 'right',
    render: (_, { borneFen }) => <Yuan fen={borneFen} />,
  },
];

/** The same for many promotions. */
export const statementColumns: ListColumns<PromotionCost> = [
  { key: 'name', title: '促销', stays: true, dataIndex: 'name', ellipsis: true },
  { key: 'seller', title: '促销方', dataIndex: 'sellerName', width: 200, ellipsis: true },
  ...costColumns.map((column) => ({ ...column, ...(column.key === 'payer' && { width: 200 }) })),
];

/** The statement of costs as a spreadsheet has it. */
export const costCsv: readonly CsvColumn<PromotionCost>[] = [
  { title: '促销编号', cell: ({ promotionId }) => promotionId },
  { title: '促销', cell: ({ name }) => name },
  { title: '促销方', cell: ({ sellerName }) => sellerName },
  { title: '承担方', cell: ({ payerName }) => payerName },
  { title: '订单数', cell: ({ orders }) => orders },
  yuanColumn('发货费用', ({ shippedFen }) => shippedFen),
  yuanColumn('退回费用', ({ returnedFen }) => returnedFen),
  yuanColumn('承担费用', ({ borneFen }) => borneFen),
];
