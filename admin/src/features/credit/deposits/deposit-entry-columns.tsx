import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import { whenText, yuanText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import type { DepositEntry } from '../queries';

const change = (key: string, title: string, fen: (entry: DepositEntry) => number) => ({
  key,
  title,
  width: 124,
  align: 'right' as const,
  render: (_: unknown, entry: DepositEntry) =>
    fen(entry) === 0 ? (
      <span className="tp-faint">—</span>
    ) : (
      <span className="tp-figure">
        {fen(entry) > 0 && '+'}
        {yuanText(fen(entry))}
      </span>
    ),
});

/** The columns of a deposit's ledger. */
export const depositEntryColumns: ListColumns<DepositEntry> = [
  { key: 'at', title: '时间', stays: true, width: 144, render: (_, { at }) => <When at={at} /> },
  { key: 'action', title: '事项', width: 100, dataIndex: 'title' },
  change('balance', '余额变动', ({ balanceFen }) => balanceFen),
  change('held', '占用变动', ({ heldFen }) => heldFen),
  { key: 'reason', title: '说明', dataIndex: 'reason', ellipsis: true },
  {
    key: 'document',
    title: '单据',
    width: 140,
    dataIndex: 'documentId',
    ellipsis: true,
    className: 'tp-muted tp-small',
  },
];

/** The same table as a spreadsheet has it. */
export const depositEntryCsv: readonly CsvColumn<DepositEntry>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '事项', cell: ({ title }) => title },
  yuanColumn('余额变动', ({ balanceFen }) => balanceFen),
  yuanColumn('占用变动', ({ heldFen }) => heldFen),
  { title: '说明', cell: ({ reason }) => reason },
  { title: '单据', cell: ({ documentId }) => documentId },
];
