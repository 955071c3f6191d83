import { type Day, groupBy, type Known, newRowsOf, readStanding, standing, type Tx } from '../platform';
import { byExpiry } from './allocate';
import type { Lot, MarkdownBand, Warehouse } from './model';
import type { Buffer, ChannelQuota, LifeRule } from './policy-model';
import { policyStore } from './policy-store';
import type { ContractWarehouse, SharingAgreement } from './pool-model';
import { poolStore } from './pool-store';
import { sharingStore } from './sharing-store';
import { everyOne, type ShortagePolicy } from './shortage-policy';
import { shortagePolicyStore } from './shortage-policy-store';
import type { StockTerms } from './stock-facts';
import { stockStore } from './store';

/** What a seller has to send to a buyer. */
export interface StockTrade {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly skuIds: readonly string[];
}

const keyOf = (first: string, second: string, on?: Day) =>
  on === undefined ? `${first} ${second}` : `${first} ${second} ${on}`;
const columnOf = (keys: readonly string[], at: number) => [
  ...new Set(keys.map((key) => key.split(' ')[at] as string)),
];

const channelLife = standing<readonly LifeRule[]>({
  name: 'life rules of channels',
  tables: ['lifeRule'],
  limit: 50_000,
  load: async (tx, sellerIds) =>
    groupBy(await policyStore(tx).lifeRules(sellerIds, []), ({ sellerId }) => sellerId),
});

/** By seller and buyer. */
const buyerLife = standing<readonly LifeRule[]>({
  name: 'life rules of buyers',
  tables: ['lifeRule'],
  limit: 200_000,
  async load(tx, keys) {
    const found = await policyStore(tx).lifeRules(columnOf(keys, 0), columnOf(keys, 1));
    const own = found.filter(({ scope }) => scope !== 'channel');
    return groupBy(own, ({ sellerId, subject }) => keyOf(sellerId, subject));
  },
});

/** By owner and SKU. */
const buffers = standing<readonly Buffer[]>({
  name: 'buffers',
  tables: ['stockBuffer'],
  limit: 200_000,
  load: async (tx, keys) =>
    groupBy(await policyStore(tx).buffers(columnOf(keys, 0), columnOf(keys, 1)), ({ ownerId, skuId }) =>
      keyOf(ownerId, skuId),
    ),
});

/** By seller, SKU and day: what is used of a quota changes with every order that uses it. */
const quotas = standing<readonly ChannelQuota[]>({
  name: 'channel quotas',
  tables: ['channelQuota'],
  limit: 200_000,
  async load(tx, keys) {
    const days = groupBy(keys, (key) => key.split(' ')[2] as string);
    const found = new Map<string, readonly ChannelQuota[]>();
    for (const [on, ofDay] of days) {
      const rows = await policyStore(tx).quotas(columnOf(ofDay, 0), columnOf(ofDay, 1), on);
      for (const [key, some] of groupBy(rows, ({ sellerId, skuId }) => keyOf(sellerId, skuId, on))) {
        found.set(key, some);
      }
    }
    return found;
  },
});

const markdowns = standing<readonly MarkdownBand[]>({
  name: 'markdowns',
  tables: ['ageingMarkdown'],
  limit: 50_000,
  load: async (tx, sellerIds) =>
    groupBy(await policyStore(tx).markdowns(sellerIds), ({ sellerId }) => sellerId),
});

const warehouses = standing<readonly Warehouse[]>({
  name: 'warehouses',
  tables: ['warehouse'],
  limit: 50_000,
  load: async (tx, ownerIds) =>
    groupBy(await stockStore(tx).warehousesOf(ownerIds), ({ ownerId }) => ownerId),
});

/** By seller and buyer. */
const contracts = standing<ContractWarehouse>({
  name: 'contract warehouses',
  tables: ['contractWarehouse'],
  limit: 200_000,
  async load(tx, keys) {
    const found = await poolStore(tx).contracts(columnOf(keys, 0), columnOf(keys, 1));
    return new Map(found.map((contract) => [keyOf(contract.sellerId, contract.buyerId), contract]));
  },
});

/** By seller and buyer (or everyone), then by SKU (or every one). */
type ShortageBook = ReadonlyMap<string, ShortagePolicy>;

const shortages = standing<ShortageBook>({
  name: 'shortage policies',
  tables: ['shortagePolicy'],
  limit: 200_000,
  async load(tx, keys) {
    const found = await shortagePolicyStore(tx).policiesFor(columnOf(keys, 0), columnOf(keys, 1));
    const books = groupBy(found, ({ sellerId, buyerId }) => keyOf(sellerId, buyerId));
    return new Map(
      [...books].map(([key, policies]) => [key, new Map(policies.map((policy) => [policy.skuId, policy]))]),
    );
  },
});

/** By borrower; hardly anybody borrows. */
const agreements = standing<readonly SharingAgreement[]>({
  name: 'sharing agreements',
  tables: ['sharingAgreement'],
  limit: 50_000,
  load: async (tx, borrowerIds) =>
    groupBy(await sharingStore(tx).activeOf(borrowerIds), ({ borrowerId }) => borrowerId),
});

/** By owner and SKU: which lots there are. What is free of them, and which are recalled, is never kept. */
const lots = standing<readonly Lot[]>({
  name: 'lots',
  tables: [newRowsOf('lot')],
  limit: 50_000,
  async load(tx, keys) {
    const pairs = keys.map((key) => key.split(' ') as [string, string]);
    const found = [...(await stockStore(tx).promisableLots(pairs))].sort(byExpiry);
    return groupBy(found, ({ ownerId, skuId }) => keyOf(ownerId, skuId));
  },
});

/**
 * Lots of these goods that have not expired, by id: which there are and their dates, of the same goods in the order
 * they are drawn. What they hold, and whether they are recalled, is as of some earlier time.
 */
export async function readLots(
  tx: Tx,
  goods: readonly (readonly [ownerId: string, skuId: string])[],
  on: Day,
): Promise<ReadonlyMap<string, Lot>> {
  const keys = [...new Set(goods.map(([ownerId, skuId]) => keyOf(ownerId, skuId)))];
  const known = await readStanding(tx, lots, keys);
  const found = new Map<string, Lot>();
  for (const key of keys) {
    for (const lot of known.get(key) ?? none) if (lot.expiresOn >= on) found.set(lot.id, lot);
  }
  return found;
}

/** What sellers and buyers have said about goods and how they go; each answer concerns one trade. */
export interface StockBook {
  termsOf(trade: StockTrade): StockTerms;
  warehousesOf(sellerId: string): readonly Warehouse[];
  contractOf(trade: StockTrade): ContractWarehouse | undefined;
  shortagesOf(trade: StockTrade): readonly ShortagePolicy[];
}

/** Reads what stands about the stock side of these trades. */
export async function readStockBook(tx: Tx, trades: readonly StockTrade[], on: Day): Promise<StockBook> {
  const sellerIds = trades.map(({ sellerId }) => sellerId);
  const pairs = trades.map(({ sellerId, buyerId }) => keyOf(sellerId, buyerId));
  const goods = trades.flatMap(({ sellerId, skuIds }) => skuIds.map((skuId) => keyOf(sellerId, skuId)));
  const ofChannels = await readStanding(tx, channelLife, sellerIds);
  const ofBuyers = await readStanding(tx, buyerLife, pairs);
  const kept = await readStanding(tx, buffers, goods);
  const goodsOfDay = goods.map((key) => `${key} ${on}`);
  const shares = await readStanding(tx, quotas, goodsOfDay);
  const bands = await readStanding(tx, markdowns, sellerIds);
  const houses = await readStanding(tx, warehouses, sellerIds);
  const contracted = await readStanding(tx, contracts, pairs);
  const words = await readStanding(tx, shortages, [
    ...pairs,
    ...sellerIds.map((sellerId) => keyOf(sellerId, everyOne)),
  ]);
  // Hardly anybody keeps anything back or parts stock among channels: then no order looks for it.
  const anyKept = goods.some((key) => kept.get(key) !== undefined);
  const anyShares = goodsOfDay.some((key) => shares.get(key) !== undefined);
  return {
    termsOf({ sellerId, buyerId, skuIds }) {
      const own = ofBuyers.get(keyOf(sellerId, buyerId)) ?? none;
      const usual = ofChannels.get(sellerId) ?? none;
      return {
        lifeRules: only(sellerId, own.length > 0 ? [...usual, ...own] : usual),
        markdowns: only(sellerId, bands.get(sellerId) ?? none),
        buffers: anyKept ? joined(kept, skuIds, (skuId) => keyOf(sellerId, skuId)) : none,
        quotas: anyShares ? joined(shares, skuIds, (skuId) => keyOf(sellerId, skuId, on)) : none,
      };
    },
    warehousesOf: (sellerId) => houses.get(sellerId) ?? none,
    contractOf: ({ sellerId, buyerId }) => contracted.get(keyOf(sellerId, buyerId)),
    shortagesOf({ sellerId, buyerId, skuIds }) {
      const books = [buyerId, everyOne].flatMap((buyer) => words.get(keyOf(sellerId, buyer)) ?? []);
      if (books.length === 0) return none;
      return books.flatMap((book) => [everyOne, ...skuIds].flatMap((skuId) => book.get(skuId) ?? []));
    },
  };
}

/** The sellers among these that borrow from somebody. */
export async function readBorrowers(tx: Tx, sellerIds: readonly string[]): Promise<readonly string[]> {
  const known = await readStanding(tx, agreements, sellerIds);
  return [...new Set(sellerIds)].filter((sellerId) => (known.get(sellerId)?.length ?? 0) > 0);
}

const none: readonly never[] = [];

const only = <Value>(key: string, value: Value): Known<Value> => ({
  get: (asked) => (asked === key ? value : undefined),
});

function joined<Row>(
  known: Known<readonly Row[]>,
  skuIds: readonly string[],
  keyFor: (skuId: string) => string,
): readonly Row[] {
  let all: readonly Row[] = none;
  for (const skuId of skuIds) {
    const some = known.get(keyFor(skuId));
    if (some && some.length > 0) all = all.length > 0 ? [...all, ...some] : some;
  }
  return all;
}
