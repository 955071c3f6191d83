import type { Answer } from '@tongpan/bff';

/** The day of a shop whose goods, prices and people everybody in this suite knows. */

export const loginName = 'd1';
export const password = 'right-and-long-2026';
export const token = 'token-of-this-suite';

type Sku = Answer<'catalog', 'get'>;

/** When everything happened. */
export const at = '2026-11-22T02:00:00Z';

/** A distributor: it buys and sells, so that no page is closed to it. */
export const me: Answer<'auth', 'me'> = {
  userId: 'U-1',
  name: '陈老板',
  loginName,
  roles: ['owner'],
  party: { partyId: 'D1', name: '杭州通达商贸', kind: 'distributor', regionCode: '330100' },
  sells: true,
  buys: true,
  mustChangePassword: false,
};

/** ¥2.00 a bottle, ¥24.00 a case. */
export const water: Sku = {
  skuId: 'WATER',
  name: '清谷矿泉水',
  spec: '500ml×12',
  brand: '清谷',
  category: '饮用水',
  barcode: '6900000000017',
  baseUnit: '瓶',
  units: [{ unit: '箱', factor: 12, sellable: true }],
  shelfLifeDays: 365,
  minimumQuantity: 0,
  multipleQuantity: 1,
  maximumQuantity: null,
  unitPriceE4: 20_000,
  casePriceFen: 2_400,
  availability: 'plenty',
  imageUrl: null,
  imageUrls: [],
};

export const tea: Sku = {
  ...water,
  skuId: 'TEA',
  name: '清谷乌龙茶',
  category: '茶饮',
  barcode: '6900000000024',
  unitPriceE4: 35_000,
  casePriceFen: 4_200,
  availability: 'few',
  imageUrl: null,
  imageUrls: [],
};

export const skus = [water, tea];

/** What HQ lends this distributor. */
export const account: Answer<'credit', 'mine'>['items'][number] = {
  sellerId: 'HQ',
  sellerName: '清谷饮品总部',
  buyerId: me.party.partyId,
  buyerName: me.party.name,
  limitFen: 5_000_000,
  temporaryFen: 0,
  heldFen: 0,
  shippedFen: 0,
  receivableFen: 0,
  unappliedFen: 0,
  exposureFen: 0,
  availableFen: 5_000_000,
  termDays: 30,
  terms: { kind: 'net', days: 30, basis: 'sign', statementDay: 0 },
  overdueFen: 0,
  overdueDays: 0,
  ladderStep: 'clear',
  version: 1,
};
