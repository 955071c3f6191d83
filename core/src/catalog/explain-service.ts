import { type Database, type Day, keyBy, Refused } from '../platform';
import { choosePrice, type PriceBuyer, priceKey } from './choose-price';
import { explainPrice } from './explain-price';
import { loadSkus } from './goods-service';
import { loadGroups } from './load-groups-service';
import { groupsOf, type LinePrice, priceLine } from './price-line';
import { priceStore } from './price-store';
import { showBreaks } from './show-breaks';
import { readPricing } from './standing-service';
import { unitOf } from './units';

export interface WhyPrice {
  readonly sellerId: string;
  readonly buyer: PriceBuyer;
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
  /** The unit it is ordered in; the base unit when left out. */
  readonly unit?: string | undefined;
  readonly on: Day;
}

/** What prices come to, and why. Whether the seller supplies the buyer is for the caller to know. */
export function explainService(database: Database) {
  return {
    /** What one buyer pays one seller for a base unit of each SKU on a day; SKUs without a price are absent. */
    pricesFor: (sellerId: string, buyer: PriceBuyer, skuIds: readonly string[], on: Day) =>
      database.read(async (tx) => {
        const pricing = await readPricing(tx, [{ sellerId, buyerId: buyer.id, skuIds }]);
        const skus = await loadSkus(tx, skuIds);
        const prices = new Map<string, LinePrice>();
        for (const [skuId, sku] of skus) {
          const unit = unitOf(sku, sku.baseUnit);
          const price = priceLine(pricing, { sellerId, buyer, skuId, quantity: 1, unit, on });
          if (price) prices.set(skuId, price);
        }
        return prices;
      }),

    /** What lines of one seller and buyer come to, one for each question; null where no list names the SKU. */
    pricesOf: (
      trade: Pick<WhyPrice, 'sellerId' | 'buyer' | 'on'>,
      lines: readonly Pick<WhyPrice, 'skuId' | 'quantity' | 'unit'>[],
    ) =>
      database.read(async (tx) => {
        const skuIds = [...new Set(lines.map(({ skuId }) => skuId))];
        const { sellerId, buyer } = trade;
        const pricing = await readPricing(tx, [{ sellerId, buyerId: buyer.id, skuIds }]);
        const skus = await loadSkus(tx, skuIds);
        return lines.map(({ skuId, quantity, unit }) => {
          const sku = skus.get(skuId);
          if (!sku) return null;
          return priceLine(pricing, { ...trade, skuId, quantity, unit: unitOf(sku, unit ?? sku.baseUnit) });
        });
      }),

    /** The steps of the price one buyer has of a SKU on a day; null where no list names it. */
    breaksOf: ({ sellerId, buyer, on }: Pick<WhyPrice, 'sellerId' | 'buyer' | 'on'>, skuId: string) =>
      database.read(async (tx) => {
        const pricing = await readPricing(tx, [{ sellerId, buyerId: buyer.id, skuIds: [skuId] }]);
        const listed = pricing.prices.get(priceKey(sellerId, skuId)) ?? [];
        const price = choosePrice(listed, buyer, on, groupsOf(pricing, sellerId, buyer.id));
        return price && showBreaks(price);
      }),

    /** Every list of the seller in lookup order, what each answered, and the steps of the price. @throws catalog.skuUnknown */
    whyPrice: ({ sellerId, buyer, skuId, quantity, unit, on }: WhyPrice) =>
      database.read(async (tx) => {
        const sku = (await loadSkus(tx, [skuId])).get(skuId);
        if (!sku) throw new Refused('catalog.skuUnknown');
        const store = priceStore(tx);
        const lists = await store.listsFor([sellerId], [buyer.id]);
        const lines = await store.lines(
          lists.map(({ id }) => id),
          [skuId],
        );
        const groups = await loadGroups(tx, { sellerIds: [sellerId], buyerIds: [buyer.id] });
        const question = { sellerId, buyer, skuId, quantity, unit: unitOf(sku, unit ?? sku.baseUnit), on };
        const own = groupsOf({ groups }, sellerId, buyer.id);
        const byList = keyBy(lines, ({ priceListId }) => priceListId);
        return { sku, ...explainPrice(lists, byList, own, question) };
      }),
  };
}
