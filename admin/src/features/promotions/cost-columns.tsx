import type { TableProps } from 'antd';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { Yuan } from '../../ui/yuan';
import type { PromotionCost } from './model';

/** What each payer bears, for one promotion. */
export const costColumns: NonNullable<TableProps<PromotionCost>['columns']> = [
  { title: '承担方', dataIndex: 'payerName', ellipsis: true },
  { title: '订单', dataIndex: 'orders', width: 64, align: 'right', className: 'tp-figure' },
  { title: '发货', width: 104, align: 'right', render: (_, { shippedFen }) => <Yuan fen={shippedFen} /> },
  { title: '退回', width: 104, align: 'right', render: (_, { returnedFen }) => <Yuan fen={returnedFen} /> },
  { title: '承担', width: 104, align: 'right', render: (_, { borneFen }) => <Yuan fen={borneFen} /> },
];

/** The statement of costs as a spreadsheet has it. */
export const costCsv: readonly CsvColumn<PromotionCost>[] = [
  { title: '促销编号', cell: ({ promotionId }) => promotionId },
  { title: '促销', cell: ({ name }) => name },
  { title: '承担方', cell: ({ payerName }) => payerName },
  { title: '订单数', cell: ({ orders }) => orders },
  yuanColumn('发货费用', ({ shippedFen }) => shippedFen),
  yuanColumn('退回费用', ({ returnedFen }) => returnedFen),
  yuanColumn('承担费用', ({ borneFen }) => borneFen),
];
