import { optional, required } from './column';
import { aBarcode, aCode, aDecimal, aPercent, aText, aWhole, oneOf } from './read-cell';

const quantities = aWhole(0, 1_000_000);

/** 商品: one SKU a row. A row about a SKU there is may leave out what stays as it is. */
export const productColumns = {
  skuId: required(['商品编码', 'SKU', '编码', '货号'], aCode, 'QG1001'),
  name: optional(['商品名称', '品名', '名称'], aText(80), '清谷冰红茶'),
  spec: optional(['规格'], aText(40), '500ml×15'),
  brand: optional(['品牌'], aText(40), '清谷'),
  category: optional(['分类', '类别', '品类'], aText(40), '茶饮料'),
  productLine: optional(['产品线'], aText(40), '饮品'),
  barcode: optional(['条码', '商品条码', '69码'], aBarcode, '6901234567892'),
  baseUnit: optional(['基本单位', '最小单位'], aText(8), '瓶'),
  caseUnit: optional(['箱单位', '大单位'], aText(8), '箱'),
  caseFactor: optional(['箱规', '换算率', '每箱数量'], aWhole(2, 100_000), '15'),
  caseBarcode: optional(['箱码'], aBarcode, '16901234567899'),
  shelfLifeDays: optional(['保质期（天）', '保质期'], aWhole(1, 36_500), '365'),
  shelfLifeMonths: optional(['保质期（月）'], aWhole(1, 1_200), '12'),
  stopSaleDays: optional(['禁售天数', '到期前禁售（天）'], aWhole(0, 3_650), '7'),
  temperatureZone: optional(
    ['温层', '储存条件'],
    oneOf({ 常温: 'ambient', 冷藏: 'chilled', 冷冻: 'frozen' }),
    '常温',
  ),
  weightGrams: optional(['单件重量（千克）', '重量'], aDecimal(3, 0, 10_000), '0.55'),
  taxRateBp: optional(['税率'], aPercent, '13%'),
  minimumQuantity: optional(['起订量'], quantities, '15'),
  multipleQuantity: optional(['倍数', '订货倍数'], quantities, '15'),
  maximumQuantity: optional(['限购', '限购数量'], quantities, '3000'),
  status: optional(['状态', '上下架'], oneOf({ 上架: 'active', 下架: 'inactive' }), '上架'),
} as const;
