import { groupBy, keyBy, type Known, readStanding, standing, type Tx } from '../platform';
import { priceKey } from './choose-price';
import { goodsStore } from './goods-store';
import type { OrderingRules } from './limits-for';
import { loadGroups } from './load-groups-service';
import { listedPrice } from './listed-price';
import type { Sku } from './model';
import { customerKey, type Pricing } from './price-line';
import type { ListedPrice, PriceList } from './price-model';
import { priceStore } from './price-store';
import type { OrderingRule } from './rule-model';
import { ruleStore } from './rule-store';

/** What one seller sells to one buyer. */
export interface Trade {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly skuIds: readonly string[];
}

/** Two ids of a key as `priceKey` and `customerKey` write it. */
const partsOf = (key: string) => key.split(' ') as [first: string, second: string];
const firsts = (keys: readonly string[]) => [...new Set(keys.map((key) => partsOf(key)[0]))];
const seconds = (keys: readonly string[]) => [...new Set(keys.map((key) => partsOf(key)[1]))];

const skus = standing<Sku>({
  name: 'skus',
  tables: ['sku'],
  limit: 50_000,
  load: async (tx, ids) => keyBy(await goodsStore(tx).skus(ids), ({ id }) => id),
});

/** By `priceKey`: what a seller's lists that name no single buyer ask for a SKU. */
const openPrices = standing<readonly ListedPrice[]>({
  name: 'open prices',
  tables: ['priceList', 'priceListLine'],
  limit: 200_000,
  async load(tx, keys) {
    const store = priceStore(tx);
    const lists = keyBy(await store.listsFor(firsts(keys), []), ({ id }) => id);
    const lines = await store.lines([...lists.keys()], seconds(keys));
    const prices = lines.map((line): ListedPrice => ({
      ...(lists.get(line.priceListId) as PriceList),
      ...line,
    }));
    return groupBy(prices, (price) => priceKey(price.sellerId, price.skuId));
  },
});

/** By buyer: the lists anybody keeps for it alone. */
const contracts = standing<readonly PriceList[]>({
  name: 'contracts',
  tables: ['priceList'],
  limit: 200_000,
  load: async (tx, buyerIds) =>
    groupBy(await priceStore(tx).contractsOf(buyerIds), ({ buyerId }) => buyerId ?? ''),
});

/** By list and SKU, as `priceKey` joins them. */
const contractPrices = standing<ListedPrice>({
  name: 'contract prices',
  tables: ['priceList', 'priceListLine'],
  limit: 200_000,
  async load(tx, keys) {
    const store = priceStore(tx);
    const lists = keyBy(await store.lists(firsts(keys)), ({ id }) => id);
    const lines = await store.lines(firsts(keys), seconds(keys));
    return keyBy(
      lines.map((line) => listedPrice(lists.get(line.priceListId) as PriceList, line)),
      ({ priceListId, skuId }) => priceKey(priceListId, skuId),
    );
  },
});

/** By `customerKey`. */
const groups = standing<ReadonlySet<string>>({
  name: 'customer groups',
  tables: ['customerGroupMember'],
  limit: 200_000,
  load: (tx, keys) => loadGroups(tx, { sellerIds: firsts(keys), buyerIds: seconds(keys) }),
});

/** A seller's ordering rules, by the SKU they name (none: every one's) and then by the buyer. */
type RuleBook = ReadonlyMap<string, readonly OrderingRule[]>;
const ruleKey = (skuId: string | null, buyerId: string | null) => `${skuId ?? ''} ${buyerId ?? ''}`;

const ruleBooks = standing<RuleBook>({
  name: 'ordering rules',
  tables: ['orderingRule'],
  limit: 20_000,
  async load(tx, sellerIds) {
    const bySeller = groupBy(await ruleStore(tx).rulesOf(sellerIds), ({ sellerId }) => sellerId);
    return new Map(
      [...bySeller].map(([id, rules]) => [
        id,
        groupBy(rules, ({ skuId, buyerId }) => ruleKey(skuId, buyerId)),
      ]),
    );
  },
});

const listsById = standing<PriceList>({
  name: 'price lists',
  tables: ['priceList'],
  limit: 50_000,
  load: async (tx, ids) => keyBy(await priceStore(tx).lists(ids), ({ id }) => id),
});

/** By `priceKey`, first choice first. */
const substitutes = standing<readonly string[]>({
  name: 'substitutes',
  tables: ['substitute'],
  limit: 200_000,
  async load(tx, keys) {
    const found = await ruleStore(tx).substitutes(firsts(keys), seconds(keys));
    const bySku = groupBy(found, ({ sellerId, skuId }) => priceKey(sellerId, skuId));
    return new Map([...bySku].map(([key, of]) => [key, of.map(({ substituteSkuId }) => substituteSkuId)]));
  },
});

/** SKUs by id, as they stand. */
export const readSkus = (tx: Tx, ids: readonly string[]): Promise<Known<Sku>> => readStanding(tx, skus, ids);

/** What each seller of these trades may send instead of their SKUs, by `priceKey`. */
export const readSubstitutes = (tx: Tx, trades: readonly Trade[]): Promise<Known<readonly string[]>> =>
  readStanding(tx, substitutes, goodsKeys(trades));

/** Every price that may be asked in these trades. */
export async function readPricing(tx: Tx, trades: readonly Trade[]): Promise<Pricing> {
  const open = await readStanding(tx, openPrices, goodsKeys(trades));
  const memberships = await readStanding(
    tx,
    groups,
    trades.map(({ sellerId, buyerId }) => customerKey(sellerId, buyerId)),
  );
  const known = await readStanding(
    tx,
    contracts,
    trades.map(({ buyerId }) => buyerId),
  );
  const agreed = trades.flatMap(({ sellerId, buyerId, skuIds }) =>
    (known.get(buyerId) ?? []).flatMap((list) =>
      list.sellerId === sellerId ? skuIds.map((skuId) => ({ listId: list.id, sellerId, skuId })) : [],
    ),
  );
  if (agreed.length === 0) return { prices: open, groups: memberships };
  const lines = await readStanding(
    tx,
    contractPrices,
    agreed.map(({ listId, skuId }) => priceKey(listId, skuId)),
  );
  const prices = new Map<string, readonly ListedPrice[]>();
  for (const key of goodsKeys(trades)) prices.set(key, open.get(key) ?? []);
  for (const { listId, sellerId, skuId } of agreed) {
    const line = lines.get(priceKey(listId, skuId));
    const key = priceKey(sellerId, skuId);
    const before = prices.get(key) ?? [];
    if (line && !before.includes(line)) prices.set(key, [...before, line]);
  }
  return { prices, groups: memberships };
}

/** What sellers ask of orders; `rulesOf` picks what concerns one trade. */
export interface RuleBooks {
  rulesOf(trade: Trade): OrderingRules;
}

const noRules: readonly OrderingRule[] = [];

/** The ordering rules of these trades' sellers. */
export async function readRuleBooks(
  tx: Tx,
  trades: readonly Trade[],
  memberships: Pricing['groups'],
): Promise<RuleBooks> {
  const books = await readStanding(
    tx,
    ruleBooks,
    trades.map(({ sellerId }) => sellerId),
  );
  const rulesIn = ({ sellerId, buyerId, skuIds }: Trade) => {
    const book = books.get(sellerId);
    if (!book) return noRules;
    const about = [null, ...skuIds].flatMap((skuId) =>
      [null, buyerId].flatMap((buyer) => book.get(ruleKey(skuId, buyer)) ?? []),
    );
    return about.length > 0 ? about : noRules;
  };
  const listIds = trades.flatMap((trade) => rulesIn(trade).flatMap(({ priceListId }) => priceListId ?? []));
  const lists = await readStanding(tx, listsById, listIds);
  return { rulesOf: (trade) => ({ rules: rulesIn(trade), lists, groups: memberships }) };
}

const goodsKeys = (trades: readonly Trade[]) =>
  trades.flatMap(({ sellerId, skuIds }) => skuIds.map((skuId) => priceKey(sellerId, skuId)));
