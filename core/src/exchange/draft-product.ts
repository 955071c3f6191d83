import type { Sku, SkuDraft, SkuFault, Unit } from '../catalog';
import { formatPercent, formatThousandths } from './format-cell';
import type { RowOf } from './column';
import type { CellFault, Cells } from './model';
import { productColumns } from './product-columns';

export type ProductRow = RowOf<typeof productColumns>;

/** What a new SKU must say beyond its code. */
const neededWhenNew = ['name', 'category', 'baseUnit'] as const;

/** The headings a new SKU lacks. */
export function missingOfNew(row: ProductRow): readonly CellFault[] {
  const faults = neededWhenNew.flatMap((field) =>
    row[field] === null ? [{ heading: productColumns[field].heading, fault: '新商品必填' }] : [],
  );
  const hasLife = row.shelfLifeDays !== null || row.shelfLifeMonths !== null;
  return hasLife
    ? faults
    : [...faults, { heading: productColumns.shelfLifeDays.heading, fault: '新商品必填' }];
}

/** A SKU as a row wants it: what the row leaves out stays as it is, or is what is usual. */
export function draftProduct(row: ProductRow, before: Sku | undefined): SkuDraft {
  const months =
    row.shelfLifeMonths ?? (row.shelfLifeDays === null ? (before?.shelfLifeMonths ?? null) : null);
  return {
    id: row.skuId,
    name: row.name ?? before?.name ?? '',
    spec: row.spec ?? before?.spec ?? '',
    brand: row.brand ?? before?.brand ?? '',
    category: row.category ?? before?.category ?? '',
    productLine: row.productLine ?? before?.productLine ?? row.category ?? '',
    barcode: row.barcode ?? before?.barcode ?? '',
    baseUnit: row.baseUnit ?? before?.baseUnit ?? '',
    units: draftUnits(row, before?.units ?? []),
    weightGrams: row.weightGrams ?? before?.weightGrams ?? 0,
    volumeMl: before?.volumeMl ?? 0,
    temperatureZone: row.temperatureZone ?? before?.temperatureZone ?? 'ambient',
    invoiceEntity: before?.invoiceEntity ?? '',
    shelfLifeDays: row.shelfLifeDays ?? before?.shelfLifeDays ?? 0,
    shelfLifeMonths: months,
    stopSaleDays: row.stopSaleDays ?? before?.stopSaleDays ?? 0,
    taxRateBp: row.taxRateBp ?? before?.taxRateBp ?? 1_300,
    minimumQuantity: row.minimumQuantity ?? before?.minimumQuantity ?? 0,
    multipleQuantity: row.multipleQuantity ?? before?.multipleQuantity ?? 0,
    maximumQuantity: row.maximumQuantity ?? before?.maximumQuantity ?? null,
    status: row.status ?? before?.status ?? 'active',
  };
}

/** A file names one larger unit, the case; the others a SKU has stay. */
function draftUnits(row: ProductRow, before: readonly Unit[]): readonly Unit[] {
  const stood = before.at(-1);
  if (row.caseFactor === null && row.caseUnit === null && row.caseBarcode === null) return before;
  const factor = row.caseFactor ?? stood?.factor;
  if (factor === undefined) return before;
  const drafted: Unit = {
    sellable: stood?.sellable ?? true,
    priceable: stood?.priceable ?? true,
    weightGrams: stood?.weightGrams ?? 0,
    volumeMl: stood?.volumeMl ?? 0,
    unit: row.caseUnit ?? stood?.unit ?? '箱',
    factor,
    barcode: row.caseBarcode ?? stood?.barcode ?? '',
  };
  return [...before.slice(0, -1), drafted];
}

const zoneWords = { ambient: '常温', chilled: '冷藏', frozen: '冷冻' } as const;

/** A SKU as a row of the export says it. */
export function productCells(sku: Sku): Cells {
  const packed = sku.units.at(-1);
  return {
    skuId: sku.id,
    name: sku.name,
    spec: sku.spec,
    brand: sku.brand,
    category: sku.category,
    productLine: sku.productLine,
    barcode: sku.barcode,
    baseUnit: sku.baseUnit,
    caseUnit: packed?.unit ?? '',
    caseFactor: packed ? String(packed.factor) : '',
    caseBarcode: packed?.barcode ?? '',
    shelfLifeDays: String(sku.shelfLifeDays),
    shelfLifeMonths: sku.shelfLifeMonths === null ? '' : String(sku.shelfLifeMonths),
    stopSaleDays: String(sku.stopSaleDays),
    temperatureZone: zoneWords[sku.temperatureZone],
    weightGrams: formatThousandths(sku.weightGrams),
    taxRateBp: formatPercent(sku.taxRateBp),
    minimumQuantity: String(sku.minimumQuantity),
    multipleQuantity: String(sku.multipleQuantity),
    maximumQuantity: sku.maximumQuantity === null ? '' : String(sku.maximumQuantity),
    status: sku.status === 'active' ? '上架' : '下架',
  };
}

type ProductField = keyof typeof productColumns;

/** Which column a refusal of the catalogue is about, and what it says. */
const words: Readonly<Record<SkuFault, readonly [field: ProductField, fault: string]>> = {
  versionChanged: ['skuId', '商品刚被他人修改，请重新导入'],
  skuTwice: ['skuId', '商品重复'],
  categoryUnknown: ['category', '没有这个分类'],
  brandUnknown: ['brand', '没有这个品牌'],
  baseUnitFixed: ['baseUnit', '基本单位不能修改：库存、价格和订单都以它计数'],
  unitTwice: ['caseUnit', '箱单位与基本单位相同'],
  factorWrong: ['caseFactor', '箱规应大于 1 且不重复'],
  barcodeWrong: ['barcode', '条码不对'],
  barcodeTwice: ['caseBarcode', '同一条码出现两次'],
  barcodeTaken: ['barcode', '条码已属于其他商品'],
  quantityRange: ['maximumQuantity', '限购小于起订量'],
  shelfLifeWrong: ['shelfLifeDays', '保质期应长于禁售天数'],
};

export const productFaults = (faults: readonly SkuFault[]): readonly CellFault[] =>
  faults.map((fault) => {
    const [field, sentence] = words[fault];
    return { heading: productColumns[field].heading, fault: sentence };
  });
