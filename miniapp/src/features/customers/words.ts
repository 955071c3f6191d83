import type { Customer, CustomerAccount } from './queries';

/** When a customer pays: `账期 30 天`, `预存`, `现结`. */
export function termsWords({ terms, termDays }: Pick<CustomerAccount, 'terms' | 'termDays'>) {
  if (terms.kind === 'prepaid') return '预存';
  return termDays > 0 ? `账期 ${termDays} 天` : '现结';
}

export const statusWords: Record<Customer['status'], string> = {
  active: '正常',
  ordersStopped: '停止下单',
  suspended: '已停用',
};

/** What being overdue has led to. */
export const ladderWords: Record<CustomerAccount['ladderStep'], string> = {
  clear: '正常',
  remind: '逾期提醒',
  noPromotion: '停享促销',
  cashOnly: '现款下单',
  stopShipment: '停止发货',
  frozen: '冻结',
};
