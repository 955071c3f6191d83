import type { Answer } from '../../api';

export type DeliveryTerms = Answer<'delivery', 'put'>;
export type DeliveryRule = DeliveryTerms['rules'][number];
export type DeliveryPreview = Answer<'delivery', 'preview'>;

export const channelWords = {
  traditional: '传统渠道',
  modern: '现代渠道',
  convenience: '便利店',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
} as const satisfies Record<NonNullable<DeliveryRule['channel']>, string>;

export const kindWords = {
  amount: '按订单金额',
  weight: '按重量（公斤）',
  cases: '按箱数',
} as const satisfies Record<DeliveryRule['charge']['kind'], string>;
