import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';
import { jobDetails } from './details';
import { DetailsDrawer } from './details-drawer';
import { jobColumns } from './job-columns';
import { useJobs, type Job, type WorkFilter } from './queries';
import { RetryJobDialog } from './retry-dialogs';
import { RowActions } from './row-actions';

/** Jobs that are not done, those first that should have run first. */
export function JobTable({ filter }: { filter: WorkFilter<Job['stage']> }) {
  const pages = useCursorPages();
  const jobs = useJobs(filter, pages.cursor);
  const [retried, setRetried] = useState<Job | null>(null);
  const [shown, setShown] = useState<Job | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 110,
    fixed: 'right' as const,
    render: (_: unknown, job: Job) => (
      <RowActions
        testId={job.jobId}
        onDetails={() => setShown(job)}
        onRetry={job.stage === 'dead' ? () => setRetried(job) : null}
      />
    ),
  };
  return (
    <>
      <PagedTable
        name="jobs"
        list={jobs}
        pages={pages}
        rowKey={({ jobId }) => jobId}
        tools={<ViewMenu list="work" />}
        columns={[...jobColumns, actions]}
        minWidth={1000}
        empty={
          filter.stage === 'dead' ? (
            <EmptyHint
              title="没有停止的任务"
              hint="一个任务试过几次都失败后会停在这里，由人排除原因后重试；现在一个也没有。"
            />
          ) : (
            <EmptyHint
              title="没有符合条件的任务"
              hint="任务完成后不再显示。没有待运行的任务，说明该做的都做完了。"
            />
          )
        }
      />
      <DetailsDrawer details={shown && jobDetails(shown)} onClose={() => setShown(null)} />
      <RetryJobDialog subject={retried} onClose={() => setRetried(null)} />
    </>
  );
}
