import { formatPrice, formatYuan } from '../platform/money';
import type { Finding, Rule } from './model';

export interface Explanation {
  /** What was found, with its numbers. */
  readonly message: string;
  /** What would make it go away. */
  readonly remedy: string;
}

type Numbers = Finding['numbers'];

const yuan = (value: number | string | undefined) => formatYuan(Number(value ?? 0));
const price = (value: number | string | undefined) => `¥${formatPrice(Number(value ?? 0))}`;

/** Limits that contradict one another leave no quantity to suggest. */
const changeTo = (suggested: number | string | undefined, unit: number | string | undefined) =>
  suggested ? `请改为 ${suggested}${unit}` : '当前没有可订数量，请联系供货商';

const blockedReasons: Readonly<Record<string, string>> = {
  line: '供货商未获该产品线授权',
  area: '收货地址不在供货商授权区域内',
  channel: '供货商未获该渠道授权',
  date: '供货商的区域授权不在有效期内',
};

const words: Readonly<Record<Rule, (numbers: Numbers) => Explanation>> = {
  'sku.inactive': ({ name }) => ({ message: `${name} 已停售`, remedy: '请从订单中移除该商品' }),
  'price.missing': ({ name }) => ({ message: `${name} 暂无报价`, remedy: '请联系供货商维护价格' }),
  'price.floor': ({ name, unitPriceE4, floorE4 }) => ({
    message: `${name} 单价 ${price(unitPriceE4)} 低于底价 ${price(floorE4)}`,
    remedy: '需有权限的审核人确认',
  }),
  'quantity.minimum': ({ name, quantity, limit, suggested, unit }) => ({
    message: `${name} 起订量 ${limit}${unit}，本次 ${quantity}${unit}`,
    remedy: changeTo(suggested, unit),
  }),
  'quantity.multiple': ({ name, quantity, limit, suggested, unit }) => ({
    message: `${name} 须按 ${limit}${unit} 的倍数订货，本次 ${quantity}${unit}`,
    remedy: changeTo(suggested, unit),
  }),
  'quantity.maximum': ({ name, quantity, limit, suggested, unit }) => ({
    message: `${name} 限购 ${limit}${unit}，本次 ${quantity}${unit}`,
    remedy: changeTo(suggested, unit),
  }),
  'order.minimum': ({ payableFen, minimumFen, missingFen }) => ({
    message: `订单金额 ${yuan(payableFen)} 未达起送金额 ${yuan(minimumFen)}`,
    remedy: `再加 ${yuan(missingFen)} 的商品即可下单`,
  }),
  'region.blocked': ({ name, reason }) => ({
    message: `${name}：${blockedReasons[String(reason)] ?? '跨区拦截'}`,
    remedy: '请更换收货地址，或向有授权的供货商下单',
  }),
  'region.review': ({ name }) => ({ message: `${name} 使用临时区域许可`, remedy: '待总部确认区域' }),
  'stock.short': ({ name, quantity, short, unit }) => ({
    message: `${name} 订 ${quantity}${unit}，缺 ${short}${unit}`,
    remedy: '可减少数量，或待供货商确认按现有库存发货',
  }),
  'stock.ageing': ({ name, ageing, unit }) => ({
    message: `${name} 另有 ${ageing}${unit} 效期不满足要求`,
    remedy: '如接受较短效期，请联系供货商',
  }),
  'credit.none': () => ({ message: '尚未开通信用账户', remedy: '请联系供货商开通账期后再下单' }),
  'credit.over': ({ payableFen, availableFen, missingFen }) => ({
    message: `应付 ${yuan(payableFen)}，可用额度 ${yuan(availableFen)}`,
    remedy: `付款 ${yuan(missingFen)} 或申请临时额度后可通过`,
  }),
  'credit.overdue': ({ overdueDays, overdueFen }) => ({
    message: `有 ${yuan(overdueFen)} 货款逾期 ${overdueDays} 天`,
    remedy: '请先结清逾期货款',
  }),
};

/** The Chinese words for a finding, with its numbers in them. */
export const explainFinding = ({ rule, numbers }: Finding): Explanation => words[rule](numbers);
