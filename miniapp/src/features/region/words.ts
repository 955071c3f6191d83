import type { Grant, HeldDivision } from './queries';

const channelWords: Readonly<Record<string, string>> = {
  traditional: '流通',
  modern: '商超',
  convenience: '便利',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
};

/** Channels of a grant; none named is all of them. */
export const channelsText = ({ channels }: Pick<Grant, 'channels'>) =>
  channels.length === 0 ? '全部渠道' : channels.map((name) => channelWords[name] ?? name).join('、');

export const kindWords: Readonly<Record<Grant['kind'], string>> = {
  regular: '正式授权',
  temporary: '临时许可',
};

/** Product line of a grant in words. */
export function lineText({
  productLine,
  onlyCategories,
  includedSkuIds,
  excludedSkuIds,
  excludedCategories,
}: Grant) {
  const line =
    productLine === '*'
      ? '全部产品线'
      : productLine === ''
        ? `指定 ${includedSkuIds.length} 个商品`
        : productLine;
  return [
    line,
    onlyCategories.length > 0 ? `仅 ${onlyCategories.join('、')}` : '',
    excludedCategories.length > 0 ? `不含 ${excludedCategories.join('、')}` : '',
    excludedSkuIds.length > 0 ? `不含 ${excludedSkuIds.length} 个商品` : '',
  ]
    .filter(Boolean)
    .join('，');
}

const namesOf = (areas: Grant['areas']) => areas.map(({ name }) => name).join('、');

/** Where a grant holds. */
export const areasText = ({ areas, remainderAreas, excludedAreas }: Grant) =>
  [
    areas.length > 0 ? namesOf(areas) : '',
    remainderAreas.length > 0 ? `${namesOf(remainderAreas)}的其余地区` : '',
    excludedAreas.length > 0 ? `不含 ${namesOf(excludedAreas)}` : '',
  ]
    .filter(Boolean)
    .join('；');

/** From when until when; the day it ends is the first it does not hold. */
export const windowText = ({ startsOn, endsOn }: Pick<Grant, 'startsOn' | 'endsOn'>) =>
  endsOn === null ? `${startsOn} 起长期` : `${startsOn} 至 ${endsOn} 前`;

export type Share = 'whole' | 'part' | 'none';

/** How much of a division is granted. */
export const shareOf = ({ holders }: HeldDivision): Share =>
  holders.some(({ share }) => share === 'whole') ? 'whole' : holders.length > 0 ? 'part' : 'none';

export const shareWords: Readonly<Record<Share, string>> = {
  whole: '全部',
  part: '部分',
  none: '未授权',
};
