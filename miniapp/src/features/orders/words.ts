import type { Tone } from '@/ui/tag';
import type { Order, OrderState } from './queries';

/** The states of an order in the order a day goes through them, and how each is said. */
export const stateWords: Record<
  OrderState,
  { readonly text: string; readonly tone: Tone; readonly story: string }
> = {
  held: { text: '待审核', tone: 'warn', story: '订单在等审核，原因和办法见下' },
  approved: { text: '已通过', tone: 'success', story: '货已预留，等待仓库备货' },
  picking: { text: '拣货中', tone: 'brand', story: '仓库正在备货' },
  shipped: { text: '已发货', tone: 'brand', story: '货已发出，等待签收' },
  signed: { text: '已签收', tone: 'success', story: '已签收，账单已生成' },
  completed: { text: '已完成', tone: 'quiet', story: '货已全部签收，货款见账单' },
  rejected: { text: '已驳回', tone: 'danger', story: '订单未通过，原因见下' },
  cancelled: { text: '已取消', tone: 'quiet', story: '订单已取消，库存和额度已释放' },
  shortClosed: { text: '已关闭', tone: 'quiet', story: '未发的部分不再发货' },
};

/** A held order that only its money keeps. */
export const waitingForMoneyWords = {
  text: '待付款',
  tone: 'warn',
  story: '付款后自动通过审核；过时未付款的订单可能取消',
} as const;

/** Whether nothing but its payment holds an order. */
export function isWaitingForMoney({ state, holds }: Pick<Order, 'state' | 'holds'>) {
  const open = holds.filter(({ status }) => status === 'open');
  return state === 'held' && open.length > 0 && open.every(({ kind }) => kind === 'payment');
}

/** All states, as filters show them. */
export const states: readonly OrderState[] = [
  'held',
  'approved',
  'picking',
  'shipped',
  'signed',
  'completed',
  'rejected',
  'cancelled',
  'shortClosed',
];

export const holdWords: Record<Order['holds'][number]['kind'], string> = {
  payment: '待付款',
  credit: '额度审核',
  review: '人工审核',
  risk: '风险核实',
  region: '区域审核',
};

export const holdOwnerWords: Record<Order['holds'][number]['owner'], string> = {
  seller: '供货商',
  hq: '总部',
};

export const holdStatusWords: Record<Order['holds'][number]['status'], { text: string; tone: Tone }> = {
  open: { text: '处理中', tone: 'warn' },
  cleared: { text: '已放行', tone: 'success' },
  lapsed: { text: '已失效', tone: 'quiet' },
};

/** The rules a reviewer may overrule, each with what it says; several findings of one rule count once. */
export function overrulable(findings: Order['findings']) {
  const rules = new Map<string, string[]>();
  for (const { rule, severity, message } of findings)
    if (severity === 'review') rules.set(rule, [...(rules.get(rule) ?? []), message]);
  return [...rules].map(([rule, messages]) => ({ rule, messages }));
}

/** How many orders some states hold together: `12`, or `999+` where the server counted no further. */
export const countWords = (
  counts: readonly { readonly orderCount: number; readonly isCapped: boolean }[],
): string =>
  counts.reduce((sum, { orderCount }) => sum + orderCount, 0) +
  (counts.some(({ isCapped }) => isCapped) ? '+' : '');
