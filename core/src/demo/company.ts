import type { NewPriceLine } from '../catalog';
import type { CreditAccount } from '../credit';
import {
  type Address,
  everyLine,
  type Party,
  plainAddress,
  type Supply,
  type User,
  type VerifiedPhone,
} from '../partners';
import { addDays, type Day, dayMs, dayOf, type Instant, type Role, startOfDay } from '../platform';
import { plainWarehouse, type Warehouse } from '../stock';
import { type DemoGood, demoGoods } from './goods';
import type { DemoStore, Place } from './model';
import { demoParty, distributors, headquarters, storesAt } from './partners';
import { randomOf } from './random';

/** Days of the past that are played. */
export const pastDays = 92;

/** The demo company before anything has been sold: who there is, what there is, on which terms. */
export interface DemoCompany {
  readonly scale: number;
  readonly now: Instant;
  readonly goods: readonly DemoGood[];
  /** What a seller carries, what sells best first. */
  readonly carried: ReadonlyMap<string, readonly DemoGood[]>;
  readonly stores: readonly DemoStore[];
  readonly parties: readonly Party[];
  readonly users: readonly User[];
  readonly addresses: readonly Address[];
  readonly supplies: readonly Supply[];
  readonly phones: readonly VerifiedPhone[];
  readonly warehouses: readonly Warehouse[];
  readonly accounts: readonly CreditAccount[];
}

/** The invented company, the same for the same day and scale. */
export function foundDemo(now: Instant, scale: number, passwordHash: string): DemoCompany {
  const stores = storesAt(scale);
  const goods = demoGoods();
  const partners = demoPartners(now, stores, passwordHash);
  return {
    scale,
    now,
    goods,
    carried: demoAssortments(goods),
    stores,
    ...partners,
    warehouses: demoWarehouses,
    accounts: demoAccountsOf(partners.supplies, scale),
  };
}

/** What a member store of the demo's one chain is sent goes to the chain's delivery centre. */
const chain = {
  code: 'C01',
  name: '海曙邻里便利连锁',
  centre: ['330203', '石碶街道启运路 66 号配送中心'] as Place,
  contact: '徐经理',
  members: ['S012', 'S013', 'S014'] as readonly string[],
};
const centreId = `A-${chain.code}`;

/** A store of one distributor that has opened a branch where another one sells. */
const branch: readonly [storeCode: string, place: Place] = ['S009', ['330106', '翠苑街道学院路 77 号']];
export const branchAddressId = `A-${branch[0]}-2`;

/** A store whose owner has not proved a phone yet. */
const unprovedCode = 'S010';

function demoPartners(now: Instant, stores: readonly DemoStore[], passwordHash: string) {
  const at = now - 200 * dayMs;
  const today = dayOf(now);
  const parties: Party[] = [];
  const users: User[] = [];
  const addresses: Address[] = [];
  const supplies: Supply[] = [];
  const phones: VerifiedPhone[] = [];
  const add = (party: Party, contact: string, roles: readonly Role[]) => {
    const count = parties.length;
    parties.push({
      ...party,
      contactName: contact,
      contactPhone: phoneOf(count),
      foodLicenceNo: `JY${String(13_301_060_000_000 + count)}`,
      foodLicenceExpiresOn: licenceEnd(party.code, count, today),
    });
    users.push({
      id: `U-${party.code}`,
      partyId: party.id,
      loginName: party.code.toLowerCase(),
      name: contact,
      passwordHash,
      roles,
      status: 'active',
      mustChangePassword: false,
      createdAt: at,
    });
    if (party.kind === 'hq' || party.code === unprovedCode) return;
    phones.push({
      phone: phoneOf(count),
      userId: `U-${party.code}`,
      provedBy: 'supplier',
      verifiedAt: at,
    });
  };
  const address = (partyId: string, receiver: string, [regionCode, detail]: Place): Address => ({
    ...plainAddress,
    id: `A-${partyId}`,
    partyId,
    receiver,
    phone: phoneOf(addresses.length),
    regionCode,
    detail,
    isDefault: true,
  });
  const supply = (buyerId: string, sellerId: string) =>
    supplies.push({ buyerId, productLine: everyLine, sellerId, status: 'active', since: at });

  add(demoParty({ ...headquarters, kind: 'hq', level: 0, channel: 'traditional' }, at), '林总监', ['owner']);
  for (const { code, name, place, contact } of distributors) {
    const kind = { kind: 'distributor', level: 1, channel: 'traditional' } as const;
    add(demoParty({ code, name, ...kind, regionCode: place[0] }, at), contact, ['owner']);
    addresses.push(address(code, contact, place));
    supply(code, headquarters.code);
  }
  const { code: chainCode, name: chainName, centre, contact: chainContact } = chain;
  const ofChain = { kind: 'chain', level: 2, channel: 'convenience', regionCode: centre[0] } as const;
  add(demoParty({ code: chainCode, name: chainName, ...ofChain }, at), chainContact, ['owner']);
  addresses.push({ ...address(chainCode, chainContact, centre), isDeliveryCentre: true });
  for (const { code, name, place, contact, channel, distributorCode } of stores) {
    const isMember = chain.members.includes(code);
    const store = demoParty({ code, name, kind: 'store', level: 2, channel, regionCode: place[0] }, at);
    const ofMember = { chainId: chainCode, deliveryCentreId: centreId, channel: 'convenience' } as const;
    add(isMember ? { ...store, ...ofMember } : store, contact, ['owner']);
    addresses.push(address(code, contact, place));
    supply(code, distributorCode);
  }
  const [branchOf, branchPlace] = branch;
  const branchOffice = address(branchOf, '刘店长', branchPlace);
  addresses.push({ ...branchOffice, id: branchAddressId, isDefault: false });
  return { parties, users, addresses, supplies, phones };
}

const phoneOf = (count: number) => `139${String(10_000_000 + count * 7)}`;

/** Most licences are good for years; a few end within the month, and fewer have ended. */
function licenceEnd(code: string, count: number, today: Day): Day {
  const isStore = code.startsWith('S') && code > 'S022';
  if (isStore && count % 97 === 0) return addDays(today, -3 - (count % 9));
  if (isStore && count % 41 === 0) return addDays(today, 4 + (count % 20));
  return addDays(today, 200 + ((count * 53) % 1_400));
}

/** HQ and the first three distributors carry everything, the others about a third. */
function demoAssortments(goods: readonly DemoGood[]): ReadonlyMap<string, readonly DemoGood[]> {
  const shuffled = (items: readonly DemoGood[], seed: number) => {
    const random = randomOf(seed);
    return items
      .map((item) => ({ item, place: random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  };
  const sellers = [headquarters.code, ...distributors.map(({ code }) => code)];
  return new Map(
    sellers.map((code, at) => {
      const all = shuffled(goods, 4_000 + at);
      return [code, at <= 3 ? all : all.slice(0, Math.floor(goods.length * 0.32))];
    }),
  );
}

/** HQ sells to distributors at 82 % of the store price; each distributor has its own list for stores. */
export function demoPrices({ carried, now }: DemoCompany) {
  return [...carried].map(([sellerId, goods], at) => {
    const id = `PL-${sellerId}`;
    const isHeadquarters = sellerId === headquarters.code;
    const share = isHeadquarters ? 0.82 : 1 + ((at - 1) % 5) * 0.01;
    const list = {
      id,
      sellerId,
      name: isHeadquarters ? '经销商出厂价' : '门店标准价',
      kind: 'standard' as const,
      buyerId: null,
      level: null,
      regionPrefix: null,
      channel: null,
      priority: 0,
      startsOn: addDays(dayOf(now), -365),
      endsOn: null,
    };
    const lines = goods.map(({ sku, storePriceE4 }): NewPriceLine => {
      const unitPriceE4 = Math.round((storePriceE4 * share) / 100) * 100;
      return { priceListId: id, skuId: sku.id, unitPriceE4, floorPriceE4: Math.floor(unitPriceE4 * 0.9) };
    });
    return { list, lines };
  });
}

/** Each distributor sells in its own cities, and nobody else does. */
export function demoGrants({ now }: DemoCompany) {
  const grant = (sellerId: string, name: string, areas: readonly string[]) => ({
    id: `G-${sellerId}`,
    sellerId,
    level: sellerId === headquarters.code ? 0 : 1,
    name,
    productLine: everyLine,
    includedSkuIds: [],
    excludedSkuIds: [],
    areas,
    channels: [],
    startsOn: addDays(dayOf(now), -365),
    endsOn: null,
    exclusive: true,
    kind: 'regular' as const,
  });
  return [
    grant(headquarters.code, '全国', ['*']),
    ...distributors.map(({ code, name, areas }) => grant(code, `${name}授权区域`, areas)),
  ];
}

function demoAccountsOf(supplies: readonly Supply[], scale: number): readonly CreditAccount[] {
  return supplies.map(({ buyerId, sellerId }, at) => {
    const isDistributor = sellerId === headquarters.code;
    const isFirst = buyerId <= 'S022';
    return {
      id: `C-${buyerId}`,
      sellerId,
      buyerId,
      limitFen: isDistributor
        ? Math.round(50_000_000 * Math.max(1, scale))
        : isFirst
          ? 1_500_000
          : 800_000 + (at % 8) * 200_000,
      termDays: isDistributor ? 45 : isFirst ? 30 : ([7, 15, 30][at % 3] ?? 30),
      heldFen: 0,
      shippedFen: 0,
      receivableFen: 0,
      unappliedFen: 0,
      version: 0,
      ladderStep: 'clear' as const,
    };
  });
}

type Branch = readonly [id: string, name: string, regionCode: string, serves: readonly string[]];

/** HQ's ambient warehouses beside the one in Hangzhou, which serves everywhere. */
const branches: readonly Branch[] = [
  ['W-HQ-N', '总部济南仓', '370102', ['37', '11', '12', '13', '14', '15', '21', '22', '23']],
  ['W-HQ-C', '总部武汉仓', '420102', ['42', '43', '41', '36']],
  ['W-HQ-S', '总部广州仓', '440103', ['44', '45', '46', '35']],
  ['W-HQ-W', '总部成都仓', '510104', ['51', '50', '52', '53', '61', '62']],
];

const demoWarehouses: readonly Warehouse[] = [
  {
    id: 'W-HQ',
    name: '总部杭州中心仓',
    regionCode: headquarters.regionCode,
    temperatureZones: ['ambient'] as const,
    leadDays: 1,
    costRank: 1,
  },
  ...branches.map(([id, name, regionCode, servesRegions]) => ({
    id,
    name,
    regionCode,
    temperatureZones: ['ambient'] as const,
    leadDays: 2,
    costRank: 0,
    servesRegions,
  })),
  {
    id: 'W-HQ-COLD',
    name: '总部嘉兴冷链仓',
    regionCode: '330402',
    temperatureZones: ['chilled', 'frozen'] as const,
    leadDays: 2,
    costRank: 2,
  },
]
  .map((named) => plainWarehouse({ ownerId: headquarters.code, ...named }))
  .concat(
    distributors.map(({ code, name, place }) =>
      plainWarehouse({ id: `W-${code}`, ownerId: code, name: `${name}仓`, regionCode: place[0] }),
    ),
  );

/** The instant of a day of the past, in Shanghai's hours. */
export const hourOf = (on: Day, hour: number): Instant => startOfDay(on) + Math.round(hour * 3_600_000);
