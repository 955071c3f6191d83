import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { eventDetails } from './details';
import { eventColumns } from './event-columns';
import { useEvents, type WorkEvent, type WorkFilter } from './queries';
import { RetryEventDialog } from './retry-dialogs';
import { WorkTable } from './work-table';

/** Events that are not delivered, in the order they were made. */
export function EventTable({ filter }: { filter: WorkFilter<WorkEvent['stage']> }) {
  const pages = useCursorPages();
  return (
    <WorkTable
      name="events"
      list={useEvents(filter, pages.cursor)}
      pages={pages}
      idOf={({ eventId }) => eventId}
      columns={eventColumns}
      detailsOf={eventDetails}
      retryDialog={(subject, onClose) => <RetryEventDialog subject={subject} onClose={onClose} />}
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
  );
}
