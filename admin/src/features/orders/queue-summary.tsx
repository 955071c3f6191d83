import { useNow } from '../../ui/use-now';
import { Yuan } from '../../ui/yuan';
import type { OrderSummary } from './model';
import { isOverdue } from './review';

/** How much waits, and how much of it too long. */
export function QueueSummary({ orders }: { orders: readonly OrderSummary[] }) {
  const nowMs = useNow();
  if (orders.length === 0) return null;
  const overdueCount = orders.filter((order) => isOverdue(order, nowMs)).length;
  return (
    <div className="queue-summary" data-testid="queue-summary">
      <span>
        待审 <b className="tp-figure">{orders.length}</b> 单
      </span>
      <span>
        合计 <Yuan fen={orders.reduce((sum, order) => sum + order.payableFen, 0)} strong />
      </span>
      {overdueCount > 0 && (
        <span className="tp-danger">
          已超时 <b className="tp-figure">{overdueCount}</b> 单
        </span>
      )}
    </div>
  );
}
