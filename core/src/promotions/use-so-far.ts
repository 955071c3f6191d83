import { dayOf, type Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { Cart, CartFacts } from './cart';
import type { PromotionUse } from './model';

/** What a promotion has used up, as orders go by. */
export class UseSoFar {
  private readonly counts = new Map<string, number>();
  private costFen = 0;

  add({ buyer, at }: Cart, times: number, costFen: Fen): void {
    for (const key of keysOf(buyer.id, at)) this.counts.set(key, this.of(key) + times);
    this.costFen += costFen;
  }

  /** How it stands for the buyer of a cart; of other promotions nothing is used. */
  factsFor(id: string, { buyer, at }: Cart): Pick<CartFacts, 'useOf'> {
    const [byBuyer = 0, byBuyerToday = 0, today = 0, total = 0] = keysOf(buyer.id, at).map((key) =>
      this.of(key),
    );
    const now: PromotionUse = { byBuyer, byBuyerToday, today, total, costFen: this.costFen };
    return { useOf: (promotionId) => (promotionId === id ? now : unused) };
  }

  private of(key: string): number {
    return this.counts.get(key) ?? 0;
  }
}

const keysOf = (buyerId: string, at: Instant) => [
  `buyer ${buyerId}`,
  `buyer ${buyerId} on ${dayOf(at)}`,
  `on ${dayOf(at)}`,
  'total',
];

const unused: PromotionUse = { byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 };
