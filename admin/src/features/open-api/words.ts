import type { StateWords } from '../../ui/state-tag';
import type { ApiKey, Delivery, HookType, Scope, Webhook } from './queries';

/** What a key may be given, and what that lets a program do. */
export const scopeWords: Readonly<Record<Scope, { readonly name: string; readonly may: string }>> = {
  'catalog.read': { name: '查商品', may: '商品、分类、自己的价格与可售' },
  'orders.read': { name: '查订单', may: '订单、售后、供货方与收货地址' },
  'orders.write': { name: '下单', may: '试算、下单、取消、签收' },
  'orders.review': { name: '审单', may: '查看待审、通过、驳回' },
  'orders.fulfil': { name: '发货', may: '登记发货与运单号' },
  'stock.read': { name: '查库存', may: '仓库、批次、库存与流水' },
  'stock.write': { name: '入库', may: '登记到货与入库' },
  'credit.read': { name: '查往来', may: '额度、账单与对账单' },
};

export const scopesText = (scopes: readonly Scope[]) =>
  scopes.map((scope) => scopeWords[scope].name).join('、');

export const keyWords: Readonly<Record<ApiKey['standing'], StateWords>> = {
  live: { text: '有效', color: 'green' },
  expired: { text: '已到期', color: 'default' },
  revoked: { text: '已吊销', color: 'red' },
};

const hookWords: Readonly<Record<HookType, { readonly name: string; readonly when: string }>> = {
  'order.placed': { name: '订单已提交', when: '下单后，附审单结论' },
  'order.approved': { name: '订单已通过', when: '自动或人工审核通过' },
  'order.rejected': { name: '订单已驳回', when: '未通过审核，附原因' },
  'order.edited': { name: '订单已修改', when: '改单后，附新的金额' },
  'order.cancelled': { name: '订单已取消', when: '任一方取消' },
  'order.shipped': { name: '订单已发货', when: '每次发货，附发货单' },
  'order.signed': { name: '订单已签收', when: '每张发货单签收后' },
  'payment.paid': { name: '付款到账', when: '在线支付成功' },
  'payment.refunded': { name: '退款到账', when: '退款原路退回' },
  'afterSales.requested': { name: '申请售后', when: '客户提交售后单' },
  'afterSales.approved': { name: '售后已同意', when: '供货方同意' },
  'afterSales.refused': { name: '售后已拒绝', when: '供货方拒绝，附说明' },
  'afterSales.closed': { name: '售后已结束', when: '售后单完结' },
};

export const hookTypes = Object.keys(hookWords) as readonly HookType[];
export const hookWhen = (type: HookType) => hookWords[type].when;

/** What a message tells. */
export const typeText = (type: Delivery['type']) =>
  type === 'webhook.test' ? '测试推送' : hookWords[type].name;

/** Several in a line: the first two, and how many there are. */
export const typesText = (types: readonly HookType[]) =>
  types.length > 2
    ? `${types.slice(0, 2).map(typeText).join('、')}等 ${types.length} 项`
    : types.map(typeText).join('、');

/** How a webhook stands; one that fails is still asked. */
export function webhookWords({ state, pausedBecause, failingSince }: Webhook): StateWords {
  if (state === 'paused') {
    return pausedBecause === 'failing'
      ? { text: '失败已暂停', color: 'red' }
      : { text: '已暂停', color: 'default' };
  }
  return failingSince ? { text: '推送失败', color: 'orange' } : { text: '推送中', color: 'green' };
}

export const deliveryWords: Readonly<Record<Delivery['state'], StateWords>> = {
  waiting: { text: '待推送', color: 'gold' },
  delivered: { text: '已送达', color: 'green' },
  dead: { text: '已放弃', color: 'red' },
};

const failureWords: Readonly<Record<Delivery['failure'], string>> = {
  '': '',
  timeout: '5 秒内没有应答',
  unreachable: '连接不上',
  addressForbidden: '域名指向内网或保留地址',
  statusRefused: '对方返回错误',
  removed: '推送地址已删除',
};

/** What the other side said the last time, in a few words. */
export function answerText({
  tries,
  statusCode,
  failure,
}: Pick<Delivery, 'tries' | 'statusCode' | 'failure'>) {
  if (tries === 0 && failure === '') return '尚未推送';
  const said = statusCode === null ? '' : `HTTP ${statusCode}`;
  return [said, failureWords[failure]].filter((word) => word !== '').join('，');
}
