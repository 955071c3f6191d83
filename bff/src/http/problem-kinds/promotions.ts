import type { ProblemKind } from './problem-kind';

/** Refusals of promotions. */
export const promotionProblems: Readonly<Record<string, ProblemKind>> = {
  'promotions.unknown': { status: 404, title: '找不到该促销' },
  'promotions.versionChanged': { status: 409, title: '促销已被他人修改，请刷新后再改' },
  'promotions.over': { status: 409, title: '促销已停止或已结束，请复制为新的促销' },
  'promotions.notDraft': { status: 409, title: '只有草稿可以发布' },
  'promotions.windowOver': { status: 422, title: '促销时间已过，请先修改结束时间' },
  'promotions.ruleWrong': { status: 422, title: '促销内容有误，请检查标出的项目' },
  'promotions.skuUnknown': { status: 422, title: '促销中有商品不存在' },
  'promotions.partyUnknown': { status: 422, title: '促销中有客户或费用承担方不存在' },
  'promotions.couponOver': { status: 409, title: '该优惠券已停止领取' },
  'promotions.couponTaken': { status: 409, title: '您已领过该优惠券' },
};
