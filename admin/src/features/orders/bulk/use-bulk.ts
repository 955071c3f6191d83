import { useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { isTransient } from '../../../api';
import { problemTitle } from '../../../ui/problem-view';
import { useApprove, useReject, useReopen } from '../commands';
import { stateNames, type Order } from '../model';
import type { BulkAction, Plan } from './plan';

/** How far one order of many is. */
export interface RowResult {
  readonly status: 'running' | 'done' | 'failed';
  readonly words: string;
  /** As it was answered; null before and after a failure. */
  readonly order: Order | null;
}

/**
 * Decides many orders one after the other. Each keeps its command id until the server has answered it, so going
 * over the rest again decides nothing twice; what has been answered is not asked again.
 */
export function useBulk() {
  const approve = useApprove();
  const reject = useReject();
  const reopen = useReopen();
  const commandIds = useRef(new Map<string, string>());
  const stopped = useRef(false);
  const [isRunning, setRunning] = useState(false);
  const [results, setResults] = useState<ReadonlyMap<string, RowResult>>(new Map());
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const tell = (orderId: string, result: RowResult) =>
    setResults((present) => new Map(present).set(orderId, result));

  const ask = async (intent: string, orderId: string, send: (commandId: string) => Promise<Order>) => {
    const commandId = commandIds.current.get(intent) ?? ulid();
    commandIds.current.set(intent, commandId);
    tell(orderId, { status: 'running', words: '处理中…', order: null });
    try {
      const order = await send(commandId);
      commandIds.current.delete(intent);
      tell(orderId, { status: 'done', words: stateNames[order.state], order });
    } catch (error) {
      if (!isTransient(error)) commandIds.current.delete(intent);
      tell(orderId, { status: 'failed', words: problemTitle(error), order: null });
    }
  };

  const decide = (action: BulkAction, { order: { orderId }, accept }: Plan, reason: string) =>
    ask(`${action} ${orderId} ${[...accept].sort().join()} ${reason}`, orderId, (commandId) =>
      action === 'approve'
        ? approve({ orderId, commandId, accept: [...accept] })
        : reject({ orderId, commandId, reason }),
    );

  /** Goes over the plans that have no answer yet, those that failed among them. */
  const run = async (action: BulkAction, plans: readonly Plan[], reason: string) => {
    if (isRunning) return;
    stopped.current = false;
    setRunning(true);
    for (const plan of plans) {
      if (stopped.current) break;
      if (!plan.isMine || results.get(plan.order.orderId)?.status === 'done') continue;
      await decide(action, plan, reason);
    }
    setRunning(false);
  };

  /** Takes back one decision: the order is audited anew and waits again where something is against it. */
  const takeBack = ({ orderId, revision }: Order) =>
    ask(`reopen ${orderId} ${revision}`, orderId, (commandId) =>
      reopen({ orderId, commandId, expectedRevision: revision, reason: '批量审核后撤回' }),
    );

  const stop = () => {
    stopped.current = true;
  };
  return { results, isRunning, run, stop, takeBack };
}
