import {
  addAccounts,
  addDays,
  addGrants,
  addPartners,
  addPriceList,
  addSkus,
  addWarehouses,
  type Address,
  type Core,
  type Day,
  dayMs,
  dayOf,
  type NewGrant,
  everyLine,
  hashPassword,
  type OpenedAccount,
  type Party,
  plainAddress,
  plainParty,
  type NewPriceList,
  type NewSku as NewGoods,
  type Supply,
  takeInMany,
  type Tx,
  type User,
} from '@tongpan/core';

import { addressOf, type NewParty, type NewSku, parties, regions, skus, warehouseOf } from './company';

/** Everybody's. */
export const password = 'shop-keeper-2026';

const listOf = (sellerId: string) => `PL-${sellerId}`;

/** Puts the company in and answers how to add to it. */
export async function foundCompany(core: Core) {
  const passwordHash = await hashPassword(password);
  const today = dayOf(core.clock.now());
  const since = core.clock.now() - 200 * dayMs;

  const addTo = (work: (tx: Tx) => Promise<void>) => core.database.transaction(work);
  const addParty = (tx: Tx, party: NewParty) => putParty(tx, party, { passwordHash, since });
  const addSku = (tx: Tx, sku: NewSku) => putSku(tx, core, sku, today);

  await addTo(async (tx) => {
    for (const party of parties) await addParty(tx, party);
    await addWarehouses(
      tx,
      ['HQ', 'D1', 'D2'].map((ownerId) => ({
        id: warehouseOf(ownerId),
        ownerId,
        name: `${ownerId} 主仓`,
        regionCode: regions.hangzhou,
      })),
    );
    await addPartners(tx, {
      addresses: [
        anAddress('A-S1-OUT', 'S1', regions.ningbo, false),
        anAddress('A-S1-TEMP', 'S1', regions.shaoxing, false),
      ],
    });
    await addGrants(tx, [
      aGrant('G-HQ', 'HQ', ['*'], 'regular', today),
      aGrant('G-D1', 'D1', ['3301'], 'regular', today),
      aGrant('G-D1-TEMP', 'D1', ['3306'], 'temporary', today),
      aGrant('G-D2', 'D2', ['3302'], 'regular', today),
    ]);
    for (const sellerId of ['HQ', 'D1', 'D2']) await addPriceList(tx, aPriceList(sellerId, today), []);
    for (const sku of skus) await addSku(tx, sku);
  });

  return {
    today,
    /** A store of its own for a test, with D1 as its supplier unless said otherwise. */
    addStore: (store: Partial<NewParty> & { readonly id: string }) =>
      addTo((tx) =>
        addParty(tx, {
          kind: 'store',
          regionCode: regions.hangzhou,
          supplierId: 'D1',
          limitFen: 1_000_000,
          ...store,
        }),
      ),
    /** Goods of a test's own, in D1's warehouse at ¥20 unless said otherwise. */
    addGoods: (sku: NewSku & { readonly onHand?: number }) =>
      addTo((tx) =>
        addSku(tx, {
          pricesE4: { D1: 200_000 },
          lots: [{ lotNo: `L-${sku.id}`, ageDays: 3, quantity: sku.onHand ?? 100 }],
          ...sku,
        }),
      ),
  };
}

async function putParty(tx: Tx, added: NewParty, shared: { passwordHash: string; since: number }) {
  const { id, kind, regionCode, supplierId } = added;
  const { passwordHash, since } = shared;
  const party: Party = {
    ...plainParty,
    id,
    code: id,
    kind,
    name: `${id} 商号`,
    level: kind === 'hq' ? 0 : kind === 'distributor' ? 1 : 2,
    parentId: kind === 'distributor' ? (supplierId ?? null) : null,
    channel: added.channel ?? 'traditional',
    regionCode,
    status: added.status ?? 'active',
    orderMinimumFen: added.orderMinimumFen ?? 0,
    minimumLifeBp: kind === 'distributor' ? 3_333 : null,
    createdAt: since,
  };
  const users = Object.entries(added.people ?? { [id.toLowerCase()]: ['owner'] as const }).map(
    ([loginName, roles]): User => ({
      id: `U-${loginName}`,
      partyId: id,
      loginName,
      name: `${loginName} 先生`,
      passwordHash,
      roles,
      status: 'active',
      mustChangePassword: false,
      createdAt: since,
    }),
  );
  const supplies: Supply[] = supplierId
    ? [{ buyerId: id, productLine: everyLine, sellerId: supplierId, status: 'active', since }]
    : [];
  await addPartners(tx, {
    parties: [party],
    users,
    addresses: [anAddress(addressOf(id), id, regionCode, true)],
    supplies,
  });
  if (supplierId && added.limitFen !== undefined) {
    const buckets = { heldFen: 0, shippedFen: 0, receivableFen: 0, unappliedFen: 0 };
    const account: OpenedAccount = {
      id: `C-${id}`,
      sellerId: supplierId,
      buyerId: id,
      limitFen: added.limitFen,
      termDays: 30,
      ...buckets,
    };
    await addAccounts(tx, [account]);
  }
}

async function putSku(tx: Tx, core: Core, added: NewSku, today: Day) {
  const { pricesE4 = {}, floorPriceE4, lots = [], ...given } = added;
  const sku: NewGoods = {
    name: `商品 ${added.id}`,
    spec: '500ml×12',
    brand: '清谷',
    category: '测试',
    productLine: '饮品',
    barcode: `69${added.id}`,
    baseUnit: '瓶',
    units: [
      { unit: '箱', factor: 12, sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 },
    ],
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
    ...given,
  };
  await addSkus(tx, [sku]);
  for (const [sellerId, unitPriceE4] of Object.entries(pricesE4)) {
    const line = { priceListId: listOf(sellerId), skuId: sku.id, unitPriceE4 };
    await addPriceList(tx, aPriceList(sellerId, today), [{ ...line, floorPriceE4: floorPriceE4 ?? null }]);
  }
  for (const { lotNo, ageDays, quantity, ownerId = 'D1' } of lots) {
    const producedOn = addDays(today, -ageDays);
    const arrival = {
      ownerId,
      warehouseId: warehouseOf(ownerId),
      skuId: sku.id,
      lotNo,
      producedOn,
      expiresOn: addDays(producedOn, sku.shelfLifeDays),
      quality: 'available' as const,
      quantity,
    };
    await takeInMany(tx, core.newId, [arrival], {
      kind: 'receive',
      documentKind: 'receipt',
      documentId: `opening-${lotNo}`,
      actorId: 'system',
      at: core.clock.now(),
    });
  }
}

const anAddress = (id: string, partyId: string, regionCode: string, isDefault: boolean): Address => ({
  ...plainAddress,
  id,
  partyId,
  receiver: '王老板',
  phone: '13900001000',
  regionCode,
  detail: '文三路 1 号',
  isDefault,
});

const aGrant = (
  id: string,
  sellerId: string,
  areas: readonly string[],
  kind: NewGrant['kind'],
  today: Day,
): NewGrant => ({
  level: sellerId === 'HQ' ? 0 : 1,
  id,
  sellerId,
  name: id,
  productLine: '*',
  includedSkuIds: [],
  excludedSkuIds: [],
  areas,
  channels: [],
  startsOn: addDays(today, -365),
  endsOn: null,
  exclusive: false,
  kind,
});

const aPriceList = (sellerId: string, today: Day): NewPriceList => ({
  id: listOf(sellerId),
  sellerId,
  name: '标准价',
  kind: 'standard',
  buyerId: null,
  level: null,
  regionPrefix: null,
  channel: null,
  priority: 0,
  startsOn: addDays(today, -365),
  endsOn: null,
});
