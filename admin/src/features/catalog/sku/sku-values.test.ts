import type { SkuSheet } from './model';
import { inputOf, isAsSaved, valuesOf } from './sku-values';

const sheet: SkuSheet = {
  skuId: 'WATER',
  name: '天然水',
  spec: '550ml',
  brand: '',
  category: '水',
  productLine: '水',
  barcode: '',
  baseUnit: '瓶',
  units: [
    {
      unit: '箱',
      factor: 24,
      sellable: true,
      priceable: true,
      barcode: '',
      weightGrams: 13_600,
      volumeMl: 20_000,
    },
  ],
  weightGrams: 560,
  volumeMl: 600,
  temperatureZone: 'ambient',
  invoiceEntity: '',
  shelfLifeDays: 730,
  shelfLifeMonths: null,
  stopSaleDays: 30,
  taxRateBp: 1_300,
  minimumQuantity: 24,
  multipleQuantity: 24,
  maximumQuantity: null,
  status: 'inactive',
  packVersion: 2,
  version: 7,
};

it('writes a sheet back as it was read', () => {
  const { packVersion: _, version: __, ...fields } = sheet;

  expect(inputOf(valuesOf(sheet), sheet.status)).toEqual(fields);
  expect(isAsSaved(valuesOf(sheet), sheet)).toBe(true);
});

it('says months where the label does', () => {
  const byMonths = { ...sheet, shelfLifeDays: 540, shelfLifeMonths: 18 };

  expect(valuesOf(byMonths)).toMatchObject({ lifeUnit: 'months', lifeCount: 18 });
  expect(inputOf(valuesOf(byMonths), 'active')).toMatchObject({ shelfLifeMonths: 18 });
});

it('knows what was typed from what was read', () => {
  expect(isAsSaved({ ...valuesOf(sheet), taxPercent: 9 }, sheet)).toBe(false);
  expect(isAsSaved({ ...valuesOf(sheet), units: [] }, sheet)).toBe(false);
});
