import { big, day, id, integer, json, longText, orNull, table, text } from '../platform';
import type { Brand, Category, GoodsPicture, PackVersion, Sku, SkuBarcode, Substitute } from './model';
import type {
  CustomerGroup,
  CustomerGroupMember,
  PriceLadder,
  PriceList,
  PriceListLine,
} from './price-model';
import type { OrderingRule } from './rule-model';

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
    packVersion: integer(),
    weightGrams: integer(),
    volumeMl: integer(),
    temperatureZone: text(16),
    invoiceEntity: text(80),
    shelfLifeMonths: orNull(integer()),
    stopSaleDays: integer(),
    version: integer(),
  },
  { primary: ['id'], index: [['category', 'name', 'id'], ['name', 'id'], ['barcode']] },
);

export const packVersionTable = table<PackVersion>(
  'packVersion',
  {
    skuId: id(),
    packVersion: integer(),
    baseUnit: text(8),
    barcode: text(32),
    units: json(),
    startsAt: big(),
    changedBy: id(),
  },
  { primary: ['skuId', 'packVersion'] },
);

export const skuBarcodeTable = table<SkuBarcode>(
  'skuBarcode',
  { barcode: text(32), skuId: id(), unit: text(8), factor: integer(), packVersion: integer() },
  { primary: ['barcode'], index: [['skuId']] },
);

export const goodsPictureTable = table<GoodsPicture>(
  'goodsPicture',
  { skuId: id(), position: integer(), photoId: id() },
  { primary: ['skuId', 'position'], unique: [['photoId']] },
);

export const categoryTable = table<Category>(
  'category',
  { id: text(40), name: text(40), parentId: orNull(text(40)), position: integer(), version: integer() },
  { primary: ['id'] },
);

export const brandTable = table<Brand>(
  'brand',
  { id: text(40), name: text(40), position: integer(), version: integer() },
  { primary: ['id'] },
);

export const substituteTable = table<Substitute>(
  'substitute',
  { sellerId: id(), skuId: id(), substituteSkuId: id(), position: integer() },
  { primary: ['sellerId', 'skuId', 'substituteSkuId'] },
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
    groupId: orNull(id()),
    version: integer(),
  },
  { primary: ['id'], index: [['sellerId', 'buyerId']] },
);

export const priceListLineTable = table<PriceListLine>(
  'priceListLine',
  {
    priceListId: id(),
    skuId: id(),
    unitPriceE4: big(),
    floorPriceE4: orNull(big()),
    unitPrices: json(),
    breaks: json(),
    breakMode: text(16),
  },
  { primary: ['priceListId', 'skuId'], index: [['skuId', 'priceListId']] },
);

export const customerGroupTable = table<CustomerGroup>(
  'customerGroup',
  { id: id(), sellerId: id(), name: text(80), version: integer() },
  { primary: ['id'], index: [['sellerId', 'id']] },
);

export const customerGroupMemberTable = table<CustomerGroupMember>(
  'customerGroupMember',
  { sellerId: id(), groupId: id(), buyerId: id() },
  { primary: ['groupId', 'buyerId'], index: [['sellerId', 'buyerId']] },
);

export const priceLadderTable = table<PriceLadder>(
  'priceLadder',
  {
    skuId: id(),
    factoryE4: orNull(big()),
    firstWholesaleE4: orNull(big()),
    secondWholesaleE4: orNull(big()),
    storeE4: orNull(big()),
    retailE4: orNull(big()),
    version: integer(),
  },
  { primary: ['skuId'] },
);

export const orderingRuleTable = table<OrderingRule>(
  'orderingRule',
  {
    id: id(),
    sellerId: id(),
    scope: text(24),
    buyerId: orNull(id()),
    priceListId: orNull(id()),
    level: orNull(integer()),
    regionPrefix: orNull(text(6)),
    channel: orNull(text(16)),
    category: orNull(text(40)),
    skuId: orNull(id()),
    minimumQuantity: orNull(big()),
    multipleQuantity: orNull(big()),
    maximumQuantity: orNull(big()),
    orderAmountFen: orNull(big()),
    orderCases: orNull(big()),
    orderWeightGrams: orNull(big()),
    startsOn: day(),
    endsOn: orNull(day()),
    version: integer(),
  },
  {
    primary: ['id'],
    index: [
      ['sellerId', 'id'],
      ['sellerId', 'buyerId'],
      ['sellerId', 'skuId'],
    ],
  },
);

export const catalogTables = [
  skuTable,
  goodsPictureTable,
  packVersionTable,
  skuBarcodeTable,
  categoryTable,
  brandTable,
  substituteTable,
  priceListTable,
  priceListLineTable,
  customerGroupTable,
  customerGroupMemberTable,
  priceLadderTable,
  orderingRuleTable,
];
