import type { Me } from '@/features/session/queries';

export const kindWords: Record<Me['party']['kind'], string> = {
  hq: '总部',
  distributor: '经销商',
  store: '门店',
  chain: '连锁',
};

export const roleWords: Record<Me['roles'][number], string> = {
  owner: '负责人',
  manager: '渠道管理',
  purchaser: '采购',
  reviewer: '审核',
  warehouse: '仓库',
  finance: '财务',
};
