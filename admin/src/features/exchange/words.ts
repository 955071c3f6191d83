import type { ExchangeKind, ImportRun } from './queries';

/** What each kind of file is called, and what it does. */
export const kindWords: Readonly<Record<ExchangeKind, { title: string; hint: string }>> = {
  products: { title: '商品', hint: '新增或修改商品资料；留空的单元格保持原值。' },
  partners: { title: '客户', hint: '新增或修改经销商、门店与连锁；上级（供货方）须已存在。' },
  prices: { title: '价格', hint: '修改自己的价格表；价格按基本单位填写，最多 4 位小数。' },
  stock: { title: '库存', hint: '按批次填写实有数量；与账面的差额会记为盘点调整。' },
  limits: { title: '信用额度', hint: '设置客户的信用额度与账期；客户须已由您供货。' },
};

export const stateWords: Readonly<Record<ImportRun['state'], { text: string; color: string }>> = {
  receiving: { text: '上传中', color: 'processing' },
  checking: { text: '校验中', color: 'processing' },
  ready: { text: '待确认', color: 'warning' },
  applying: { text: '写入中', color: 'processing' },
  done: { text: '已完成', color: 'success' },
  failed: { text: '无法读取', color: 'error' },
  cancelled: { text: '已放弃', color: 'default' },
};
