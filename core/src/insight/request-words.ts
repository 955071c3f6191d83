import type { AfterSalesKind, AfterSalesReason } from '../orders';

/** What after-sales requests are called, and why they were made. */
export const requestKinds: Readonly<Record<AfterSalesKind, string>> = {
  refundOnly: '仅退款',
  return: '退货退款',
  exchange: '换货',
  claim: '索赔',
  swap: '临期换货',
};

export const requestReasons: Readonly<Record<AfterSalesReason, string>> = {
  quality: '质量问题',
  damaged: '包装破损',
  wrongGoods: '发错货',
  nearExpiry: '临近到期',
  unsold: '滞销',
  other: '其他',
};
