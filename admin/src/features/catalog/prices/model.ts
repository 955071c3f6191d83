import type { api, Answer } from '../../../api';

export type PriceList = Answer<'catalog', 'priceLists'>['items'][number];
export type PriceLine = Answer<'catalog', 'priceLines'>['items'][number];
export type Preview = Answer<'catalog', 'previewPriceLines'>;
export type PreviewedPrice = Preview['items'][number];
export type PriceChange = Parameters<typeof api.catalog.previewPriceLines>[0]['change'];
export type WhyPrice = Answer<'catalog', 'whyPrice'>;

export const kindWords = {
  customer: { text: '客户专属', color: 'gold' },
  group: { text: '客户组', color: 'purple' },
  levelRegionChannel: { text: '级别区域渠道', color: 'blue' },
  region: { text: '区域', color: 'cyan' },
  level: { text: '级别', color: 'geekblue' },
  standard: { text: '标准价', color: 'default' },
} as const satisfies Record<PriceList['kind'], { text: string; color: string }>;

export const channelWords = {
  traditional: '传统渠道',
  modern: '现代渠道',
  convenience: '便利店',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
} as const satisfies Record<NonNullable<PriceList['channel']>, string>;

const E4_PER_YUAN = 10_000;

/** A unit price as somebody types it, in 1/10,000 yuan. */
export const e4OfYuan = (yuan: number) => Math.round(yuan * E4_PER_YUAN);
/** The same back again, as a field shows it. */
export const yuanOfE4 = (priceE4: number) => priceE4 / E4_PER_YUAN;

/** Whether a list prices anything on a day. */
export const standsOn = ({ startsOn, endsOn }: Pick<PriceList, 'startsOn' | 'endsOn'>, day: string) =>
  day < startsOn ? 'coming' : endsOn !== null && day >= endsOn ? 'over' : 'live';

export const standingWords = {
  live: { text: '生效中', color: 'green' },
  coming: { text: '未生效', color: 'blue' },
  over: { text: '已过期', color: 'default' },
} as const;
