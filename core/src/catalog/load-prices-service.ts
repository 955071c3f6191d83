import { groupBy, keyBy, type Tx } from '../platform';
import { priceKey } from './choose-price';
import type { OrderingRules } from './limits-for';
import { listedPrice } from './listed-price';
import type { ListedPrice } from './price-model';
import { customerKey, type Pricing } from './price-line';
import { priceStore } from './price-store';
import { ruleStore } from './rule-store';

/** Who sells what to whom: one load answers for all of a batch. */
export interface TradeWanted {
  readonly sellerIds: readonly string[];
  readonly buyerIds: readonly string[];
  readonly skuIds: readonly string[];
}

/** Every price these sellers may ask these buyers for these SKUs, in three statements. */
export async function loadPricing(tx: Tx, wanted: TradeWanted): Promise<Pricing> {
  const { sellerIds, buyerIds, skuIds } = wanted;
  const store = priceStore(tx);
  const groups = await loadGroups(tx, wanted);
  const lists = keyBy(await store.listsFor(sellerIds, buyerIds), ({ id }) => id);
  const prices: ListedPrice[] = [];
  for (const line of await store.lines([...lists.keys()], skuIds)) {
    const list = lists.get(line.priceListId);
    if (list) prices.push(listedPrice(list, line));
  }
  return { prices: groupBy(prices, (price) => priceKey(price.sellerId, price.skuId)), groups };
}

/** The groups these sellers have put these buyers in, by `customerKey`. */
export async function loadGroups(
  tx: Tx,
  { sellerIds, buyerIds }: Pick<TradeWanted, 'sellerIds' | 'buyerIds'>,
): Promise<Pricing['groups']> {
  const members = await priceStore(tx).memberships(sellerIds, buyerIds);
  const byCustomer = groupBy(members, ({ sellerId, buyerId }) => customerKey(sellerId, buyerId));
  return new Map([...byCustomer].map(([key, of]) => [key, new Set(of.map(({ groupId }) => groupId))]));
}

/** What these sellers ask of these buyers' orders of these SKUs. */
export async function loadOrderingRules(tx: Tx, wanted: TradeWanted): Promise<OrderingRules> {
  const { sellerIds, buyerIds, skuIds } = wanted;
  const rules = await ruleStore(tx).rulesFor(sellerIds, buyerIds, skuIds);
  const listIds = [...new Set(rules.flatMap(({ priceListId }) => priceListId ?? []))];
  const lists = listIds.length > 0 ? await priceStore(tx).lists(listIds) : [];
  const groups: Pricing['groups'] = listIds.length > 0 ? await loadGroups(tx, wanted) : new Map();
  return { rules, lists: keyBy(lists, ({ id }) => id), groups };
}
