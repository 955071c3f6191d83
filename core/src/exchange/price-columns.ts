import { optional, required } from './column';
import { aCode, aUnitPrice } from './read-cell';

/** 价格: one SKU of one of the party's own price lists a row. */
export const priceColumns = {
  priceListId: required(['价格表编号', '价格表'], aCode, 'PL-D01'),
  skuId: required(['商品编码', 'SKU', '编码'], aCode, 'QG1001'),
  unitPriceE4: required(['单价（元）', '单价', '基本单位单价'], aUnitPrice, '3.20'),
  floorPriceE4: optional(['底价（元）', '底价'], aUnitPrice, '2.90'),
} as const;
