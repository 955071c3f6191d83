import type { ProblemKind } from './problem-kind';

/** Refusals of payments. */
export const paymentProblems: Readonly<Record<string, ProblemKind>> = {
  'payments.unknown': { status: 404, title: '找不到该付款单' },
  'payments.notOffered': { status: 422, title: '该供货商尚未开通在线支付' },
  'payments.notPayable': { status: 409, title: '订单当前不能付款' },
  'payments.nothingDue': { status: 409, title: '没有需要支付的金额' },
  'payments.amountChanged': { status: 409, title: '应付金额已变化，请确认后重新支付' },
  'payments.tooLate': { status: 409, title: '付款时间已过，请重新下单' },
  'payments.over': { status: 409, title: '该笔付款已结束，请重新发起' },
  'payments.payerUnknown': { status: 422, title: '微信登录已失效，请重试' },
  'payments.channelSilent': { status: 503, title: '微信支付暂无响应，请稍后重试' },
  'payments.channelRefused': { status: 502, title: '微信支付未受理，请换一种方式或稍后重试' },
  'payments.refundUnknown': { status: 404, title: '找不到该退款单' },
  'payments.refundNotStuck': { status: 409, title: '该退款不是异常状态' },
  'payments.billNotReady': { status: 409, title: '该日账单尚未生成，请在次日 10 点后再试' },
  'payments.differenceUnknown': { status: 404, title: '找不到该对账差异' },
  'payments.differenceSettled': { status: 409, title: '该差异已处理' },
  'payments.returnUnknown': { status: 404, title: '找不到该退回申请' },
  'payments.notReturnable': { status: 409, title: '只有已付的账单还款与预存充值可以原路退回' },
  'payments.overReturned': { status: 422, title: '超过这笔付款当前可退的金额' },
  'payments.sameHand': { status: 403, title: '申请人不能审批自己的申请，请由另一位财务审批' },
  'payments.returnDecided': { status: 409, title: '该退回申请已处理' },
  'payments.notMismatched': { status: 409, title: '该笔付款金额无误或已退回' },
};
