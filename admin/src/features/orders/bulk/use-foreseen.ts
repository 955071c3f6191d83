import { useQueries } from '@tanstack/react-query';
import { type Answer, api } from '../../../api';
import { problemTitle } from '../../../ui/problem-view';
import type { Plan } from './plan';

export type Foreseen = Pick<Plan, 'outcome' | 'words'>;

type Preview = Answer<'orders', 'previewApprove'>;

const outcomes: Readonly<Partial<Record<Preview['state'], Plan['outcome']>>> = {
  approved: 'approved',
  held: 'held',
  rejected: 'rejected',
};

/** What the server says that a decision would come to, in a few words. */
export function foreseenOf({ state, findings }: Preview, { accept }: Pick<Plan, 'accept'>): Foreseen {
  const outcome = outcomes[state] ?? 'leftOut';
  if (outcome === 'approved') {
    return { outcome, words: accept.length > 0 ? `放行 ${accept.length} 类问题后通过` : '复核后通过' };
  }
  if (outcome === 'rejected') return { outcome, words: '不能通过，订单结束' };
  const open = findings.filter(({ severity }) => severity !== 'notice').length;
  return { outcome, words: `仍会挂起：还有 ${open} 个问题` };
}

/**
 * What deciding each order now would come to, by the order's id: every check is run by the server and taken back.
 * What was not answered yet is not there.
 */
export function useForeseen(plans: readonly Plan[]): ReadonlyMap<string, Foreseen> {
  const asked = plans.filter(({ isMine }) => isMine);
  return useQueries({
    queries: asked.map(({ order: { orderId }, accept }) => ({
      // Not below the orders: what is asked about is not asked again because it was decided.
      queryKey: ['order-approval', orderId, ...accept],
      queryFn: () => api.orders.previewApprove({ orderId, accept: [...accept] }),
      retry: false,
      gcTime: 0,
    })),
    combine: (answers) =>
      new Map(
        asked.flatMap((plan, at): (readonly [string, Foreseen])[] => {
          const answer = answers[at];
          if (answer?.data) return [[plan.order.orderId, foreseenOf(answer.data, plan)]];
          return answer?.isError
            ? [[plan.order.orderId, { outcome: 'leftOut', words: problemTitle(answer.error) }]]
            : [];
        }),
      ),
  });
}
