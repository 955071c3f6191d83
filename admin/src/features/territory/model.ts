import type { Answer } from '../../api';
import { channelText } from '../../ui/channels';

export type Grant = Answer<'territory', 'grants'>['items'][number];
export type GrantKind = Grant['kind'];
export type HeldDivision = Answer<'territory', 'holders'>['items'][number];
export type Holder = HeldDivision['holders'][number];
export type Overlap = Answer<'territory', 'previewGrant'>['items'][number];
export type Blocked = Answer<'territory', 'blocked'>['items'][number];
export type BlockedCount = Answer<'territory', 'blockedCounts'>['items'][number];

/** A division that was pointed at. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** Channels of a grant; none named is all of them. */
export const channelsText = (names: readonly string[]) =>
  names.length === 0 ? '全部渠道' : names.map(channelText).join('、');

export const kindWords: Readonly<Record<GrantKind, string>> = { regular: '正式授权', temporary: '临时许可' };

/** A kind out of an address; nothing for what is none. */
export const kindOf = (text: string | null): GrantKind | undefined =>
  text === 'regular' || text === 'temporary' ? text : undefined;

/** Product line of a grant in words. */
export function lineText({ productLine, includedSkuIds }: Pick<Grant, 'productLine' | 'includedSkuIds'>) {
  if (productLine === '*') return '全部产品线';
  return productLine === '' ? `指定 ${includedSkuIds.length} 个商品` : productLine;
}

const NAMED_AT_ONCE = 3;

/** Names, the first few of them. */
export const someOf = (names: readonly string[]) =>
  names.length <= NAMED_AT_ONCE
    ? names.join('、')
    : `${names.slice(0, NAMED_AT_ONCE).join('、')}等 ${names.length} 处`;

const namesOf = (regions: readonly Region[]) => regions.map(({ name }) => name);

/** Where a grant holds, with every name. */
export function areasText(
  { areas, remainderAreas, excludedAreas }: Grant,
  told = (names: readonly string[]) => names.join('、'),
) {
  return [
    areas.length > 0 ? told(namesOf(areas)) : '',
    remainderAreas.length > 0 ? `${told(namesOf(remainderAreas))}的其余地区` : '',
    excludedAreas.length > 0 ? `不含 ${told(namesOf(excludedAreas))}` : '',
  ]
    .filter(Boolean)
    .join('；');
}

/** From when until when; the day it ends is the first it does not hold. */
export const windowText = ({ startsOn, endsOn }: Pick<Grant, 'startsOn' | 'endsOn'>) =>
  endsOn === null ? `${startsOn} 起长期` : `${startsOn} 至 ${endsOn} 前`;
