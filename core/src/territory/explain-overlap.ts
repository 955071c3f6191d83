import type { Overlap } from './find-conflicts';
import { divisionName } from './region-names';

const channelNames: Readonly<Record<string, string>> = {
  traditional: '流通',
  modern: '商超',
  convenience: '便利',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
};

/** `流通` for `traditional`; the code itself when it is not known. */
export const channelName = (channel: string): string => channelNames[channel] ?? channel;

const listed = (names: readonly string[], unit: string) =>
  names.length <= 5 ? names.join('、') : `${names.slice(0, 5).join('、')}等 ${names.length} ${unit}`;

const kinds: Readonly<Record<Overlap['kind'], string>> = {
  conflict: '独家授权重叠，不能保存',
  shared: '双方均非独家，将共同经营',
  shutsOut: '本授权为独家：对方在重叠区域将被拦截，除非其授权区域更细',
  shutOut: '对方为独家：本授权在重叠区域将被拦截，除非本授权区域更细',
};

/** An overlap in words: with whose grant, which areas, lines, channels and days, and what to do about it. */
export function explainOverlap(overlap: Overlap, names: { readonly seller: string; readonly grant: string }) {
  const { kind, areas, productLines, skuIds, channels, startsOn, endsOn } = overlap;
  const goods = [
    ...(productLines.includes('*') ? ['全部产品线'] : productLines.map((line) => `产品线「${line}」`)),
    ...(skuIds.length > 0 ? [`商品 ${listed(skuIds, '个')}`] : []),
  ];
  const parts = [
    `区域 ${listed(areas.map(divisionName), '处')}`,
    goods.join('、'),
    `渠道 ${channels.length === 0 ? '全部' : channels.map(channelName).join('、')}`,
    `期间 ${startsOn} 至 ${endsOn === null ? '长期' : `${endsOn} 前`}`,
  ];
  const message = `与${names.seller}的授权「${names.grant}」重叠（${kinds[kind]}）：${parts.join('；')}`;
  const remedy =
    kind === 'conflict'
      ? '请缩小区域、改为其余地区、排除重叠的区域或商品、错开日期，或取消其中一方的独家'
      : '';
  return { message, remedy };
}
