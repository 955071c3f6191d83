import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Id } from './fields';
import { route } from './route';

/** A category or brand by its id; `''` is no brand. */
export const ShelfId = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\s|]+(?: [^\s|]+)*$/);
const Words = (length: number) => z.string().trim().max(length);
const Barcode = z.string().regex(/^[0-9A-Za-z_-]{0,32}$/);
const Bounded = (greatest: number) => z.int().min(0).max(greatest);
export const Version = z.int().min(0).max(1_000_000_000).describe('the one the editor has seen; 0 for none');

const UnitSheet = z.object({
  unit: Words(8).min(1),
  factor: z.int().min(2).max(1_000_000).describe('base units in it'),
  sellable: z.boolean(),
  priceable: z.boolean(),
  barcode: Barcode,
  weightGrams: Bounded(100_000_000),
  volumeMl: Bounded(1_000_000_000),
});

const sheetFields = {
  name: Words(80).min(1),
  spec: Words(40),
  brand: z.union([ShelfId, z.literal('')]),
  category: ShelfId,
  productLine: Words(40).min(1),
  barcode: Barcode,
  baseUnit: Words(8).min(1),
  units: z.array(UnitSheet).max(8),
  weightGrams: Bounded(100_000_000),
  volumeMl: Bounded(1_000_000_000),
  temperatureZone: z.enum(['ambient', 'chilled', 'frozen']),
  invoiceEntity: Words(80),
  shelfLifeDays: z.int().min(1).max(36_500),
  shelfLifeMonths: z.int().min(1).max(1_200).nullable().describe('set where the label counts months'),
  stopSaleDays: Bounded(36_500),
  taxRateBp: Bounded(10_000),
  minimumQuantity: Bounded(1_000_000),
  multipleQuantity: Bounded(1_000_000),
  maximumQuantity: Bounded(1_000_000).nullable(),
  status: z.enum(['active', 'inactive']),
};

/** All HQ keeps of a SKU. */
export const SkuSheet = z.object({ skuId: Id, ...sheetFields, packVersion: z.int(), version: z.int() });

const PicturesView = z.object({
  items: z.array(z.object({ photoId: Id, url: z.string(), thumbnailUrl: z.string() })),
});

const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };
const BrandView = z.object({ brandId: z.string(), name: z.string(), position: z.int(), version: z.int() });
const CategoryView = z.object({
  category: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  position: z.int(),
  version: z.int(),
});

/** HQ keeps the range. */
export const goodsEditRoutes = {
  brands: route(endpoints.catalog.brands, {
    summary: 'Brands in their order.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(BrandView) }),
    errors: [],
  }),
  putBrand: route(endpoints.catalog.putBrand, {
    summary: 'Add a brand or rename it.',
    access: 'hqManager',
    input: z.object({
      ...command,
      brandId: ShelfId,
      name: Words(40).min(1),
      position: Bounded(100_000),
      expectedVersion: Version,
    }),
    output: BrandView,
    errors: ['catalog.versionChanged', 'command.idReused'],
  }),
  putCategory: route(endpoints.catalog.putCategory, {
    summary: 'Add a category, rename or move it.',
    access: 'hqManager',
    input: z.object({
      ...command,
      category: ShelfId,
      name: Words(40).min(1),
      parentId: ShelfId.nullable(),
      position: Bounded(100_000),
      expectedVersion: Version,
    }),
    output: CategoryView,
    errors: [
      'catalog.versionChanged',
      'catalog.categoryUnknown',
      'catalog.categoryMisplaced',
      'command.idReused',
    ],
  }),
  sheet: route(endpoints.catalog.sheet, {
    summary: 'All there is to know of a SKU, to be changed.',
    access: 'hqManager',
    input: z.object({ skuId: Id }),
    output: SkuSheet,
    errors: ['catalog.skuUnknown'],
  }),
  putSku: route(endpoints.catalog.putSku, {
    summary: 'Add a SKU or change it.',
    access: 'hqManager',
    input: z.object({ ...command, skuId: Id, ...sheetFields, expectedVersion: Version }),
    output: SkuSheet,
    errors: [
      'catalog.versionChanged',
      'catalog.categoryUnknown',
      'catalog.brandUnknown',
      'catalog.baseUnitFixed',
      'catalog.unitTwice',
      'catalog.factorWrong',
      'catalog.barcodeWrong',
      'catalog.barcodeTwice',
      'catalog.barcodeTaken',
      'catalog.quantityRange',
      'catalog.shelfLifeWrong',
      'command.idReused',
    ],
  }),
  setSkuStatus: route(endpoints.catalog.setSkuStatus, {
    summary: 'Take a SKU into the range or out of it.',
    access: 'hqManager',
    input: z.object({
      ...command,
      skuId: Id,
      status: z.enum(['active', 'inactive']),
      expectedVersion: Version,
    }),
    output: SkuSheet,
    errors: ['catalog.skuUnknown', 'catalog.versionChanged', 'command.idReused'],
  }),
  packVersions: route(endpoints.catalog.packVersions, {
    summary: 'How a SKU is and was packed, today’s pack first.',
    access: 'seller',
    input: z.object({ skuId: Id }),
    output: z.object({
      items: z.array(
        z.object({
          packVersion: Count,
          baseUnit: z.string(),
          barcode: z.string(),
          units: z.array(UnitSheet),
          startedAt: At.nullable().describe('null: since the SKU is known'),
        }),
      ),
    }),
    errors: ['catalog.skuUnknown'],
  }),
  pictures: route(endpoints.catalog.pictures, {
    summary: 'The pictures of a SKU, the main one first.',
    access: 'seller',
    input: z.object({ skuId: Id }),
    output: PicturesView,
    errors: ['catalog.skuUnknown'],
  }),
  putPictures: route(endpoints.catalog.putPictures, {
    summary: 'Set the pictures of a SKU and their order; new ones were uploaded before.',
    access: 'hqManager',
    input: z.object({ ...command, skuId: Id, photoIds: z.array(Id).max(9) }),
    output: PicturesView,
    errors: ['catalog.skuUnknown', 'attachments.photoUnknown', 'attachments.photoUsed', 'command.idReused'],
  }),
};
