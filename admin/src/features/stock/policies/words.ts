import { channelText } from '../../../ui/channels';
import { countText } from '../../../ui/format';
import type { LifeRule, ShareTerms, ShortagePolicy } from './queries';

/** Stands for every customer, every SKU, every channel. */
export const EVERY = '*';

const BP_PER_PERCENT = 100;
const bpOfWhole = 10_000;

/** Basis points as a percentage without needless decimals. */
export const percentText = (bp: number) => `${bp / BP_PER_PERCENT}%`;
/** A percentage as somebody types it, in basis points. */
export const bpOfPercent = (percent: number) => Math.round(percent * BP_PER_PERCENT);
export const percentOfBp = (bp: number) => bp / BP_PER_PERCENT;
/** What is left to pay, as the trade says it: 1,500 off is 8.5 折. */
export function foldText(offBp: number) {
  if (offBp <= 0) return '不打折';
  return offBp >= bpOfWhole ? '免费' : `${(bpOfWhole - offBp) / 1_000} 折`;
}

/** What customers, goods and categories are called. */
export interface PolicyNames {
  readonly buyer: (buyerId: string) => string;
  readonly sku: (skuId: string) => string;
  readonly category: (category: string) => string;
}

export const lifeScopes: Readonly<Record<LifeRule['scope'], string>> = {
  buyerSku: '客户＋商品',
  buyerCategory: '客户＋分类',
  buyer: '客户',
  channel: '渠道',
};

/** Whom a rule of freshness is for, in words. */
export const lifeSubjectText = ({ scope, subject }: LifeRule, names: PolicyNames) =>
  scope === 'channel' ? `${channelText(subject)}渠道` : names.buyer(subject);

/** Which goods a rule of freshness covers, in words. */
export function lifeGoodsText({ scope, goods }: LifeRule, names: PolicyNames) {
  if (scope === 'buyerSku') return names.sku(goods);
  return scope === 'buyerCategory' ? `分类“${names.category(goods)}”` : '全部商品';
}

/** What a rule of freshness asks, in words. */
export function lifeAskedText({ minimumDays, minimumLifeBp, maximumLots, refusesOlder }: LifeRule) {
  const asked = [
    minimumLifeBp > 0 && `到货时剩余效期不少于 ${percentText(minimumLifeBp)}`,
    minimumDays > 0 && `到货时至少还有 ${countText(minimumDays)} 天`,
    maximumLots !== null && `单行最多 ${maximumLots} 个批次`,
    refusesOlder && '不倒批',
  ].filter(Boolean);
  return asked.length === 0 ? '不过期即可' : asked.join('，');
}

/** From when until when; the day it ends is the first it does not hold. */
export const windowText = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  endsOn === null ? `${startsOn} 起，长期` : `${startsOn} 至 ${endsOn} 前`;

export const shortageKinds: Readonly<Record<ShortagePolicy['kind'], string>> = {
  shipAndBackOrder: '有多少发多少，其余记欠货',
  waitForFull: '等货齐了一起发',
  cancelRest: '有多少发多少，其余取消',
  substitute: '用替代品补足',
  review: '转人工处理',
};
export const shortageRests: Readonly<Record<ShortagePolicy['rest'], string>> = {
  review: '转人工处理',
  cancel: '取消',
  backOrder: '记欠货',
};

/** Kinds that leave something owed or waited for, which may be closed after some days. */
export const mayClose = ({ kind, rest }: Pick<ShortagePolicy, 'kind' | 'rest'>) =>
  kind === 'shipAndBackOrder' || kind === 'waitForFull' || (kind === 'substitute' && rest === 'backOrder');

/** What becomes of a shortage, in words. */
export function shortageText(policy: ShortagePolicy) {
  const { kind, rest, closeAfterDays } = policy;
  return [
    shortageKinds[kind],
    kind === 'substitute' && `仍不够的${shortageRests[rest]}`,
    mayClose(policy) && closeAfterDays !== null && `${closeAfterDays} 天后自动关闭`,
  ]
    .filter(Boolean)
    .join('，');
}

export const buyerText = (buyerId: string, names: Pick<PolicyNames, 'buyer'>) =>
  buyerId === EVERY ? '所有客户' : names.buyer(buyerId);
export const skuText = (skuId: string, names: Pick<PolicyNames, 'sku'>) =>
  skuId === EVERY ? '所有商品' : names.sku(skuId);

/** Whom share terms are for, in words. */
export function shareSubjectText({ buyerId, channel }: ShareTerms, names: Pick<PolicyNames, 'buyer'>) {
  if (buyerId !== EVERY) return names.buyer(buyerId);
  return channel === EVERY ? '其余所有客户' : `${channelText(channel)}渠道`;
}
