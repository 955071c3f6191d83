import type { Answer } from '../../api';

export type RequestSummary = Answer<'afterSales', 'list'>['items'][number];
export type AfterSales = Answer<'afterSales', 'get'>;
export type RequestLine = AfterSales['lines'][number];
export type Money = NonNullable<AfterSales['money']>;
export type RequestState = AfterSales['state'];
export type RequestKind = AfterSales['kind'];
export type RequestReason = AfterSales['reason'];
export type Finding = AfterSales['findings'][number];
export type Policy = Answer<'afterSales', 'policies'>['policy'];
/** Whose requests: the whole channel's, those of my customers, or my own. */
export type RequestSide = 'all' | 'seller' | 'buyer';

export const kindNames: Record<RequestKind, string> = {
  refundOnly: '仅退款',
  return: '退货退款',
  exchange: '换货',
  claim: '索赔',
  swap: '临期换货',
};

export const kinds = Object.keys(kindNames) as RequestKind[];

export const reasonNames: Record<RequestReason, string> = {
  quality: '质量问题',
  damaged: '包装破损',
  wrongGoods: '发错货',
  nearExpiry: '临近到期',
  unsold: '滞销',
  other: '其他',
};

export const reasons = Object.keys(reasonNames) as RequestReason[];

export const stateNames: Record<RequestState, string> = {
  requested: '待审核',
  approved: '待收货',
  closed: '已完成',
  refused: '已拒绝',
  withdrawn: '已撤回',
  lapsed: '超时关闭',
};

export const states = Object.keys(stateNames) as RequestState[];

/** A state's name from an address bar, or nothing when there is no such state. */
export const stateOf = (text: string | null) => states.find((state) => state === text);

/** What a warehouse may make of goods that came. */
export const outcomeNames = {
  restocked: '良品入库',
  nearExpiry: '临期入库',
  quarantined: '待检隔离',
  destroyed: '销毁',
  notReceived: '未收到',
} as const;

export type OutcomeKind = keyof typeof outcomeNames;
export const outcomeKinds = Object.keys(outcomeNames) as OutcomeKind[];

/** True when other goods go out for what comes back. */
export const sendsGoods = (kind: RequestKind) => kind === 'exchange' || kind === 'swap';
/** True when goods are to come before it is settled. */
export const bringsGoods = (kind: RequestKind) => kind === 'return' || sendsGoods(kind);
