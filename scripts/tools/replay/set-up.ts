import { randomBytes } from 'node:crypto';
import {
  addAccounts,
  addDays,
  addGrants,
  addPartners,
  addPriceList,
  addSkus,
  addWarehouses,
  answerOnce,
  type Core,
  dayMs,
  dayOf,
  everyLine,
  hashPassword,
  type Party,
  plainAddress,
  plainParty,
  type Supply,
  takeInMany,
  type User,
} from '@tongpan/core';
import type { Company, ReplayDistributor } from './map-company';

/** Goods of the replay outlast it, so that what decides is stock, credit and region. */
const shelfLifeDays = 3_650;

/** Puts the mapped company into the database. Repeating it adds nothing. */
export async function setUp(core: Core, company: Company, startsAt: number): Promise<void> {
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  const at = startsAt - dayMs;
  const startsOn = dayOf(at);
  await core.database.transaction(async (tx) => {
    await addPartners(tx, partnersOf(company, passwordHash, at));
    await addSkus(
      tx,
      company.skus.map(({ id, name }) => skuOf(id, name)),
    );
    await addWarehouses(
      tx,
      company.distributors.map(({ id, name, districts }) => ({
        id: `${id}-W`,
        ownerId: id,
        name: `${name} 仓`,
        regionCode: districts[0] as string,
      })),
    );
    for (const distributor of company.distributors) {
      await addGrants(tx, [grantOf(distributor, startsOn)]);
      await addPriceList(
        tx,
        priceListOf(distributor, startsOn),
        company.skus.map(({ id, unitPriceE4 }) => ({
          priceListId: `${distributor.id}-P`,
          skuId: id,
          unitPriceE4,
          floorPriceE4: null,
        })),
      );
    }
    await addAccounts(
      tx,
      company.stores.map(({ id, distributorId, limitFen }) => ({
        id: `${id}-C`,
        sellerId: distributorId,
        buyerId: id,
        limitFen,
        termDays: 30,
        heldFen: 0,
        shippedFen: 0,
        receivableFen: 0,
        unappliedFen: 0,
      })),
    );
  });
  for (const distributor of company.distributors) await stockUp(core, company, distributor, at);
}

/** The opening stock of one distributor, as one receipt. */
async function stockUp(
  { database, newId }: Core,
  { openingStock }: Company,
  { id }: ReplayDistributor,
  at: number,
) {
  const documentId = `${id}-opening`;
  const command = { commandId: documentId, partyId: id, kind: 'replay.openingStock', input: {}, at };
  await database.transaction((tx) =>
    answerOnce(tx, command, async () => {
      const producedOn = dayOf(at);
      const arrivals = [...(openingStock.get(id) ?? [])]
        .filter(([, quantity]) => quantity > 0)
        .map(([skuId, quantity]) => ({
          ownerId: id,
          warehouseId: `${id}-W`,
          skuId,
          lotNo: 'OPENING',
          producedOn,
          expiresOn: addDays(producedOn, shelfLifeDays),
          quality: 'available' as const,
          quantity,
        }));
      await takeInMany(tx, newId, arrivals, {
        kind: 'receive',
        documentKind: 'receipt',
        documentId,
        actorId: 'system',
        at,
      });
      return {};
    }),
  );
}

function partnersOf({ distributors, stores }: Company, passwordHash: string, at: number) {
  const shared = {
    ...plainParty,
    status: 'active',
    orderMinimumFen: 0,
    minimumLifeBp: 0,
    createdAt: at,
    channel: 'traditional',
  } as const;
  const parties: Party[] = [
    ...distributors.map(({ id, code, name, districts }) => ({
      ...shared,
      id,
      code,
      kind: 'distributor' as const,
      name,
      level: 1,
      regionCode: districts[0] as string,
    })),
    ...stores.map(({ id, customer, regionCode }) => ({
      ...shared,
      id,
      code: id,
      kind: 'store' as const,
      name: `回放门店 ${customer}`,
      level: 2,
      regionCode,
    })),
  ];
  const users = parties.map(({ id, name }): User => ({
    id: userIdOf(id),
    partyId: id,
    loginName: id.toLowerCase(),
    name: name.slice(0, 40),
    passwordHash,
    roles: ['owner'],
    status: 'active',
    mustChangePassword: false,
    createdAt: at,
  }));
  const addresses = stores.map(({ id, regionCode, customer }) => ({
    ...plainAddress,
    id: `${id}-A`,
    partyId: id,
    receiver: `门店 ${customer}`,
    phone: '',
    regionCode,
    detail: `回放路 ${customer} 号`,
    isDefault: true,
  }));
  const supplies = stores.map(({ id, distributorId }): Supply => ({
    buyerId: id,
    productLine: everyLine,
    sellerId: distributorId,
    status: 'active',
    since: at,
  }));
  return { parties, users, addresses, supplies };
}

export const userIdOf = (partyId: string) => `${partyId}-U`;

const skuOf = (id: string, name: string) => ({
  id,
  name: name.slice(0, 80),
  spec: '',
  brand: '',
  category: '回放商品',
  productLine: '回放',
  barcode: '',
  baseUnit: '件',
  units: [],
  weightGrams: 0,
  volumeMl: 0,
  temperatureZone: 'ambient' as const,
  invoiceEntity: '',
  shelfLifeDays,
  shelfLifeMonths: null,
  stopSaleDays: 0,
  taxRateBp: 1_300,
  minimumQuantity: 0,
  multipleQuantity: 1,
  maximumQuantity: null,
  status: 'active' as const,
});

const grantOf = ({ id, name, districts }: ReplayDistributor, startsOn: string) => ({
  id: `${id}-G`,
  sellerId: id,
  name,
  productLine: '*',
  includedSkuIds: [],
  excludedSkuIds: [],
  areas: districts,
  channels: [],
  startsOn,
  endsOn: null,
  exclusive: true,
  kind: 'regular' as const,
});

const priceListOf = ({ id }: ReplayDistributor, startsOn: string) => ({
  id: `${id}-P`,
  sellerId: id,
  name: '回放价格',
  kind: 'standard' as const,
  buyerId: null,
  level: null,
  regionPrefix: null,
  channel: null,
  priority: 0,
  startsOn,
  endsOn: null,
});
