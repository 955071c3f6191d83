import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import { shareText } from './compare';
import type { ReceivableRow } from './queries';

/** What each customer or distributor owes, most first. */
export const receivableColumns = (title: string): ListColumns<ReceivableRow> => [
  { key: 'name', title, stays: true, ellipsis: true, dataIndex: 'name' },
  {
    key: 'receivable',
    title: '应收余额',
    width: 148,
    align: 'right',
    render: (_, { receivableFen }) => <Yuan fen={receivableFen} strong />,
  },
  {
    key: 'overdue',
    title: '其中逾期',
    width: 140,
    align: 'right',
    render: (_, { overdueFen }) => <Yuan fen={overdueFen} />,
  },
  {
    key: 'overdueShare',
    title: '逾期率',
    width: 96,
    align: 'right',
    render: (_, { overdueFen, receivableFen }) => shareText(overdueFen, receivableFen),
  },
  {
    key: 'over90',
    title: '逾期 90 天以上',
    width: 140,
    align: 'right',
    render: (_, { over90Fen }) => <Yuan fen={over90Fen} />,
  },
  {
    key: 'creditSales',
    title: '期间赊销额',
    width: 140,
    align: 'right',
    render: (_, { creditSalesFen }) => <Yuan fen={creditSalesFen} />,
  },
  {
    key: 'writtenOff',
    title: '期间核销',
    width: 124,
    align: 'right',
    render: (_, { writtenOffFen }) => <Yuan fen={writtenOffFen} />,
  },
];

export const receivableCsv = (title: string): readonly CsvColumn<ReceivableRow>[] => [
  { title, cell: ({ name }) => name },
  yuanColumn('应收余额', ({ receivableFen }) => receivableFen),
  yuanColumn('其中逾期', ({ overdueFen }) => overdueFen),
  yuanColumn('逾期 90 天以上', ({ over90Fen }) => over90Fen),
  yuanColumn('期间赊销额', ({ creditSalesFen }) => creditSalesFen),
  yuanColumn('期间核销', ({ writtenOffFen }) => writtenOffFen),
];
