import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';
import { eventDetails } from './details';
import { DetailsDrawer } from './details-drawer';
import { eventColumns } from './event-columns';
import { useEvents, type WorkEvent, type WorkFilter } from './queries';
import { RetryEventDialog } from './retry-dialogs';
import { RowActions } from './row-actions';

/** Events that are not delivered, in the order they were made. */
export function EventTable({ filter }: { filter: WorkFilter<WorkEvent['stage']> }) {
  const pages = useCursorPages();
  const events = useEvents(filter, pages.cursor);
  const [retried, setRetried] = useState<WorkEvent | null>(null);
  const [shown, setShown] = useState<WorkEvent | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 110,
    fixed: 'right' as const,
    render: (_: unknown, event: WorkEvent) => (
      <RowActions
        testId={event.eventId}
        onDetails={() => setShown(event)}
        onRetry={event.stage === 'dead' ? () => setRetried(event) : null}
      />
    ),
  };
  return (
    <>
      <PagedTable
        name="events"
        list={events}
        pages={pages}
        rowKey={({ eventId }) => eventId}
        tools={<ViewMenu list="work" />}
        columns={[...eventColumns, actions]}
        minWidth={1000}
        empty={
          filter.stage === 'dead' ? (
            <EmptyHint
              title="没有停止的事件"
              hint="一个事件多次送达失败后会停在这里，并挡住同一对象后面的事件；现在一个也没有。"
            />
          ) : (
            <EmptyHint
              title="没有未送达的事件"
              hint="下单、发货、收款等事件通常几秒内送达各处，送达后不再显示。"
            />
          )
        }
      />
      <DetailsDrawer details={shown && eventDetails(shown)} onClose={() => setShown(null)} />
      <RetryEventDialog subject={retried} onClose={() => setRetried(null)} />
    </>
  );
}
