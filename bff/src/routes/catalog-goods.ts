import type { Brand, Category, Core, Sku } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { goodsPictureUrl } from './photo-view';
import { at } from './wire';

type Routes =
  | 'pictures'
  | 'putPictures'
  | 'brands'
  | 'putBrand'
  | 'putCategory'
  | 'sheet'
  | 'putSku'
  | 'setSkuStatus'
  | 'packVersions';

/** HQ keeps the range. */
export const goodsEditHandlers = ({ catalog }: Core): Pick<HandlersOf<'catalog'>, Routes> => ({
  brands: async () => ({ items: (await catalog.brands()).map(viewBrand) }),
  putBrand: async ({ brandId, ...given }, caller) =>
    viewBrand(await catalog.putBrand(caller, { ...given, id: brandId })),
  putCategory: async ({ category, ...given }, caller) =>
    viewCategory(await catalog.putCategory(caller, { ...given, id: category })),
  sheet: async ({ skuId }) => viewSheet(await catalog.get(skuId)),
  putSku: async ({ commandId, skuId, ...given }, caller) =>
    viewSheet(await catalog.putSku(caller, { commandId, sku: { ...given, id: skuId } })),
  setSkuStatus: async (input, caller) => viewSheet(await catalog.setSkuStatus(caller, input)),
  pictures: async ({ skuId }) => {
    await catalog.get(skuId);
    return viewPictures((await catalog.picturesOf([skuId])).get(skuId) ?? []);
  },
  putPictures: async (input, caller) => viewPictures(await catalog.putPictures(caller, input)),
  packVersions: async ({ skuId }) => ({
    items: (await catalog.packVersions(skuId)).map(({ packVersion, baseUnit, barcode, units, startsAt }) => ({
      packVersion,
      baseUnit,
      barcode,
      units: units.map(viewUnit),
      startedAt: startsAt === 0 ? null : at(startsAt),
    })),
  }),
});

const viewPictures = (photoIds: readonly string[]) => ({
  items: photoIds.map((photoId) => ({
    photoId,
    url: goodsPictureUrl(photoId, 'full'),
    thumbnailUrl: goodsPictureUrl(photoId, 'thumbnail'),
  })),
});

const viewBrand = ({ id, name, position, version }: Brand) => ({ brandId: id, name, position, version });

const viewCategory = ({ id, name, parentId, position, version }: Category) => ({
  category: id,
  name,
  parentId,
  position,
  version,
});

const viewUnit = ({
  unit,
  factor,
  sellable,
  priceable,
  barcode,
  weightGrams,
  volumeMl,
}: Sku['units'][number]) => ({
  unit,
  factor,
  sellable,
  priceable,
  barcode,
  weightGrams,
  volumeMl,
});

const viewSheet = (sku: Sku) => ({
  skuId: sku.id,
  name: sku.name,
  spec: sku.spec,
  brand: sku.brand,
  category: sku.category,
  productLine: sku.productLine,
  barcode: sku.barcode,
  baseUnit: sku.baseUnit,
  units: sku.units.map(viewUnit),
  packVersion: sku.packVersion,
  weightGrams: sku.weightGrams,
  volumeMl: sku.volumeMl,
  temperatureZone: sku.temperatureZone,
  invoiceEntity: sku.invoiceEntity,
  shelfLifeDays: sku.shelfLifeDays,
  shelfLifeMonths: sku.shelfLifeMonths,
  stopSaleDays: sku.stopSaleDays,
  taxRateBp: sku.taxRateBp,
  minimumQuantity: sku.minimumQuantity,
  multipleQuantity: sku.multipleQuantity,
  maximumQuantity: sku.maximumQuantity,
  status: sku.status,
  version: sku.version,
});
