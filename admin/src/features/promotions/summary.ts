import type { PromotionDraft } from './model';
import { channelWords, weekdayWords } from './words';

const counted = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);

/** Whom a promotion is for, in one line. */
export function audienceText({ audience }: Pick<PromotionDraft, 'audience'>) {
  const { levels, regionPrefixes, channels, groupIds, buyerIds, excludedBuyerIds } = audience;
  const asked = [
    ...counted(levels.length, '个级别'),
    ...(channels.length > 0 ? [channels.map((channel) => channelWords[channel] ?? channel).join('、')] : []),
    ...counted(regionPrefixes.length, '个区域'),
    ...counted(groupIds.length, '个客户分组'),
    ...counted(buyerIds.length, '家指定客户'),
  ];
  const whom = asked.length > 0 ? asked.join(' · ') : '全部客户';
  return excludedBuyerIds.length > 0 ? `${whom}，排除 ${excludedBuyerIds.length} 家` : whom;
}

/** Which goods count, in one line. */
export function scopeText({ scope }: Pick<PromotionDraft, 'scope'>, namesItsGoods: boolean) {
  if (namesItsGoods) return '优惠内容里指定的商品';
  const { skuIds, categories, brands, productLines, excludedSkuIds } = scope;
  const asked = [
    ...counted(skuIds.length, '个商品'),
    ...counted(categories.length, '个品类'),
    ...counted(brands.length, '个品牌'),
    ...counted(productLines.length, '条产品线'),
  ];
  const what = asked.length > 0 ? asked.join(' · ') : '全部商品';
  return excludedSkuIds.length > 0 ? `${what}，排除 ${excludedSkuIds.length} 个` : what;
}

/** On which days of the week, in one line. */
export const weekdaysText = ({ weekdays }: Pick<PromotionDraft, 'weekdays'>) =>
  weekdays.length === 0 ? '每天' : weekdays.map((day) => weekdayWords[day - 1]).join('、');
