import { Tag } from 'antd';
import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import { countText, whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import type { Reminder, StepChange } from '../queries';
import { stepWords } from '../words';

const StepTag = ({ step }: { step: StepChange['toStep'] }) => (
  <Tag color={stepWords[step].color}>{stepWords[step].text}</Tag>
);

const buyer = {
  key: 'buyer',
  title: '客户',
  stays: true,
  render: (_: unknown, { buyerId, buyerName }: { buyerId: string; buyerName: string }) => (
    <Link className="tp-link" to={`/credit/${buyerId}`}>
      {buyerName}
    </Link>
  ),
};
const late = [
  {
    key: 'overdueDays',
    title: '最长逾期',
    width: 100,
    align: 'right' as const,
    render: (_: unknown, { overdueDays }: { overdueDays: number }) => (
      <span className="tp-figure">{countText(overdueDays)} 天</span>
    ),
  },
  {
    key: 'overdue',
    title: '逾期金额',
    width: 140,
    align: 'right' as const,
    render: (_: unknown, { overdueFen }: { overdueFen: number }) => <Yuan fen={overdueFen} strong />,
  },
];

/** The columns of steps that customers took on the ladder. */
export const stepChangeColumns: ListColumns<StepChange> = [
  buyer,
  {
    key: 'step',
    title: '阶梯变化',
    width: 220,
    render: (_, { fromStep, toStep }) => (
      <span className="tag-row">
        <StepTag step={fromStep} />→<StepTag step={toStep} />
      </span>
    ),
  },
  ...late,
  { key: 'foundOn', title: '日期', width: 112, dataIndex: 'foundOn', className: 'tp-figure' },
];

/** The same table as a spreadsheet has it. */
export const stepChangeCsv: readonly CsvColumn<StepChange>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '原阶梯', cell: ({ fromStep }) => stepWords[fromStep].text },
  { title: '新阶梯', cell: ({ toStep }) => stepWords[toStep].text },
  { title: '最长逾期天数', cell: ({ overdueDays }) => overdueDays },
  yuanColumn('逾期金额', ({ overdueFen }) => overdueFen),
  { title: '日期', cell: ({ foundOn }) => foundOn },
];

/** The columns of reminders of what is overdue. */
export const reminderColumns: ListColumns<Reminder> = [
  buyer,
  { key: 'step', title: '阶梯', width: 110, render: (_, { step }) => <StepTag step={step} /> },
  ...late,
  { key: 'remindOn', title: '提醒日', width: 112, dataIndex: 'remindOn', className: 'tp-figure' },
  {
    key: 'sentAt',
    title: '发出时间',
    width: 144,
    render: (_, { sentAt }) => (sentAt ? <When at={sentAt} /> : <span className="tp-muted">未发出</span>),
  },
];

/** The same table as a spreadsheet has it. */
export const reminderCsv: readonly CsvColumn<Reminder>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '阶梯', cell: ({ step }) => stepWords[step].text },
  { title: '最长逾期天数', cell: ({ overdueDays }) => overdueDays },
  yuanColumn('逾期金额', ({ overdueFen }) => overdueFen),
  { title: '提醒日', cell: ({ remindOn }) => remindOn },
  { title: '发出时间', cell: ({ sentAt }) => (sentAt ? whenText(sentAt) : '') },
];
