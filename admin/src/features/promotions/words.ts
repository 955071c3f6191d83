import type { Kind, Promotion, PromotionState } from './model';

export const stateWords: Readonly<Record<PromotionState, { text: string; color: string }>> = {
  draft: { text: '草稿', color: 'default' },
  live: { text: '生效', color: 'green' },
  stopped: { text: '已停止', color: 'red' },
  ended: { text: '已结束', color: 'blue' },
};

/** What a kind's caps count. */
export const countWords: Readonly<Record<Kind['counts'], string>> = {
  units: '件',
  times: '次',
  gifts: '份',
  sets: '套',
};

export const laneWords: Readonly<Record<string, string>> = {
  unitPrice: '单价',
  quantity: '数量优惠',
  threshold: '满额优惠',
  coupon: '优惠券',
  freight: '运费',
  later: '签收后返',
  asInner: '限定对象',
};

export const stackingWords: Readonly<Record<Promotion['stacking'], { text: string; hint: string }>> = {
  stack: { text: '可叠加', hint: '与其他阶段的促销一起享受；同一阶段里按对客户最有利的组合计算。' },
  exclusiveLane: { text: '同阶段独享', hint: '同一阶段（如满额优惠）里只用这一个，其他阶段照常叠加。' },
  exclusiveLine: { text: '同商品独享', hint: '它用到的商品，在本阶段和之后的阶段都不再享受别的促销。' },
  exclusiveOrder: { text: '整单独享', hint: '整张订单只用这一个促销；优先级更高的促销不会被它挤掉。' },
};

export const shortageWords: Readonly<Record<Promotion['giftShortage'], { text: string; hint: string }>> = {
  owe: { text: '欠赠', hint: '订单照发，欠下的赠品到货后补发。' },
  refuse: { text: '不赠', hint: '赠品缺货时这笔赠送取消。' },
  substitute: { text: '换赠', hint: '缺货时按顺序换赠下列商品，一件换一件；仍不够的欠赠。' },
  pay: { text: '折现', hint: '缺货的赠品按约定价值直接从参与活动的商品金额中减去。' },
};

export const channelWords: Readonly<Record<string, string>> = {
  traditional: '传统渠道',
  modern: '现代渠道',
  convenience: '便利店',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
};

export const levelWords: readonly string[] = ['总部', '一级经销商', '二级', '三级', '四级', '五级'];

export const weekdayWords = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

const ruleFaultWords: Readonly<Record<string, string>> = {
  fieldMissing: '请填写这一项',
  fieldNotAsked: '当前选择下不需要这一项',
  unknownField: '这一项不属于该促销类型',
  unknownKind: '没有这种促销类型',
  unknownChoice: '请从选项中选择',
  wrongType: '填写的内容不对',
  outOfRange: '超出允许的范围',
  rowCount: '需要 1 到 20 行',
  tiersNotRising: '每一档的门槛和优惠都要高于上一档',
  stepNotCounted: '门槛要么都按金额，要么选定单位后都按数量',
  offAboveThreshold: '减的金额不能超过门槛',
  givesAll: '内赠数量要小于一组的数量',
  tooManyChoices: '任选种数不能多于赠品种数',
  giftTwice: '同一赠品出现了两次',
  goodsTwice: '同一商品出现了两次',
  partTwice: '套餐里同一商品出现了两次',
  slicesOfMixedGoods: '超额分段不能与合并计数同时使用',
  slicesOfAmount: '按数量返利的分段需要选定数量单位',
  priceOrPercent: '每一档填单价或减去比例，二者择一',
  depositWorthLess: '定金可抵不能小于定金',
  depositAbovePrice: '定金可抵不能超过预售价',
  balanceWindow: '尾款截止要晚于尾款开始',
  windowWrong: '结束时间要晚于开始时间',
  hoursWrong: '每天的结束时间要晚于开始时间',
  payersWrong: '费用承担合计必须是 100%',
  giftSubstitutes: '换赠要指定1至10个不重复的商品，其他方式不指定',
  giftPay: '只有折现才约定每件价值，且大于0',
};

/** What a fault of a rule says, by its code; the code itself for one without words. */
export const ruleFaultText = (code: string) => ruleFaultWords[code.replace(/^promotions[.]/, '')] ?? code;
