import type { TableToSave } from '@/platform/save-table';
import type { Lot, Summary } from './queries';
import { levels, qualities } from './words';

/** Lots as they go into a workbook; quantities in the smallest unit. */
export const lotTable = (lots: readonly Lot[]): TableToSave => ({
  name: '批次库存',
  columns: [
    '商品编号',
    '商品',
    '仓库',
    '批次',
    '生产日期',
    '到期日',
    '剩余天数',
    '效期',
    '质量',
    '在库',
    '占用',
    '整箱数量',
  ].map((title) => ({ title })),
  rows: lots.map((lot) => [
    lot.skuId,
    lot.skuName,
    lot.warehouseName,
    lot.lotNo,
    lot.producedOn,
    lot.expiresOn,
    lot.remainingDays,
    levels[lot.level].text,
    lot.recalled ? '召回' : qualities[lot.quality].text,
    lot.onHand,
    lot.reserved,
    lot.mixedUnits,
  ]),
});

/** What there is of each SKU, likewise. */
export const summaryTable = (skus: readonly Summary[]): TableToSave => ({
  name: '商品库存',
  columns: [
    '商品编号',
    '商品',
    '在库',
    '可用',
    '待检',
    '破损',
    '停售',
    '过期',
    '禁售',
    '召回',
    '占用',
    '可售',
    '在途',
  ].map((title) => ({ title })),
  rows: skus.map((sku) => [
    sku.skuId,
    sku.skuName,
    sku.onHand,
    sku.available,
    sku.inspection,
    sku.damaged,
    sku.blocked,
    sku.expired,
    sku.stopSale,
    sku.recalled,
    sku.reserved,
    sku.sellable,
    sku.inTransit,
  ]),
});
