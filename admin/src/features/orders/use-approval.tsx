import { App } from 'antd';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import { isTransient } from '../../api';
import { ProblemDetails, problemTitle } from '../../ui/problem-view';
import { useApprove } from './commands';
import { FindingList } from './finding-list';
import type { Order, OrderSummary } from './model';

type Decided = Pick<OrderSummary, 'orderId' | 'number'>;

const cancelledQuantity = (order: Order) => order.lines.reduce((sum, line) => sum + line.cancelled, 0);

/** Tells what became of an approved order: approving only reruns the checks, and they may say no again. */
function useOutcome() {
  const { message, notification } = App.useApp();
  return (order: Order) => {
    const findings = <FindingList findings={order.findings} />;
    if (order.state === 'held') {
      notification.warning({
        title: `${order.number} 仍待审核`,
        description: (
          <div data-testid="still-held">
            <p className="tp-muted">已重新审单，还有未解决的问题，订单留在队列中：</p>
            {findings}
          </div>
        ),
        duration: 0,
      });
    } else if (order.state === 'rejected') {
      notification.error({ title: `${order.number} 重新审单后被驳回`, description: findings, duration: 0 });
    } else {
      const cancelled = cancelledQuantity(order);
      message.success(`${order.number} 已通过${cancelled > 0 ? `，缺货的 ${cancelled} 件已从订单取消` : ''}`);
    }
  };
}

/**
 * Approving, with the outcome told. Each intended approval keeps its command id until the server has
 * answered it, so a second click or a retry after a lost answer decides nothing twice.
 */
export function useApproval() {
  const { notification } = App.useApp();
  const approveOrder = useApprove();
  const tell = useOutcome();
  const commandIds = useRef(new Map<string, string>());
  const running = useRef(new Set<string>());
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  /** Approves, overruling the rules in `accept`; true when the server answered, whatever it said. */
  const approve = async ({ orderId, number }: Decided, accept: string[]) => {
    if (running.current.has(orderId)) return false;
    running.current.add(orderId);
    setPending(new Set(running.current));
    const intent = `${orderId} ${[...accept].sort().join()}`;
    const commandId = commandIds.current.get(intent) ?? ulid();
    commandIds.current.set(intent, commandId);
    try {
      tell(await approveOrder({ orderId, commandId, accept }));
      commandIds.current.delete(intent);
      return true;
    } catch (error) {
      if (!isTransient(error)) commandIds.current.delete(intent);
      notification.error({
        title: `${number}：${problemTitle(error)}`,
        description: (
          <div data-testid="approve-problem">
            <ProblemDetails error={error} repeatable />
          </div>
        ),
        duration: 10,
      });
      return false;
    } finally {
      running.current.delete(orderId);
      setPending(new Set(running.current));
    }
  };

  return { pending, approve };
}
