import { buyer, hqManager, ownersOf, type RowsOf, seller, signedIn } from './row';

/** Nobody but owners has the manager's role in this company. */
const manager = ownersOf;
const commandId = 'NO-COMMAND';
const nothingAsked = {
  buyerId: null,
  priceListId: null,
  level: null,
  regionPrefix: null,
  channel: null,
  category: null,
  skuId: null,
  minimumQuantity: null,
  multipleQuantity: null,
  maximumQuantity: null,
  orderAmountFen: null,
  orderCases: null,
  orderWeightGrams: null,
  startsOn: '2026-01-01',
  endsOn: null,
};
const sheet = {
  name: '新品',
  spec: '',
  brand: '',
  category: '无此品类',
  productLine: '饮品',
  barcode: '',
  baseUnit: '瓶',
  units: [],
  weightGrams: 0,
  volumeMl: 0,
  temperatureZone: 'ambient',
  invoiceEntity: '',
  shelfLifeDays: 365,
  shelfLifeMonths: null,
  stopSaleDays: 0,
  taxRateBp: 1_300,
  minimumQuantity: 0,
  multipleQuantity: 1,
  maximumQuantity: null,
  status: 'active',
};
const prices = {
  factoryE4: null,
  firstWholesaleE4: null,
  secondWholesaleE4: null,
  storeE4: null,
  retailE4: null,
};
const list = {
  name: '价目表',
  buyerId: null,
  groupId: null,
  level: null,
  regionPrefix: null,
  channel: null,
  priority: 0,
  startsOn: '2026-01-01',
  endsOn: null,
};

/** Inputs change nothing: they ask, or name what there is not. */
export const catalogRows: RowsOf<'catalog'> = {
  search: { input: { q: 'WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  get: { input: { skuId: 'WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  categories: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  scan: { input: { barcode: '69WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  brands: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  putBrand: {
    input: { commandId, brandId: '无此品牌', name: '新牌', position: 0, expectedVersion: 9 },
    answers: hqManager('catalog.versionChanged'),
  },
  putCategory: {
    input: {
      commandId,
      category: '无此品类',
      name: '新类',
      parentId: null,
      position: 0,
      expectedVersion: 9,
    },
    answers: hqManager('catalog.versionChanged'),
  },
  sheet: { input: { skuId: 'WATER' }, answers: hqManager('ok') },
  putSku: {
    input: { commandId, skuId: 'NO-SUCH-SKU', ...sheet, expectedVersion: 0 },
    answers: hqManager('catalog.categoryUnknown'),
  },
  setSkuStatus: {
    input: { commandId, skuId: 'NO-SUCH-SKU', status: 'inactive', expectedVersion: 1 },
    answers: hqManager('catalog.skuUnknown'),
  },
  packVersions: { input: { skuId: 'WATER' }, answers: seller('ok', 'ok') },
  pictures: { input: { skuId: 'WATER' }, answers: seller('ok', 'ok') },
  putPictures: {
    input: { commandId, skuId: 'NO-SUCH-SKU', photoIds: [] },
    answers: hqManager('catalog.skuUnknown'),
  },
  shelf: { input: { skuId: 'WATER' }, answers: buyer('ok', 'ok') },
  ageing: { input: {}, answers: buyer('ok', 'ok') },
  myPrice: { input: { skuId: 'WATER', quantity: 12 }, answers: buyer('ok', 'ok') },
  whyPrice: {
    input: { skuId: 'WATER', buyerId: 'D1', quantity: 12 },
    answers: manager('catalog.buyerUnknown', 'ok'),
  },
  substitutes: { input: { skuId: 'WATER' }, answers: manager('ok', 'ok') },
  putSubstitutes: {
    input: { commandId, skuId: 'NO-SUCH-SKU', substituteSkuIds: [], expectedSkuIds: [] },
    answers: manager('catalog.skuUnknown', 'catalog.skuUnknown'),
  },
  priceLists: { input: {}, answers: manager('ok', 'ok') },
  putPriceList: {
    input: { commandId, priceListId: 'NO-SUCH-LIST', ...list, expectedVersion: 1 },
    answers: manager('catalog.priceListUnknown', 'catalog.priceListUnknown'),
  },
  priceLines: { input: { priceListId: 'PL-D1' }, answers: manager('ok', 'catalog.priceListUnknown') },
  putPriceLines: {
    input: { commandId, priceListId: 'NO-SUCH-LIST', expectedVersion: 1, lines: [] },
    answers: manager('catalog.priceListUnknown', 'catalog.priceListUnknown'),
  },
  previewPriceLines: {
    input: { priceListId: 'PL-D1', change: { kind: 'set', rows: [{ code: 'WATER', unitPriceE4: 20_000 }] } },
    answers: manager('ok', 'catalog.priceListUnknown'),
  },
  customerGroups: { input: {}, answers: manager('ok', 'ok') },
  putCustomerGroup: {
    input: { commandId, groupId: 'NO-SUCH-GROUP', name: '组', buyerIds: [], expectedVersion: 1 },
    answers: manager('catalog.groupUnknown', 'catalog.groupUnknown'),
  },
  orderingRules: { input: {}, answers: manager('ok', 'ok') },
  putOrderingRule: {
    input: { commandId, ruleId: 'NO-SUCH-RULE', ...nothingAsked, expectedVersion: 1 },
    answers: manager('catalog.ruleUnknown', 'catalog.ruleUnknown'),
  },
  priceLadders: { input: {}, answers: hqManager('ok') },
  putPriceLadder: {
    input: { commandId, skuId: 'NO-SUCH-SKU', ...prices, expectedVersion: 0 },
    answers: hqManager('catalog.skuUnknown'),
  },
};
