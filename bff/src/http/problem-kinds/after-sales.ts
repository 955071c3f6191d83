import type { ProblemKind } from './problem-kind';

/** Refusals of after-sales. */
export const afterSalesProblems: Readonly<Record<string, ProblemKind>> = {
  'afterSales.unknown': { status: 404, title: '找不到该售后单' },
  'afterSales.lineUnknown': { status: 404, title: '该发货单中没有这一行' },
  'afterSales.lineTwice': { status: 422, title: '同一批商品只能申请一行' },
  'afterSales.stateForbids': { status: 409, title: '售后单当前状态不能这样操作' },
  'afterSales.linesWrong': { status: 422, title: '同意的数量不能超过申请数量，且至少同意一件' },
  'afterSales.limitWrong': { status: 422, title: '只有索赔单可以限定赔付金额' },
  'afterSales.outcomesWrong': { status: 422, title: '每一行的验收数量合计须等于同意的数量' },
  'afterSales.replacementRejected': { status: 409, title: '换货单未能通过审单，请改为退款或先处理原因' },
  'afterSales.replacementSent': { status: 409, title: '补发订单已发货或已结束，不能改为退款' },
  'afterSales.nothingPaid': { status: 409, title: '换货补发的商品没有付款，不能改为退款' },
  'afterSales.policyStale': { status: 409, title: '售后政策刚被他人修改，请刷新后重试' },
};
