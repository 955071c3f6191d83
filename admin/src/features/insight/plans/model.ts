import type { Answer } from '../../../api';

export type Plan = Answer<'insight', 'plans'>['items'][number];
export type PlanFile = Answer<'insight', 'reportFiles'>['items'][number];
export type Rhythm = Plan['rhythm'];

export const reportWords: Readonly<Record<Plan['report'], string>> = {
  days: '销售 · 按日',
  buyer: '销售 · 按客户',
  seller: '销售 · 按经销商',
  province: '销售 · 按省份',
  goods: '销售 · 按商品',
  category: '销售 · 按品类',
  brand: '销售 · 按品牌',
  deliveries: '履约',
  receivables: '款项',
  shelves: '库存',
  promoted: '促销投入产出',
  returns: '售后 · 按原因',
  returnedGoods: '售后 · 按商品',
  losses: '损耗',
  slowStock: '滞销（90 天，截至生成时）',
  diversions: '窜货',
};

export const sideWords: Readonly<Record<Plan['side'], string>> = { channel: '经销商销售', own: '本公司供货' };

export const spanWords: Readonly<Record<Plan['span'], string>> = {
  yesterday: '前一天',
  last7Days: '前 7 天',
  last30Days: '前 30 天',
  lastWeek: '上周（周一至周日）',
  lastMonth: '上月',
};

export const rhythmWords: Readonly<Record<Rhythm, string>> = {
  daily: '每天',
  weekly: '每周',
  monthly: '每月',
};
export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
export const formatWords: Readonly<Record<Plan['format'], string>> = { csv: 'CSV', xlsx: 'Excel' };

/** When a plan is due, as people say it: 每周一 08:00. */
export function timesText({ rhythm, onDay, hour }: Pick<Plan, 'rhythm' | 'onDay' | 'hour'>): string {
  const at = `${String(hour).padStart(2, '0')}:00`;
  if (rhythm === 'daily') return `每天 ${at}`;
  return rhythm === 'weekly' ? `每周${weekdays[onDay - 1] ?? ''} ${at}` : `每月 ${onDay} 日 ${at}`;
}

/** The days a file tells of. */
export const daysText = ({ from, to }: Pick<PlanFile, 'from' | 'to'>) =>
  from === to ? from : `${from} 至 ${to}`;
