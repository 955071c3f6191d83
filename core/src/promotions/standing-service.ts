import { groupBy, type Known, readStanding, standing, type Tx } from '../platform';
import { bookOf, type PromotionBook } from './promotion-book';
import { promotionStore } from './promotion-store';

/** By seller. Whoever changes or stops a promotion turns the table's version, so no older book prices an order. */
const books = standing<PromotionBook>({
  name: 'promotions',
  tables: ['promotion'],
  limit: 20_000,
  async load(tx, sellerIds) {
    const bySeller = groupBy(await promotionStore(tx).live(sellerIds), ({ sellerId }) => sellerId);
    return new Map([...bySeller].map(([sellerId, promotions]) => [sellerId, bookOf(promotions)]));
  },
});

const noPromotions = bookOf([]);

/** The promotions of sellers, as they stand. */
export async function readPromotionBooks(
  tx: Tx,
  sellerIds: readonly string[],
): Promise<(sellerId: string) => PromotionBook> {
  const found: Known<PromotionBook> = await readStanding(tx, books, sellerIds);
  return (sellerId) => found.get(sellerId) ?? noPromotions;
}
