import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { jobDetails } from './details';
import { jobColumns } from './job-columns';
import { type Job, useJobs, type WorkFilter } from './queries';
import { RetryJobDialog } from './retry-dialogs';
import { WorkTable } from './work-table';

/** Jobs that are not done, those first that should have run first. */
export function JobTable({ filter }: { filter: WorkFilter<Job['stage']> }) {
  const pages = useCursorPages();
  return (
    <WorkTable
      name="jobs"
      list={useJobs(filter, pages.cursor)}
      pages={pages}
      idOf={({ jobId }) => jobId}
      columns={jobColumns}
      detailsOf={jobDetails}
      retryDialog={(subject, onClose) => <RetryJobDialog subject={subject} onClose={onClose} />}
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
  );
}
