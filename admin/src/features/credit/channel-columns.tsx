import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { countText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import type { SellerCredit } from './queries';

const money = (key: string, title: string, fen: (row: SellerCredit) => number) => ({
  key,
  title,
  width: 140,
  align: 'right' as const,
  render: (_: unknown, row: SellerCredit) => (
    <Yuan fen={fen(row)} tone={fen(row) === 0 ? 'muted' : key === 'overdue' ? 'danger' : undefined} />
  ),
});

/** The columns of the channel: every seller with what it has given and is owed. */
export const channelColumns: ListColumns<SellerCredit> = [
  { key: 'seller', title: '供货方', stays: true, dataIndex: 'sellerName' },
  {
    key: 'accounts',
    title: '信用客户',
    width: 96,
    align: 'right',
    render: (_, row) => <span className="tp-figure">{countText(row.accounts)}</span>,
  },
  money('limit', '授信总额', ({ limitFen }) => limitFen),
  money('exposure', '已占用', ({ exposureFen }) => exposureFen),
  money('receivable', '应收', ({ receivableFen }) => receivableFen),
  money('overdue', '逾期', ({ overdueFen }) => overdueFen),
];

/** The same table as a spreadsheet has it. */
export const channelCsv: readonly CsvColumn<SellerCredit>[] = [
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '信用客户', cell: ({ accounts }) => accounts },
  yuanColumn('授信总额', ({ limitFen }) => limitFen),
  yuanColumn('已占用', ({ exposureFen }) => exposureFen),
  yuanColumn('应收', ({ receivableFen }) => receivableFen),
  yuanColumn('逾期', ({ overdueFen }) => overdueFen),
];
