import type { ProblemKind } from './problem-kind';

/** Refusals of credit. */
export const creditProblems: Readonly<Record<string, ProblemKind>> = {
  'credit.accountUnknown': { status: 404, title: '找不到该信用账户' },
  'credit.billUnknown': { status: 404, title: '找不到该账单' },
  'credit.receiptUnknown': { status: 404, title: '找不到该收款单' },
  'credit.writeOffUnknown': { status: 404, title: '找不到该核销申请' },
  'credit.temporaryLimitUnknown': { status: 404, title: '找不到该临时额度' },
  'credit.releaseUnknown': { status: 404, title: '找不到该放行单' },
  'credit.statementUnknown': { status: 404, title: '找不到该对账单' },
  'credit.depositUnknown': { status: 404, title: '找不到该保证金或预存账户' },
  'credit.entryUnknown': { status: 404, title: '找不到该笔明细' },
  'credit.changedMeanwhile': { status: 409, title: '额度刚被他人修改，请刷新后重试' },
  'credit.sameHand': { status: 403, title: '申请人不能审批自己的申请，请由另一位财务审批' },
  'credit.decided': { status: 409, title: '该单据已处理' },
  'credit.inThePast': { status: 422, title: '日期已过' },
  'credit.overApplied': { status: 422, title: '核销金额超过收款余额或账单未付金额' },
  'credit.overPaid': { status: 422, title: '金额超过账单未付金额' },
  'credit.notReversible': { status: 409, title: '该笔记录不能冲销或已冲销' },
  'credit.ladderUneven': { status: 422, title: '逾期阶梯的天数必须逐级递增' },
  'credit.periodOpen': { status: 422, title: '对账期间尚未结束' },
  'credit.periodTooLong': { status: 422, title: '对账期间不对或明细过多，请缩短期间' },
  'credit.statementExists': { status: 409, title: '该期间的对账单已出具' },
  'credit.depositForbids': { status: 422, title: '该类款项不支持此操作' },
  'credit.depositShort': { status: 422, title: '余额不足' },
  'credit.orderMissing': { status: 422, title: '请注明对应的订单' },
};
