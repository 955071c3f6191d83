import { Tag } from 'antd';
import type { CsvColumn } from '../../../ui/csv';
import { countText, yuanText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { channelWords, standingWords, standsOn } from '../prices/model';
import type { OrderingRule } from './queries';

/** What customers, price lists, regions, categories and goods are called. */
export interface RuleNames {
  readonly buyer: (buyerId: string) => string;
  readonly priceList: (priceListId: string) => string;
  readonly region: (prefix: string) => string;
  readonly category: (category: string) => string;
  readonly sku: (skuId: string) => string;
}

export const scopeWords: Readonly<Record<OrderingRule['scope'], string>> = {
  customer: '客户',
  priceList: '价目表',
  levelRegionChannel: '级别区域渠道',
  category: '分类',
  sku: '商品',
  seller: '所有订单',
};

/** Whom a rule is for, in words. */
export function ruleAudienceText(rule: OrderingRule, names: RuleNames) {
  const { buyerId, priceListId, level, regionPrefix, channel } = rule;
  const parts = [
    buyerId !== null && names.buyer(buyerId),
    priceListId !== null && `价目表“${names.priceList(priceListId)}”`,
    level !== null && `${level} 级`,
    regionPrefix !== null && names.region(regionPrefix),
    channel !== null && channelWords[channel],
  ].filter(Boolean);
  return parts.length === 0 ? '所有客户' : parts.join(' · ');
}

/** Which goods a rule is for, in words. */
export const ruleGoodsText = ({ category, skuId }: OrderingRule, names: RuleNames) =>
  skuId !== null ? names.sku(skuId) : category !== null ? `分类“${names.category(category)}”` : '全部商品';

const asked = (title: string, value: number | null, said: (value: number) => string) =>
  value === null ? [] : [value === 0 ? `不限${title}` : `${title} ${said(value)}`];

/** What a rule asks, in words. */
export const askedText = (rule: OrderingRule) =>
  [
    ...asked('起订', rule.minimumQuantity, countText),
    ...asked('倍数', rule.multipleQuantity, countText),
    ...asked('限购', rule.maximumQuantity, countText),
    ...asked('每单满', rule.orderAmountFen, yuanText),
    ...asked('每单满', rule.orderCases, (cases) => `${countText(cases)} 箱`),
    ...asked('每单满', rule.orderWeightGrams, (grams) => `${grams / 1_000} 公斤`),
  ].join('，');

/** The columns of the ordering rules; what may be done belongs to the screen. */
export const orderingRuleColumns = (names: RuleNames, today: string): ListColumns<OrderingRule> => [
  { key: 'asked', title: '要求', stays: true, render: (_, rule) => askedText(rule) },
  { key: 'audience', title: '客户', width: 220, render: (_, rule) => ruleAudienceText(rule, names) },
  { key: 'goods', title: '商品', width: 220, render: (_, rule) => ruleGoodsText(rule, names) },
  { key: 'scope', title: '层级', width: 120, render: (_, { scope }) => scopeWords[scope] },
  {
    key: 'window',
    title: '有效期',
    width: 210,
    render: (_, { startsOn, endsOn }) => (
      <span className="tp-figure">
        {startsOn} 起{endsOn === null ? '，长期' : `，${endsOn} 止`}
      </span>
    ),
  },
  {
    key: 'standing',
    title: '状态',
    width: 90,
    render: (_, rule) => {
      const words = standingWords[standsOn(rule, today)];
      return <Tag color={words.color}>{words.text}</Tag>;
    },
  },
];

/** The same list as a spreadsheet has it. */
export const ruleCsv: readonly CsvColumn<OrderingRule>[] = [
  { title: '要求', cell: askedText },
  { title: '层级', cell: ({ scope }) => scopeWords[scope] },
  { title: '客户编号', cell: ({ buyerId }) => buyerId },
  { title: '价目表编号', cell: ({ priceListId }) => priceListId },
  { title: '级别', cell: ({ level }) => level },
  { title: '区域', cell: ({ regionPrefix }) => regionPrefix },
  { title: '渠道', cell: ({ channel }) => channel && channelWords[channel] },
  { title: '分类', cell: ({ category }) => category },
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '生效日', cell: ({ startsOn }) => startsOn },
  { title: '截止日（不含）', cell: ({ endsOn }) => endsOn },
];
