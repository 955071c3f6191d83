import type { Answer } from '../../api';

export type Rule = Answer<'orders', 'auditPolicy'>['policy']['rules'][number]['rule'];

export interface RuleWords {
  readonly name: string;
  /** What its finding means. */
  readonly means: string;
}

const of = (name: string, means: string): RuleWords => ({ name, means });

/** The rules of the audit in words, as they stand in the policy. */
export const ruleWords: Readonly<Record<Rule, RuleWords>> = {
  'sku.inactive': of('商品停售', '商品已停止销售'),
  'supply.otherSeller': of('供货关系', '该产品线由别的供货方供货，或供货已暂停'),
  'price.missing': of('没有价格', '供货方没有给这个客户报价'),
  'price.floor': of('低于最低价', '成交单价低于价格表的底价'),
  'buyer.licenceExpired': of('许可证过期', '客户的食品经营许可证已到期'),
  'buyer.licenceExpiring': of('许可证临期', '客户的食品经营许可证快到期'),
  'buyer.licenceMissing': of('许可证未登记', '客户没有登记食品经营许可证'),
  'quantity.minimum': of('起订量', '某个商品订得比起订量少'),
  'quantity.multiple': of('订货倍数', '数量不是规定倍数'),
  'quantity.maximum': of('限购量', '某个商品订得比限购量多'),
  'order.minimum': of('起订金额', '整单金额未达起送金额'),
  'order.minimumCases': of('起送箱数', '整单箱数未达起送箱数'),
  'order.minimumWeight': of('起送重量', '整单重量未达起送重量'),
  'region.blocked': of('区域未授权', '收货地址不在供货方的授权区域'),
  'region.review': of('跨区待复核', '收货地址不在常规授权内（如临时许可）'),
  'region.absorption': of('超区域容量', '订量超过当地的正常消化能力'),
  'stock.short': of('库存不足', '缺货，要人决定怎么办'),
  'stock.borrow': of('拟借货', '缺的货拟向共享伙伴借'),
  'stock.backOrdered': of('欠货', '先发现货，缺的到货后补发'),
  'stock.waiting': of('等齐再发', '缺货，等齐后一并发货'),
  'stock.cancelled': of('缺货取消', '按约定取消缺货部分'),
  'stock.substituted': of('替代发货', '缺货部分以约定的商品替代'),
  'stock.ageing': of('效期不足', '有货，但效期不满足客户要求'),
  'stock.kept': of('安全保留', '有货，但属于安全保留量'),
  'stock.quota': of('超渠道配额', '有货，但超出该渠道的配额'),
  'stock.manyLots': of('批次过多', '有货，但分散在太多批次'),
  'credit.none': of('未开信用', '客户在供货方没有信用账户'),
  'credit.over': of('超信用额度', '可用额度不够付这张订单'),
  'credit.overdue': of('账单逾期', '有货款逾期，已到限制下单的阶段'),
  'credit.frozen': of('账户冻结', '逾期太久，账户已冻结'),
  'payment.due': of('待付现款', '现款结算，付款后放行'),
  'payment.topUp': of('预存不足', '预存余额不够付这张订单'),
  'payment.previousBatch': of('上批未结', '压批结算，上一批货款未结清'),
  'preOrder.deposit': of('待付定金', '预售订单等待付定金'),
  'preOrder.waiting': of('等待尾款', '定金已付，尾款时间未到'),
  'preOrder.balance': of('待付尾款', '预售订单等待付尾款'),
  'preOrder.mixed': of('预售混单', '预售商品与其他商品在同一张订单'),
  'preOrder.over': of('预售已结束', '预售的尾款时间已过'),
};

const names = new Map<string, string>(Object.entries(ruleWords).map(([rule, { name }]) => [rule, name]));

/** What a rule of the audit is called. */
export const ruleName = (rule: string) => names.get(rule) ?? rule;
