import type { TableProps } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { yuanPlain } from '../../ui/format';
import { Yuan } from '../../ui/yuan';
import type { PromotionCost } from './model';

/** What each payer bears, for one promotion. */
export const costColumns: NonNullable<TableProps<PromotionCost>['columns']> = [
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
export const statementColumns: NonNullable<TableProps<PromotionCost>['columns']> = [
  { key: 'name', title: '促销', dataIndex: 'name', ellipsis: true },
  { key: 'seller', title: '促销方', dataIndex: 'sellerName', width: 200, ellipsis: true },
  ...costColumns.map((column) => ({ ...column, ...(column.title === '承担方' && { width: 200 }) })),
];

const yuan = (fen: number) => Number(yuanPlain(fen));

/** The statement of costs as a spreadsheet has it. */
export const costCsv: readonly CsvColumn<PromotionCost>[] = [
  { title: '促销编号', cell: ({ promotionId }) => promotionId },
  { title: '促销', cell: ({ name }) => name },
  { title: '促销方', cell: ({ sellerName }) => sellerName },
  { title: '承担方', cell: ({ payerName }) => payerName },
  { title: '订单数', cell: ({ orders }) => orders },
  { title: '发货费用（元）', cell: ({ shippedFen }) => yuan(shippedFen) },
  { title: '退回费用（元）', cell: ({ returnedFen }) => yuan(returnedFen) },
  { title: '承担费用（元）', cell: ({ borneFen }) => yuan(borneFen) },
];
