import { type AnothersRowsOf, asks, everyones, goods, hqAlone, own } from './row';

const supplier = asks('seller', 'partners.notSupplied');
const newList = { priceListId: undefined, expectedVersion: 0 };
const newGroup = { groupId: undefined, expectedVersion: 0 };
const newRule = { ruleId: undefined, minimumQuantity: 1, expectedVersion: 0 };

export const catalogAnothers: AnothersRowsOf<'catalog'> = {
  search: { supplierId: supplier },
  get: { skuId: goods, supplierId: supplier },
  categories: everyones,
  scan: { supplierId: supplier },
  brands: everyones,
  putBrand: hqAlone,
  putCategory: hqAlone,
  sheet: hqAlone,
  putSku: hqAlone,
  setSkuStatus: hqAlone,
  packVersions: { skuId: goods },
  pictures: { skuId: goods },
  putPictures: hqAlone,
  shelf: { skuId: goods, supplierId: supplier },
  ageing: { supplierId: supplier },
  myPrice: { skuId: goods, supplierId: supplier },
  whyPrice: {
    skuId: goods,
    buyerId: asks('store', 'catalog.buyerUnknown'),
    sellerId: asks('seller', 'catalog.buyerUnknown', { buyerId: 'S1' }),
  },
  substitutes: { skuId: goods },
  putSubstitutes: { skuId: goods, substituteSkuIds: goods, expectedSkuIds: goods },
  priceLists: own,
  putPriceList: {
    priceListId: asks('priceList', 'catalog.priceListUnknown'),
    buyerId: asks('store', 'catalog.buyerUnknown', newList),
    groupId: asks('group', 'catalog.groupUnknown', newList),
  },
  priceLines: { priceListId: asks('priceList', 'catalog.priceListUnknown') },
  putPriceLines: {
    priceListId: asks('priceList', 'catalog.priceListUnknown'),
    'lines.skuId': goods,
    removedSkuIds: goods,
  },
  previewPriceLines: { priceListId: asks('priceList', 'catalog.priceListUnknown') },
  customerGroups: own,
  putCustomerGroup: {
    groupId: asks('group', 'catalog.groupUnknown'),
    buyerIds: asks('store', 'catalog.buyerUnknown', newGroup),
  },
  orderingRules: own,
  putOrderingRule: {
    ruleId: asks('rule', 'catalog.ruleUnknown', { buyerId: 'STRANGER' }),
    buyerId: asks('store', 'catalog.buyerUnknown', newRule),
    priceListId: asks('priceList', 'catalog.priceListUnknown', newRule),
    skuId: goods,
  },
  priceLadders: hqAlone,
  putPriceLadder: hqAlone,
};
