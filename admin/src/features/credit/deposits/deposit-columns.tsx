import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { Yuan } from '../../../ui/yuan';
import type { Deposit } from '../queries';
import { depositKinds } from '../words';

const money = (key: string, title: string, fen: (deposit: Deposit) => number) => ({
  key,
  title,
  width: 140,
  align: 'right' as const,
  render: (_: unknown, deposit: Deposit) => (
    <Yuan fen={fen(deposit)} strong={key === 'free'} tone={fen(deposit) === 0 ? 'muted' : undefined} />
  ),
});

/** The columns of deposits, the first one given by the screen. */
export const depositColumns: ListColumns<Deposit> = [
  { key: 'kind', title: '款项', width: 130, render: (_, { kind }) => depositKinds[kind] },
  money('balance', '余额', ({ balanceFen }) => balanceFen),
  money('held', '订单占用', ({ heldFen }) => heldFen),
  money('free', '可用', ({ freeFen }) => freeFen),
];

/** The same table as a spreadsheet has it. */
export const depositCsv: readonly CsvColumn<Deposit>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '款项', cell: ({ kind }) => depositKinds[kind] },
  yuanColumn('余额', ({ balanceFen }) => balanceFen),
  yuanColumn('订单占用', ({ heldFen }) => heldFen),
  yuanColumn('可用', ({ freeFen }) => freeFen),
];
