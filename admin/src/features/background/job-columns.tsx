import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { useNow } from '../../ui/use-now';
import { Waiting, When } from '../../ui/when';
import type { Job } from './queries';
import { jobWords } from './words';

/** How long a job has been due; what has still to come has waited for nothing. */
function Age({ job: { stage, runAt, dueAt } }: { job: Job }) {
  const nowMs = useNow();
  if (stage === 'waiting' && Date.parse(runAt) > nowMs) return <span className="tp-muted">未到时间</span>;
  return <Waiting since={dueAt} />;
}

/** The columns of jobs; what may be done belongs to the table. */
export const jobColumns: ListColumns<Job> = [
  {
    key: 'job',
    title: '任务',
    stays: true,
    width: 230,
    render: (_, { title, name }) => (
      <>
        <div>{title}</div>
        <div className="tp-muted tp-small">{name}</div>
      </>
    ),
  },
  {
    key: 'stage',
    title: '状态',
    width: 110,
    render: (_, { stage, jobId }) => (
      <StateTag state={stage} words={jobWords[stage]} testId={`job-stage-${jobId}`} />
    ),
  },
  { key: 'dueAt', title: '应运行', width: 144, render: (_, { dueAt }) => <When at={dueAt} /> },
  { key: 'age', title: '已过', width: 120, render: (_, job) => <Age job={job} /> },
  { key: 'tries', title: '已试', width: 64, align: 'right', dataIndex: 'tries', className: 'tp-figure' },
  {
    key: 'error',
    title: '最近错误',
    ellipsis: true,
    render: (_, { error }) => error || <span className="tp-faint">—</span>,
  },
];

/** The same table as a spreadsheet has it. */
export const jobCsv: readonly CsvColumn<Job>[] = [
  { title: '任务', cell: ({ title }) => title },
  { title: '名称', cell: ({ name }) => name },
  { title: '任务键', cell: ({ key }) => key },
  { title: '状态', cell: ({ stage }) => jobWords[stage].text },
  { title: '应运行', cell: ({ dueAt }) => whenText(dueAt) },
  { title: '下次运行', cell: ({ stage, runAt }) => (stage === 'dead' ? '' : whenText(runAt)) },
  { title: '停止时间', cell: ({ endedAt }) => (endedAt === null ? '' : whenText(endedAt)) },
  { title: '已试次数', cell: ({ tries }) => tries },
  { title: '最近错误', cell: ({ error }) => error },
  { title: '编号', cell: ({ jobId }) => jobId },
];
