import { randomBytes } from 'node:crypto';
import {
  addAccounts,
  addDays,
  addGrants,
  addPartners,
  addPriceList,
  addPromotions,
  addSkus,
  addWarehouses,
  type Core,
  type Day,
  dayMs,
  dayOf,
  everyLine,
  hashPassword,
  type NewSku,
  type Party,
  plainAddress,
  plainParty,
  takeInMany,
  type Tx,
} from '@tongpan/core';
import {
  buyerIdOf,
  cityOf,
  type CompanyShape,
  firstSkuNoOf,
  priceE4Of,
  sellerIdOf,
  sellerNoOf,
  skuIdOf,
} from '../company-shape';
import { livePromotions } from './live-promotions';

export const headquartersId = 'HQ';
const shelfLifeDays = 3_650;
/** By age: the one that expires first runs out within a run, the others never. */
const lots = [
  { ageDays: 90, quantity: 2_400 },
  { ageDays: 60, quantity: 1_000_000_000 },
  { ageDays: 30, quantity: 1_000_000_000 },
] as const;
const limitFen = 1_000_000_000_000;
const sellersTogether = 100;

export const userIdOf = (partyId: string) => `${partyId}-U`;

/** Puts the company into an empty database, through the core. */
export async function foundCompany(core: Core, shape: CompanyShape): Promise<void> {
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  const now = core.clock.now();
  const startsOn = addDays(dayOf(now), -365);
  const sellerNos = Array.from({ length: shape.sellers }, (_, sellerNo) => sellerNo);
  const buyerNos = Array.from({ length: shape.buyers }, (_, buyerNo) => buyerNo);
  const transaction = (work: (tx: Tx) => Promise<void>) => core.database.transaction(work);

  await transaction(async (tx) => {
    await addPartners(tx, partnersOf(shape, passwordHash, now - 200 * dayMs));
    await addSkus(
      tx,
      Array.from({ length: shape.skus }, (_, skuNo) => aSku(skuNo)),
    );
    await addGrants(tx, [
      aGrant(headquartersId, ['*'], startsOn),
      ...sellerNos.map((sellerNo) => aGrant(sellerIdOf(sellerNo), [cityOf(sellerNo).grant], startsOn)),
    ]);
    await addWarehouses(
      tx,
      sellerNos.map((sellerNo) => ({
        id: warehouseOf(sellerNo),
        ownerId: sellerIdOf(sellerNo),
        name: '主仓',
        regionCode: cityOf(sellerNo).district,
      })),
    );
    await addAccounts(
      tx,
      buyerNos.map((buyerNo) => ({
        id: `C-${buyerIdOf(buyerNo)}`,
        sellerId: sellerIdOf(sellerNoOf(buyerNo, shape)),
        buyerId: buyerIdOf(buyerNo),
        limitFen,
        termDays: 30,
        heldFen: 0,
        shippedFen: 0,
        receivableFen: 0,
        unappliedFen: 0,
      })),
    );
  });
  await transaction((tx) => addPromotions(tx, livePromotions(shape, now), '基准'));
  for (let from = 0; from < shape.sellers; from += sellersTogether) {
    const some = sellerNos.slice(from, from + sellersTogether);
    await transaction(async (tx) => {
      for (const sellerNo of some) await putPrices(tx, shape, sellerNo, startsOn);
      await takeInMany(
        tx,
        core.newId,
        some.flatMap((sellerNo) => arrivalsOf(shape, sellerNo, dayOf(now))),
        { kind: 'receive', documentKind: 'receipt', documentId: 'opening', actorId: 'system', at: now },
      );
    });
  }
}

/** Sessions of all buyers, in order, as a log-in would give them. */
export function mintBuyers(core: Core, shape: CompanyShape): Promise<readonly string[]> {
  const userIds = Array.from({ length: shape.buyers }, (_, buyerNo) => userIdOf(buyerIdOf(buyerNo)));
  return core.partners.mintSessions(userIds, core.clock.now());
}

const warehouseOf = (sellerNo: number) => `W-${sellerIdOf(sellerNo)}`;

function skuNosOf(shape: CompanyShape, sellerNo: number) {
  const first = firstSkuNoOf(sellerNo, shape);
  const count = Math.min(shape.skus, shape.skusPerSeller);
  return Array.from({ length: count }, (_, at) => (first + at) % shape.skus);
}

function putPrices(tx: Tx, shape: CompanyShape, sellerNo: number, startsOn: Day) {
  const sellerId = sellerIdOf(sellerNo);
  const list = { id: `P-${sellerId}`, sellerId, name: '标准价', kind: 'standard' as const };
  const open = {
    buyerId: null,
    level: null,
    regionPrefix: null,
    channel: null,
    priority: 0,
    startsOn,
    endsOn: null,
  };
  return addPriceList(
    tx,
    { ...list, ...open },
    skuNosOf(shape, sellerNo).map((skuNo) => ({
      priceListId: list.id,
      skuId: skuIdOf(skuNo),
      unitPriceE4: priceE4Of(skuNo),
      floorPriceE4: null,
    })),
  );
}

const arrivalsOf = (shape: CompanyShape, sellerNo: number, today: Day) =>
  skuNosOf(shape, sellerNo).flatMap((skuNo) =>
    lots.slice(0, shape.lotsPerSku).map(({ ageDays, quantity }) => ({
      ownerId: sellerIdOf(sellerNo),
      warehouseId: warehouseOf(sellerNo),
      skuId: skuIdOf(skuNo),
      lotNo: `L-${ageDays}`,
      producedOn: addDays(today, -ageDays),
      expiresOn: addDays(today, shelfLifeDays - ageDays),
      quality: 'available' as const,
      quantity,
    })),
  );

function partnersOf(shape: CompanyShape, passwordHash: string, at: number) {
  const shared = {
    ...plainParty,
    status: 'active',
    orderMinimumFen: 0,
    minimumLifeBp: 0,
    createdAt: at,
    channel: 'traditional',
  } as const;
  const sellers = Array.from({ length: shape.sellers }, (_, sellerNo) => sellerNo);
  const buyers = Array.from({ length: shape.buyers }, (_, buyerNo) => buyerNo);
  const parties: Party[] = [
    {
      ...shared,
      id: headquartersId,
      code: headquartersId,
      kind: 'hq',
      name: '基准品牌总部',
      level: 0,
      parentId: null,
      regionCode: '330106',
    },
    ...sellers.map((sellerNo): Party => ({
      ...shared,
      id: sellerIdOf(sellerNo),
      code: sellerIdOf(sellerNo),
      kind: 'distributor',
      name: `经销商 ${sellerIdOf(sellerNo)}`,
      level: 1,
      parentId: headquartersId,
      regionCode: cityOf(sellerNo).district,
    })),
    ...buyers.map((buyerNo): Party => ({
      ...shared,
      id: buyerIdOf(buyerNo),
      code: buyerIdOf(buyerNo),
      kind: 'store',
      name: `门店 ${buyerIdOf(buyerNo)}`,
      level: 2,
      parentId: null,
      regionCode: cityOf(sellerNoOf(buyerNo, shape)).district,
    })),
  ];
  const users = parties.map(({ id }) => ({
    id: userIdOf(id),
    partyId: id,
    loginName: id.toLowerCase(),
    name: '王老板',
    passwordHash,
    roles: ['owner' as const],
    status: 'active' as const,
    mustChangePassword: false,
    createdAt: at,
  }));
  const addresses = parties.map(({ id, regionCode }) => ({
    ...plainAddress,
    id: `A-${id}`,
    partyId: id,
    receiver: '王老板',
    phone: '13900001000',
    regionCode,
    detail: '文三路 1 号',
    isDefault: true,
  }));
  const supply = (buyerId: string, sellerId: string) => ({
    buyerId,
    productLine: everyLine,
    sellerId,
    status: 'active' as const,
    since: at,
  });
  const supplies = [
    ...sellers.map((sellerNo) => supply(sellerIdOf(sellerNo), headquartersId)),
    ...buyers.map((buyerNo) => supply(buyerIdOf(buyerNo), sellerIdOf(sellerNoOf(buyerNo, shape)))),
  ];
  return { parties, users, addresses, supplies };
}

const aSku = (skuNo: number): NewSku => ({
  id: skuIdOf(skuNo),
  name: `清谷商品 ${skuIdOf(skuNo)}`,
  spec: '500ml×12',
  brand: '清谷',
  category: '饮品',
  productLine: '饮品',
  barcode: '',
  baseUnit: '瓶',
  units: [
    { unit: '箱', factor: 12, sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 },
  ],
  weightGrams: 0,
  volumeMl: 0,
  temperatureZone: 'ambient',
  invoiceEntity: '',
  shelfLifeDays,
  shelfLifeMonths: null,
  stopSaleDays: 0,
  taxRateBp: 1_300,
  minimumQuantity: 0,
  multipleQuantity: 1,
  maximumQuantity: null,
  status: 'active',
});

const aGrant = (sellerId: string, areas: readonly string[], startsOn: Day) => ({
  id: `G-${sellerId}`,
  sellerId,
  level: sellerId === headquartersId ? 0 : 1,
  name: sellerId,
  productLine: '*',
  includedSkuIds: [],
  excludedSkuIds: [],
  areas,
  channels: [],
  startsOn,
  endsOn: null,
  exclusive: false,
  kind: 'regular' as const,
});
