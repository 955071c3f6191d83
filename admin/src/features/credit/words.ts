import type { StateWords } from '../../ui/state-tag';
import type { CreditAccount, Deposit, DepositAction, Statement, TemporaryLimit, WriteOff } from './queries';

type Step = CreditAccount['ladderStep'];
type Terms = CreditAccount['terms'];

/** The overdue ladder in words, mildest first. */
export const stepWords: Readonly<Record<Step, StateWords & { readonly means: string }>> = {
  clear: { text: '正常', color: 'green', means: '没有逾期，或逾期金额小到可以忽略' },
  remind: { text: '提醒', color: 'blue', means: '按期发送催款提醒，订单不受影响' },
  noPromotion: { text: '停促销', color: 'gold', means: '订单不再享受促销' },
  cashOnly: { text: '只收现款', color: 'orange', means: '不再赊销，新订单须先付款' },
  stopShipment: { text: '停发货', color: 'volcano', means: '已通过的订单也不发货' },
  frozen: { text: '冻结', color: 'red', means: '不能下单' },
};
export const steps = Object.keys(stepWords) as Step[];
/** The steps that one can climb to. */
export const lateSteps = steps.filter((step): step is Exclude<Step, 'clear'> => step !== 'clear');

const bases: Readonly<Record<Terms['basis'], string>> = {
  shipment: '发货',
  sign: '签收',
  invoice: '开票',
};

/** 账期 as one says it. */
export function termsText({ kind, days, basis, statementDay }: Terms): string {
  switch (kind) {
    case 'cash':
      return '现结';
    case 'prepaid':
      return '预存';
    case 'net':
      return `${bases[basis]}后 ${days} 天`;
    case 'monthly':
      return `月结：${statementDay === 0 ? '月末' : `每月 ${statementDay} 日`}对账后 ${days} 天`;
    case 'previousBatch':
      return '压批结算';
    case 'consignment':
      return '寄售';
  }
}

export const temporaryWords: Readonly<Record<TemporaryLimit['state'], StateWords>> = {
  requested: { text: '待审批', color: 'gold' },
  approved: { text: '已批准', color: 'green' },
  rejected: { text: '已驳回', color: 'default' },
  void: { text: '已作废', color: 'default' },
};

export const writeOffWords: Readonly<Record<WriteOff['state'], StateWords>> = {
  requested: { text: '待审批', color: 'gold' },
  approved: { text: '已核销', color: 'green' },
  rejected: { text: '已驳回', color: 'default' },
};

export const statementWords: Readonly<Record<Statement['state'], StateWords>> = {
  issued: { text: '待确认', color: 'gold' },
  confirmed: { text: '已确认', color: 'green' },
  disputed: { text: '有异议', color: 'red' },
};

export const depositKinds: Readonly<Record<Deposit['kind'], string>> = {
  prepaid: '预存款',
  earnest: '定金',
  orderDeposit: '订金',
  market: '市场保证金',
  packaging: '周转箱押金',
};

export const depositActions: Readonly<Record<DepositAction, string>> = {
  topUp: '存入',
  refund: '退还',
  capture: '抵付货款',
  forfeit: '没收',
  deduct: '扣款',
};
