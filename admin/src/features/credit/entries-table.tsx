import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { whenText, yuanText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { When } from '../../ui/when';
import { useEntries, type CreditAccount, type CreditEntry } from './queries';

const change = (key: string, title: string, fen: (entry: CreditEntry) => number) => ({
  key,
  title,
  width: 118,
  align: 'right' as const,
  render: (_: unknown, entry: CreditEntry) => {
    const amountFen = fen(entry);
    if (amountFen === 0) return <span className="tp-faint">—</span>;
    return (
      <span className={`tp-figure ${amountFen < 0 ? 'tp-success' : ''}`}>
        {amountFen > 0 && '+'}
        {yuanText(amountFen)}
      </span>
    );
  },
});

const entryColumns: ListColumns<CreditEntry> = [
  { key: 'at', title: '时间', stays: true, width: 140, render: (_, entry) => <When at={entry.at} /> },
  { key: 'title', title: '事项', dataIndex: 'title' },
  change('held', '占用', (entry) => entry.heldFen),
  change('shipped', '在途', (entry) => entry.shippedFen),
  change('receivable', '应收', (entry) => entry.receivableFen),
  change('unapplied', '未核销', (entry) => entry.unappliedFen),
  {
    key: 'document',
    title: '单据',
    dataIndex: 'documentId',
    width: 150,
    ellipsis: true,
    className: 'tp-muted tp-small',
  },
];

/** The ledger as a spreadsheet has it. */
export const entryCsv: readonly CsvColumn<CreditEntry>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '事项', cell: ({ title }) => title },
  yuanColumn('占用变动', ({ heldFen }) => heldFen),
  yuanColumn('在途变动', ({ shippedFen }) => shippedFen),
  yuanColumn('应收变动', ({ receivableFen }) => receivableFen),
  yuanColumn('未核销变动', ({ unappliedFen }) => unappliedFen),
  { title: '单据', cell: ({ documentId }) => documentId },
];

/** The ledger of one account, newest first. */
export function EntriesTable({ account }: { account: CreditAccount }) {
  const pages = useInnerPages();
  const entries = useEntries(account, pages.cursor);
  return (
    <PagedTable
      name="credit-entries"
      list={entries}
      pages={pages}
      rowKey={(entry) => entry.entryId}
      columns={entryColumns}
      minWidth={820}
      empty={<EmptyHint title="还没有流水" hint="下单占用、发货、签收、回款都会在这里留下一行。" />}
    />
  );
}
