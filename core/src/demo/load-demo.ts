import { addPriceList, addSkus, type PriceListLine } from '../catalog';
import { addAccounts } from '../credit';
import { type Address, addPartners, hashPassword, type Party, type Supply, type User } from '../partners';
import { addDays, type Day, dayMs, dayOf, type Platform, type Role } from '../platform';
import { addWarehouses, type Arrival, takeIn } from '../stock';
import { addGrants } from '../territory';
import { type DemoGood, demoGoods } from './goods';
import { demoParty, distributors, headquarters, stores } from './partners';
import { randomOf } from './random';

export const demoPassword = 'tongpan-demo';
export const demoHeadquartersId = headquarters.code;

/** The people a newcomer can log in as. */
export const demoAccounts = [
  { loginName: 'hq', who: '总部（控制台 /admin/）' },
  { loginName: 'd01', who: '经销商 杭州汇丰食品商行' },
  { loginName: 's001', who: `门店 ${stores[0]?.name ?? ''}` },
] as const;

/** Loads the demo company into an empty database, dated relative to `now`. Repeating it adds nothing. */
export async function loadDemo({ database, newId, clock }: Platform): Promise<void> {
  const now = clock.now();
  const today = dayOf(now);
  const goods = demoGoods();
  const passwordHash = await hashPassword(demoPassword);
  const partners = demoPartners(now - 200 * dayMs, passwordHash);

  await database.transaction(async (tx) => {
    await addPartners(tx, partners);
    await addSkus(
      tx,
      goods.map(({ sku }) => sku),
    );
    for (const { list, lines } of demoPrices(goods, today)) await addPriceList(tx, list, lines);
    await addGrants(tx, demoGrants(today));
    await addAccounts(tx, demoCredit(partners.supplies));
    await addWarehouses(tx, demoWarehouses);
    const movers = { documentId: 'demo', actorId: 'system', at: now - 30 * dayMs } as const;
    await takeIn(tx, newId, demoLots(goods, today), { kind: 'receive', documentKind: 'receipt', ...movers });
  });
}

function demoPartners(at: number, passwordHash: string) {
  const parties: Party[] = [];
  const users: User[] = [];
  const addresses: Address[] = [];
  const supplies: Supply[] = [];
  const addParty = (party: Party, contact: string, roles: readonly Role[]) => {
    parties.push(party);
    const loginName = party.code.toLowerCase();
    users.push({
      id: `U-${party.code}`,
      partyId: party.id,
      loginName,
      name: contact,
      passwordHash,
      roles,
      status: 'active',
      createdAt: at,
    });
  };
  const addAddress = (
    partyId: string,
    receiver: string,
    [regionCode, detail]: readonly [string, string],
    at: number,
  ) =>
    addresses.push({
      id: `A-${partyId}`,
      partyId,
      receiver,
      phone: `1390000${String(1000 + at).slice(0, 4)}`,
      regionCode,
      detail,
      isDefault: true,
    });

  addParty(demoParty({ ...headquarters, kind: 'hq', level: 0, channel: 'traditional' }, at), '林总监', [
    'owner',
  ]);
  distributors.forEach(({ code, name, place, contact }, index) => {
    addParty(
      demoParty(
        { code, name, kind: 'distributor', level: 1, channel: 'traditional', regionCode: place[0] },
        at,
      ),
      contact,
      ['owner'],
    );
    addAddress(code, contact, place, index);
    supplies.push({ buyerId: code, sellerId: headquarters.code, since: at });
  });
  stores.forEach(({ code, name, place, contact, channel, distributorCode }, index) => {
    addParty(demoParty({ code, name, kind: 'store', level: 2, channel, regionCode: place[0] }, at), contact, [
      'owner',
    ]);
    addAddress(code, contact, place, 100 + index);
    supplies.push({ buyerId: code, sellerId: distributorCode, since: at });
  });
  return { parties, users, addresses, supplies };
}

/** HQ sells to distributors at 82 % of the store price; each distributor has its own list for stores. */
function demoPrices(goods: readonly DemoGood[], today: Day) {
  const listOf = (sellerId: string, shareOfStorePrice: number) => {
    const id = `PL-${sellerId}`;
    const list = {
      id,
      sellerId,
      name: sellerId === headquarters.code ? '经销商出厂价' : '门店标准价',
      kind: 'standard' as const,
      buyerId: null,
      level: null,
      regionPrefix: null,
      channel: null,
      priority: 0,
      startsOn: addDays(today, -365),
      endsOn: null,
    };
    const lines = goods.map(({ sku, storePriceE4 }): PriceListLine => {
      const unitPriceE4 = Math.round((storePriceE4 * shareOfStorePrice) / 100) * 100;
      return { priceListId: id, skuId: sku.id, unitPriceE4, floorPriceE4: Math.floor(unitPriceE4 * 0.9) };
    });
    return { list, lines };
  };
  return [listOf(headquarters.code, 0.82), listOf('D01', 1), listOf('D02', 1.01), listOf('D03', 1.03)];
}

function demoGrants(today: Day) {
  const grant = (sellerId: string, name: string, areas: readonly string[]) => ({
    id: `G-${sellerId}`,
    sellerId,
    name,
    productLine: '*',
    includedSkuIds: [],
    excludedSkuIds: [],
    areas,
    channels: [],
    startsOn: addDays(today, -365),
    endsOn: null,
    exclusive: true,
    kind: 'regular' as const,
  });
  return [
    grant(headquarters.code, '全国', ['*']),
    ...distributors.map(({ code, name, areas }) => grant(code, `${name}授权区域`, areas)),
  ];
}

function demoCredit(supplies: readonly Supply[]) {
  return supplies.map(({ buyerId, sellerId }) => ({
    id: `C-${buyerId}`,
    sellerId,
    buyerId,
    limitFen: sellerId === headquarters.code ? 50_000_000 : 1_500_000,
    termDays: sellerId === headquarters.code ? 45 : 30,
    heldFen: 0,
    shippedFen: 0,
    receivableFen: 0,
    unappliedFen: 0,
  }));
}

const demoWarehouses = [
  { id: 'W-HQ', ownerId: headquarters.code, name: '总部杭州中心仓', regionCode: headquarters.regionCode },
  ...distributors.map(({ code, name, place }) => ({
    id: `W-${code}`,
    ownerId: code,
    name: `${name}仓`,
    regionCode: place[0],
  })),
];

/** Two or three lots of every SKU in every warehouse, of all ages; a few SKUs run short on purpose. */
function demoLots(goods: readonly DemoGood[], today: Day): readonly Arrival[] {
  const random = randomOf(20_260_101);
  return demoWarehouses.flatMap(({ id: warehouseId, ownerId }) =>
    goods.flatMap(({ sku }): Arrival[] => {
      const perCase = sku.units[0]?.factor ?? 1;
      const cases = ownerId === headquarters.code ? 400 : 30;
      const isShort = ownerId !== headquarters.code && random() < 0.06;
      return [0.05 + random() * 0.1, 0.25 + random() * 0.2, 0.55 + random() * 0.3].map((age, at) => {
        const producedOn = addDays(today, -Math.ceil(age * sku.shelfLifeDays));
        const share = isShort ? 0.02 : 0.5 + random();
        return {
          ownerId,
          warehouseId,
          skuId: sku.id,
          lotNo: `${producedOn.replaceAll('-', '').slice(2)}${'ABC'[at]}`,
          producedOn,
          expiresOn: addDays(producedOn, sku.shelfLifeDays),
          quality: 'available',
          quantity: Math.max(1, Math.round(cases * share * (at === 2 ? 0.2 : 1))) * perCase,
        };
      });
    }),
  );
}
