import type { ProblemKind } from './problem-kind';

/** Refusals of rebates. */
export const rebateProblems: Readonly<Record<string, ProblemKind>> = {
  'rebates.accountUnknown': { status: 404, title: '找不到该返利账户' },
  'rebates.buyerUnknown': { status: 404, title: '找不到该客户' },
  'rebates.overRoom': { status: 422, title: '超过本单可用返利' },
  'rebates.frozen': { status: 409, title: '返利余额已冻结，请联系供货商' },
  'rebates.short': { status: 409, title: '可用返利不足' },
  'rebates.termsChanged': { status: 409, title: '返利规则已被他人修改，请刷新后再改' },
  'rebates.periodWrong': { status: 422, title: '结束日期不能早于开始日期' },
  'rebates.dealUnknown': { status: 404, title: '找不到该陈列协议' },
  'rebates.dealOver': { status: 409, title: '该陈列协议不在提交时间内' },
  'rebates.claimOpen': { status: 409, title: '上一次提交还在核验中，请等待结果' },
  'rebates.photoUsed': { status: 409, title: '有照片已经提交过，每张照片只能用一次' },
  'rebates.claimUnknown': { status: 404, title: '找不到该陈列提交' },
  'rebates.claimDecided': { status: 409, title: '该陈列提交已处理' },
};
