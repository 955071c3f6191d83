import { big, day, id, integer, json, longText, orNull, table, text } from '../platform';
import type { PriceList, PriceListLine, Sku } from './model';

export const skuTable = table<Sku>(
  'sku',
  {
    id: id(),
    name: text(80),
    spec: text(40),
    brand: text(40),
    category: text(40),
    productLine: text(40),
    barcode: text(32),
    baseUnit: text(8),
    units: json(),
    shelfLifeDays: integer(),
    taxRateBp: integer(),
    minimumQuantity: big(),
    multipleQuantity: big(),
    maximumQuantity: orNull(big()),
    status: text(16),
    searchText: longText(),
  },
  { primary: ['id'], index: [['category', 'name', 'id'], ['name', 'id'], ['barcode']] },
);

export const priceListTable = table<PriceList>(
  'priceList',
  {
    id: id(),
    sellerId: id(),
    name: text(80),
    kind: text(24),
    buyerId: orNull(id()),
    level: orNull(integer()),
    regionPrefix: orNull(text(6)),
    channel: orNull(text(16)),
    priority: integer(),
    startsOn: day(),
    endsOn: orNull(day()),
  },
  { primary: ['id'], index: [['sellerId', 'buyerId']] },
);

export const priceListLineTable = table<PriceListLine>(
  'priceListLine',
  { priceListId: id(), skuId: id(), unitPriceE4: big(), floorPriceE4: orNull(big()) },
  { primary: ['priceListId', 'skuId'] },
);

export const catalogTables = [skuTable, priceListTable, priceListLineTable];
