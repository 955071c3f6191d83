import type { Channel, Party, Role, Sku } from '@tongpan/core';

/** A company just large enough for every rule: HQ, two distributors, and stores inside and outside their regions. */

export interface NewParty {
  readonly id: string;
  readonly kind: Party['kind'];
  readonly regionCode: string;
  readonly supplierId?: string;
  readonly channel?: Channel;
  /** Undefined gives no account with the supplier. */
  readonly limitFen?: number | undefined;
  readonly status?: Party['status'];
  readonly orderMinimumFen?: number;
  /** Login names with their roles; by default one owner, called like the party in lower case. */
  readonly people?: Readonly<Record<string, readonly Role[]>>;
}

export interface NewLot {
  readonly lotNo: string;
  readonly ageDays: number;
  readonly quantity: number;
  readonly ownerId?: string;
}

export interface NewSku extends Partial<Omit<Sku, 'id' | 'searchText' | 'packVersion' | 'version'>> {
  readonly id: string;
  /** By seller; a seller that is not named has no price for it. */
  readonly pricesE4?: Readonly<Record<string, number>>;
  readonly floorPriceE4?: number;
  readonly lots?: readonly NewLot[];
}

/** Region codes by the city they lie in. */
export const regions = { hangzhou: '330106', ningbo: '330203', shaoxing: '330602' } as const;

export const warehouseOf = (ownerId: string) => `W-${ownerId}`;
export const addressOf = (partyId: string) => `A-${partyId}`;

export const parties: readonly NewParty[] = [
  {
    id: 'HQ',
    kind: 'hq',
    regionCode: regions.hangzhou,
    orderMinimumFen: 10_000,
    people: { hq: ['owner'], 'hq-money': ['finance'] },
  },
  {
    id: 'D1',
    kind: 'distributor',
    regionCode: '330108',
    supplierId: 'HQ',
    limitFen: 50_000_000,
    orderMinimumFen: 5_000,
    people: { d1: ['owner'], 'd1-buyer': ['purchaser'] },
  },
  {
    id: 'D2',
    kind: 'distributor',
    regionCode: '330212',
    supplierId: 'HQ',
    limitFen: 5_000_000,
    orderMinimumFen: 5_000,
  },
  {
    id: 'S1',
    kind: 'store',
    regionCode: regions.hangzhou,
    supplierId: 'D1',
    limitFen: 1_000_000,
    people: { s1: ['owner'], 's1-money': ['finance'] },
  },
  { id: 'S2', kind: 'store', regionCode: '330105', supplierId: 'D1', limitFen: 10_000, channel: 'catering' },
  { id: 'S3', kind: 'store', regionCode: regions.ningbo, supplierId: 'D1', limitFen: 1_000_000 },
  {
    id: 'S4',
    kind: 'store',
    regionCode: regions.hangzhou,
    supplierId: 'D1',
    limitFen: 1_000_000,
    status: 'suspended',
  },
  { id: 'S5', kind: 'store', regionCode: regions.ningbo, supplierId: 'D2', limitFen: 1_000_000 },
];

export const skus: readonly NewSku[] = [
  {
    id: 'WATER',
    name: '清谷矿泉水',
    pricesE4: { HQ: 16_000, D1: 20_000, D2: 20_000 },
    // The later lot is the older row, so that ids and expiry disagree about the order.
    lots: [
      { lotNo: 'W-LATE', ageDays: 30, quantity: 2_000 },
      { lotNo: 'W-SOON', ageDays: 100, quantity: 600 },
      { lotNo: 'H-W', ageDays: 10, quantity: 3_000, ownerId: 'HQ' },
      { lotNo: 'N-W', ageDays: 10, quantity: 3_000, ownerId: 'D2' },
    ],
  },
  {
    id: 'TEA',
    name: '清谷乌龙茶',
    minimumQuantity: 24,
    multipleQuantity: 12,
    maximumQuantity: 240,
    pricesE4: { HQ: 28_000, D1: 35_000 },
    lots: [{ lotNo: 'T-1', ageDays: 20, quantity: 1_200 }],
  },
  {
    id: 'MILK',
    name: '清谷鲜牛奶',
    shelfLifeDays: 21,
    pricesE4: { D1: 60_000 },
    lots: [
      { lotNo: 'M-FRESH', ageDays: 1, quantity: 30 },
      { lotNo: 'M-OLD', ageDays: 12, quantity: 50 },
    ],
  },
  {
    id: 'NUTS',
    name: '清谷坚果',
    pricesE4: { D1: 100_000 },
    floorPriceE4: 110_000,
    lots: [{ lotNo: 'N-1', ageDays: 5, quantity: 500 }],
  },
  { id: 'GUM', name: '清谷口香糖', lots: [{ lotNo: 'G-1', ageDays: 5, quantity: 50 }] },
  {
    id: 'CAP',
    name: '清谷限量礼盒',
    maximumQuantity: 10,
    pricesE4: { D1: 80_000 },
    lots: [{ lotNo: 'C-1', ageDays: 5, quantity: 5_000 }],
  },
  {
    id: 'GONE',
    name: '清谷停产汽水',
    status: 'inactive',
    pricesE4: { D1: 30_000 },
    lots: [{ lotNo: 'X-1', ageDays: 5, quantity: 100 }],
  },
  {
    id: 'OIL',
    name: '清谷菜籽油',
    pricesE4: { HQ: 300_000, D1: 400_000 },
    lots: [
      { lotNo: 'OIL-B', ageDays: 5, quantity: 200, ownerId: 'HQ' },
      { lotNo: 'OIL-A', ageDays: 40, quantity: 40, ownerId: 'HQ' },
    ],
  },
];
