import { type Pricing, readPricing, readRuleBooks, readSkus, readSubstitutes } from '../catalog';
import { priceKey } from '../catalog/rules';
import { readAddresses, readParties, readSupplies, readUsualAddresses } from '../partners';
import { type Day, readStanding, standing, type Tx } from '../platform';
import { type Promotion, type PromotionBook, readPromotionBooks } from '../promotions';
import { bookOf, giftsBeside, goodsOf } from '../promotions/rules';
import { readStockBook } from '../stock';
import { readTerritories, type Territory, type Way, wayKey } from '../territory';
import type { AuditPolicy } from './audit-policy';
import { decisionStore } from './decision-store';
import { readDeliveryTerms } from './delivery/standing-service';
import type { BasketFacts, OrderRequest, StandingFacts } from './facts';

/** A basket as far as facts are wanted for it. */
export interface BasketWanted {
  readonly buyerId: string;
  readonly addressId?: string | undefined;
  readonly skuIds: readonly string[];
}

/** What baskets are read by, each buyer's own. */
export interface BasketBook {
  of(buyerId: string): BasketFacts;
}

/** What orders are decided by and none of them changes; each order's own. */
export interface StandingBook {
  of(request: OrderRequest): StandingFacts;
  readonly sellerIds: readonly string[];
  readonly skus: BasketFacts['skus'];
  readonly pricing: Pricing;
  /** The seller's. */
  promotionsOf(request: OrderRequest): PromotionBook;
  territoryOf(request: OrderRequest): Territory;
  /** Each order's seller, buyer and goods, with what may stand in for them and what may be given with them. */
  tradeOf(request: OrderRequest): Trade;
}

interface Trade {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly skuIds: readonly string[];
}

const policies = standing<readonly AuditPolicy[]>({
  name: 'audit policies',
  tables: ['auditPolicy'],
  limit: 1,
  load: async (tx) => new Map([['all', await decisionStore(tx).policies()]]),
});

/** Reads the parties, places and goods that baskets may mean. */
export async function readBasketBook(tx: Tx, wanted: readonly BasketWanted[]): Promise<BasketBook> {
  const buyerIds = [...new Set(wanted.map(({ buyerId }) => buyerId))];
  const supplies = await readSupplies(tx, buyerIds);
  const sellerIds = buyerIds.flatMap((id) => (supplies.get(id) ?? []).map(({ sellerId }) => sellerId));
  const parties = await readParties(tx, [...buyerIds, ...sellerIds]);
  const addresses = await readAddresses(
    tx,
    wanted.flatMap(({ addressId }) => addressId ?? []),
  );
  const usual = await readUsualAddresses(tx, buyerIds);
  const skus = await readSkus(
    tx,
    wanted.flatMap(({ skuIds }) => skuIds),
  );
  return {
    of: (buyerId) => ({
      parties,
      supplies: supplies.get(buyerId) ?? [],
      addresses,
      usualAddresses: usual.get(buyerId) ?? [],
      skus,
    }),
  };
}

/**
 * Reads what stands about these orders, from memory as far as nobody has changed it; `originals` are promotions
 * as they were when an order that is looked at again was placed.
 */
export async function readStandingBook(
  tx: Tx,
  baskets: BasketBook,
  requests: readonly OrderRequest[],
  on: Day,
  originals: readonly Promotion[] = [],
): Promise<StandingBook> {
  const asked = requests.map(tradeAsked);
  const substitutes = await readSubstitutes(tx, asked);
  const asStands = await readPromotionBooks(
    tx,
    requests.map(({ seller }) => seller.id),
  );
  const promotionsOf = ({ seller }: OrderRequest) => withOriginals(asStands(seller.id), originals);
  const trades = new Map(
    requests.map((request, at) => {
      const trade = withStandIns(asked[at] as Trade, substitutes);
      return [request, withMore(trade, giftsFor(request, baskets, promotionsOf(request)))];
    }),
  );
  const all = [...trades.values()];
  // What may stand in is looked up beside what was asked for.
  const skus = await readSkus(
    tx,
    all.flatMap(({ skuIds }) => skuIds),
  );
  const pricing = await readPricing(tx, all);
  const rules = await readRuleBooks(tx, all, pricing.groups);
  const territories = await readTerritories(tx, requests.map(wayOf));
  const stock = await readStockBook(tx, all, on);
  const deliveryOf = await readDeliveryTerms(
    tx,
    requests.map(({ seller }) => seller.id),
  );
  const versions = (await readStanding(tx, policies, ['all'])).get('all') ?? [];
  const tradeOf = (request: OrderRequest) => trades.get(request) as Trade;
  const territoryOf = (request: OrderRequest) => {
    const territory = territories.get(wayKey(wayOf(request)));
    if (!territory) throw new Error('a way nobody read');
    return territory;
  };
  return {
    sellerIds: [...new Set(all.map(({ sellerId }) => sellerId))],
    skus,
    pricing,
    promotionsOf,
    tradeOf,
    territoryOf,
    of(request) {
      const trade = tradeOf(request);
      const { parties, supplies, addresses, usualAddresses } = baskets.of(trade.buyerId);
      return {
        parties,
        supplies,
        addresses,
        usualAddresses,
        skus,
        on,
        policies: versions,
        pricing,
        ordering: rules.rulesOf(trade),
        substitutes,
        territory: territoryOf(request),
        stockTerms: stock.termsOf(trade),
        warehouses: stock.warehousesOf(trade.sellerId),
        contract: stock.contractOf(trade) ?? null,
        shortages: stock.shortagesOf(trade),
        promotions: promotionsOf(request),
        delivery: deliveryOf(trade.sellerId),
      };
    },
  };
}

const tradeAsked = ({ seller, buyer, lines }: OrderRequest): Trade => ({
  sellerId: seller.id,
  buyerId: buyer.id,
  skuIds: lines.map(({ skuId }) => skuId),
});

function withStandIns(trade: Trade, substitutes: StandingFacts['substitutes']): Trade {
  return withMore(
    trade,
    trade.skuIds.flatMap((skuId) => substitutes.get(priceKey(trade.sellerId, skuId)) ?? []),
  );
}

/** What promotions may give with the goods of an order. */
function giftsFor(request: OrderRequest, baskets: BasketBook, book: PromotionBook): readonly string[] {
  if (book.all.length === 0) return [];
  // Gifts that an order has already may still be replaced.
  const standIns = request.lines.flatMap(({ giftOf }) =>
    giftOf == null ? [] : (book.byId(giftOf)?.promotion.giftSubstitutes ?? []),
  );
  if (request.promotions === null) return standIns;
  const { skus } = baskets.of(request.buyer.id);
  const goods = request.lines.flatMap(({ skuId }) => skus.get(skuId) ?? []).map(goodsOf);
  return [...standIns, ...giftsBeside(book, goods, request.buyer, request.promotions.at)];
}

/** A book in which some promotions stand as they were when an order was placed. */
function withOriginals(book: PromotionBook, originals: readonly Promotion[]): PromotionBook {
  if (originals.length === 0) return book;
  const ids = new Set(originals.map(({ id }) => id));
  const others = book.all.flatMap(({ promotion }) => (ids.has(promotion.id) ? [] : [promotion]));
  return bookOf([...others, ...originals]);
}

function withMore(trade: Trade, more: readonly string[]): Trade {
  return more.length > 0 ? { ...trade, skuIds: [...new Set([...trade.skuIds, ...more])] } : trade;
}

const wayOf = ({ seller, shipTo }: OrderRequest): Way => {
  const { regionCode, townCode, latitudeE6, longitudeE6 } = shipTo;
  const point = latitudeE6 === null || longitudeE6 === null ? null : { latitudeE6, longitudeE6 };
  return { sellerId: seller.id, place: { regionCode, townCode, point } };
};
