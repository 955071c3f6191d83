import { Tag } from 'antd';
import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import type { Receipt } from '../queries';

/** The columns of what paid the bills of an account. */
export const receiptColumns: ListColumns<Receipt> = [
  { key: 'at', title: '时间', stays: true, width: 144, render: (_, { at }) => <When at={at} /> },
  {
    key: 'kind',
    title: '类别',
    width: 110,
    render: (_, { title, reversesId }) => <Tag color={reversesId ? 'red' : 'default'}>{title}</Tag>,
  },
  {
    key: 'amount',
    title: '金额',
    width: 128,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong tone={amountFen < 0 ? 'danger' : undefined} />,
  },
  {
    key: 'open',
    title: '未核销',
    width: 128,
    align: 'right',
    render: (_, { openFen }) => <Yuan fen={openFen} tone={openFen === 0 ? 'muted' : undefined} />,
  },
  {
    key: 'reason',
    title: '说明',
    ellipsis: true,
    render: (_, { reason }) => reason || <span className="tp-faint">—</span>,
  },
  {
    key: 'receipt',
    title: '单据号',
    width: 150,
    ellipsis: true,
    className: 'tp-muted tp-small',
    dataIndex: 'receiptId',
  },
];

/** The same table as a spreadsheet has it. */
export const receiptCsv: readonly CsvColumn<Receipt>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '类别', cell: ({ title }) => title },
  yuanColumn('金额', ({ amountFen }) => amountFen),
  yuanColumn('未核销', ({ openFen }) => openFen),
  { title: '说明', cell: ({ reason }) => reason },
  { title: '单据号', cell: ({ receiptId }) => receiptId },
];
