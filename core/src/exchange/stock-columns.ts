import { required } from './column';
import { aCode, aDay, aText, aWhole } from './read-cell';

/**
 * 库存: what of a lot is on hand in a warehouse, in base units. The file says how much there is, not how much
 * came in: handing it in twice changes nothing the second time.
 */
export const stockColumns = {
  warehouseId: required(['仓库编号', '仓库'], aCode, 'W-D01'),
  skuId: required(['商品编码', 'SKU', '编码'], aCode, 'QG1001'),
  lotNo: required(['批号', '批次'], aText(40), '260901A'),
  producedOn: required(['生产日期'], aDay, '2026-09-01'),
  onHand: required(['在库数量', '数量', '实盘数量'], aWhole(0, 100_000_000), '360'),
} as const;
