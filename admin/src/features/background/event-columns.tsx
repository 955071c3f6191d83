import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { Waiting, When } from '../../ui/when';
import type { WorkEvent } from './queries';
import { eventWords, queueWords } from './words';

/** The columns of events; what may be done belongs to the table. */
export const eventColumns: ListColumns<WorkEvent> = [
  {
    key: 'event',
    title: '事件',
    stays: true,
    width: 250,
    render: (_, { title, aggregate }) => (
      <>
        <div>{title}</div>
        <div className="tp-muted tp-small tp-figure">{aggregate}</div>
      </>
    ),
  },
  {
    key: 'stage',
    title: '状态',
    width: 110,
    render: (_, { stage, eventId }) => (
      <StateTag state={stage} words={eventWords[stage]} testId={`event-stage-${eventId}`} />
    ),
  },
  { key: 'at', title: '发生时间', width: 144, render: (_, { at }) => <When at={at} /> },
  { key: 'age', title: '已过', width: 120, render: (_, { at }) => <Waiting since={at} /> },
  { key: 'tries', title: '已试', width: 64, align: 'right', dataIndex: 'tries', className: 'tp-figure' },
  {
    key: 'error',
    title: '最近错误',
    ellipsis: true,
    render: (_, event) => event.error || <span className="tp-faint">{queueWords(event) || '—'}</span>,
  },
];

/** The same table as a spreadsheet has it. */
export const eventCsv: readonly CsvColumn<WorkEvent>[] = [
  { title: '事件', cell: ({ title }) => title },
  { title: '名称', cell: ({ name }) => name },
  { title: '对象', cell: ({ aggregate }) => aggregate },
  { title: '状态', cell: ({ stage }) => eventWords[stage].text },
  { title: '发生时间', cell: ({ at }) => whenText(at) },
  { title: '下次重试', cell: ({ nextAt }) => (nextAt === null ? '' : whenText(nextAt)) },
  { title: '已试次数', cell: ({ tries }) => tries },
  { title: '排队', cell: (event) => queueWords(event) },
  { title: '最近错误', cell: ({ error }) => error },
  { title: '编号', cell: ({ eventId }) => eventId },
];
