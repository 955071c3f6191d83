import type { ProblemKind } from './problem-kind';

/** Refusals of orders. */
export const ordersProblems: Readonly<Record<string, ProblemKind>> = {
  'orders.unknown': { status: 404, title: '找不到该订单' },
  'orders.lineTwice': { status: 422, title: '同一商品出现了多行，请合并后再提交' },
  'orders.priceChanged': { status: 409, title: '价格已变化，请确认后重新提交' },
  'orders.stateForbids': { status: 409, title: '订单当前状态不允许此操作' },
  'orders.notYourHold': { status: 403, title: '该订单不由您审核' },
  'orders.overShipped': { status: 422, title: '发货数量超过可发数量' },
  'orders.regionBlocked': { status: 409, title: '收货地址已不在授权区域内，不能发货' },
  'orders.overSigned': { status: 422, title: '差异数量超过发货数量' },
};
