import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import { type Bucket, buckets, lateFen, owedFen } from './ageing-option';
import type { CustomerAgeing } from './queries';

const bucketColumn = ({ key, name }: { key: Bucket; name: string }) => ({
  key,
  title: name,
  width: 128,
  align: 'right' as const,
  render: (_: unknown, row: CustomerAgeing) => (
    <Yuan fen={row[key]} tone={row[key] === 0 ? 'muted' : key === 'over90Fen' ? 'danger' : undefined} />
  ),
});

/** The columns of what customers owe by age. */
export const ageingColumns: ListColumns<CustomerAgeing> = [
  {
    key: 'buyer',
    title: '客户',
    stays: true,
    render: (_, row) => (
      <Link className="tp-link" to={`/credit/${row.buyerId}`}>
        {row.buyerName}
      </Link>
    ),
  },
  {
    key: 'owed',
    title: '应收合计',
    width: 132,
    align: 'right',
    render: (_, row) => <Yuan fen={owedFen(row)} strong />,
  },
  {
    key: 'late',
    title: '逾期合计',
    width: 132,
    align: 'right',
    render: (_, row) => <Yuan fen={lateFen(row)} strong tone={lateFen(row) > 0 ? 'danger' : 'muted'} />,
  },
  ...buckets.map(bucketColumn),
];

/** The same table as a spreadsheet has it. */
export const ageingCsv: readonly CsvColumn<CustomerAgeing>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  yuanColumn('应收合计', owedFen),
  yuanColumn('逾期合计', lateFen),
  ...buckets.map(({ key, name }) => yuanColumn<CustomerAgeing>(name, (row) => row[key])),
];
