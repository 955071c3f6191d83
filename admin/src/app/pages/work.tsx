import { Badge, Segmented } from 'antd';
import { eventCsv } from '../../features/background/event-columns';
import { EventTable } from '../../features/background/event-table';
import { jobCsv } from '../../features/background/job-columns';
import { JobTable } from '../../features/background/job-table';
import {
  eventPages,
  jobPages,
  useWorkOverview,
  type Job,
  type WorkEvent,
} from '../../features/background/queries';
import { WorkFilters } from '../../features/background/work-filters';
import { eventWords, jobWords } from '../../features/background/words';
import '../../features/background/work.css';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { useFilters } from '../../ui/use-filters';

type Tab = 'jobs' | 'events';

/** What an address asks for, if there is such a thing. */
const oneOf = <Stage extends string>(words: Readonly<Record<Stage, unknown>>, asked: string | null) =>
  (Object.keys(words) as Stage[]).find((stage) => stage === asked);

const label = (tab: Tab, text: string, dead: number | undefined) => ({
  value: tab,
  label: (
    <span data-testid={`tab-${tab}`}>
      {text} <Badge count={dead ?? 0} size="small" />
    </span>
  ),
});

/** 任务与事件: what the house has still to do, and what it has given up. */
export default function WorkPage() {
  const { params, choose, chooseAll } = useFilters();
  const overview = useWorkOverview();
  const { jobs, events, jobKinds = [], eventKinds = [] } = overview.data ?? {};
  const tab: Tab = params.get('tab') === 'events' ? 'events' : 'jobs';
  const name = params.get('name') ?? undefined;
  const jobStage = oneOf<Job['stage']>(jobWords, params.get('stage'));
  const eventStage = oneOf<WorkEvent['stage']>(eventWords, params.get('stage'));
  const onName = (value: string | undefined) => choose('name', value);
  const onStage = (value: string | undefined) => choose('stage', value);
  return (
    <Page
      title="任务与事件"
      hint="后台任务与待送达的事件，完成后不再显示；每 10 秒更新"
      extra={
        tab === 'jobs' ? (
          <ExportButton
            key="jobs"
            name="后台任务"
            columns={jobCsv}
            fetchPage={jobPages({ stage: jobStage, name })}
          />
        ) : (
          <ExportButton
            key="events"
            name="事件"
            columns={eventCsv}
            fetchPage={eventPages({ stage: eventStage, name })}
          />
        )
      }
    >
      {overview.error !== null && (
        <div className="page-problem">
          <ProblemView error={overview.error} onRetry={() => void overview.refetch()} />
        </div>
      )}
      <div className="tp-filters">
        <Segmented<Tab>
          aria-label="内容"
          value={tab}
          options={[label('jobs', '后台任务', jobs?.dead), label('events', '事件', events?.dead)]}
          onChange={(value) =>
            chooseAll({ tab: value === 'events' ? value : undefined, stage: undefined, name: undefined })
          }
        />
        {tab === 'jobs' ? (
          <WorkFilters
            words={jobWords}
            counts={jobs}
            kinds={jobKinds}
            stage={jobStage}
            name={name}
            onStage={onStage}
            onName={onName}
          />
        ) : (
          <WorkFilters
            words={eventWords}
            counts={events}
            kinds={eventKinds}
            stage={eventStage}
            name={name}
            onStage={onStage}
            onName={onName}
          />
        )}
      </div>
      {tab === 'jobs' ? (
        <JobTable filter={{ stage: jobStage, name }} />
      ) : (
        <EventTable filter={{ stage: eventStage, name }} />
      )}
    </Page>
  );
}
