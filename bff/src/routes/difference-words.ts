import type { BillDifference } from '@tongpan/core';

/** What differs, in words. */
export const differenceTitles: Readonly<Record<string, string>> = {
  missingHere: '账单有，系统没有该付款',
  missingThere: '系统有，账单没有该付款',
  amountDiffers: '付款金额不一致',
  paidThereUnpaidHere: '账单已付，系统未付',
  paidHereNotThere: '系统已付，账单未付',
  transactionDiffers: '微信订单号不一致',
  repeatedThere: '账单中重复出现',
  refundMissingHere: '账单有，系统没有该退款',
  refundMissingThere: '系统有，账单没有该退款',
  refundAmountDiffers: '退款金额不一致',
  refundStateDiffers: '退款状态不一致',
  refundTradeDiffers: '退款对应的付款不一致',
  refundRepeatedThere: '退款在账单中重复出现',
  sumsDiffer: '账单合计与明细不符',
  flowMissingHere: '资金账单有，系统没有该笔收支',
  flowMissingThere: '系统有，资金账单没有该笔收支',
  flowAmountDiffers: '资金账单金额与系统不一致',
  flowFeeDiffers: '手续费与交易账单不一致',
  flowUnknown: '资金账单有未知业务',
  flowBalanceBroken: '资金账单余额不连续',
  flowSumsDiffer: '资金账单合计与明细不符',
  ledgerSumDiffers: '当日入账合计与账单不一致',
};

/** What to do about it. */
export const differenceAdvice: Readonly<Record<BillDifference['remedy'], string>> = {
  queryTrade: '向微信查询该笔付款，以查询结果为准',
  queryRefund: '向微信查询该笔退款，以查询结果为准',
  findOwnerOrRefund: '查明款项归属；无人认领则退回付款人',
  holdAndReview: '先停止发货与退款，核对双方记录后再处理',
  checkFee: '核对签约费率与实扣手续费，有出入向微信支付申诉',
  explainFlow: '在微信商户平台查明这笔资金变动的来由',
  fetchBillAgain: '重新下载账单再核对，勿按此账单处理',
};
