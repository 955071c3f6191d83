import type { ProblemKind } from './problem-kind';

/** Refusals of flash sales. */
export const flashProblems: Readonly<Record<string, ProblemKind>> = {
  'flash.unknown': { status: 404, title: '找不到该秒杀活动' },
  'flash.idTaken': { status: 409, title: '该活动编号已被使用' },
  'flash.termsInvalid': { status: 422, title: '活动设置不合理，请检查时间、数量和价格' },
  'flash.stateForbids': { status: 409, title: '活动当前状态不允许此操作' },
  'flash.versionStale': { status: 409, title: '活动已被他人修改，请刷新后再操作' },
  'flash.stockShort': { status: 409, title: '可用库存不足，无法为活动留货' },
  'flash.stillRuns': { status: 409, title: '活动尚未结束，不能结算' },
  'flash.tokenGone': { status: 409, title: '抢购资格已失效，请重新抢购' },
  'flash.tokenMismatch': { status: 422, title: '商品或数量与抢购资格不符' },
  'flash.stopped': { status: 409, title: '活动已停止' },
  'flash.notReady': { status: 409, title: '活动正在准备，请稍后再试' },
  'flash.capped': { status: 409, title: '已达到每人限购数量' },
  'flash.soldOut': { status: 409, title: '已售罄' },
  'flash.notForYou': { status: 403, title: '您不在活动范围内' },
  'flash.goodsUnfit': { status: 409, title: '活动货品不符合您的效期或仓库要求' },
  'flash.notApproved': { status: 409, title: '订单未通过审核，秒杀资格仍在有效期内' },
};
