import type { PriceE4 } from '../../platform/money';
import { priceKind } from '../kind';
import { sayPrice } from './say-off';

interface FlashSale {
  readonly unitPriceE4: PriceE4;
  /** How long a won unit waits for its order, in seconds. */
  readonly tokenSeconds?: number | null;
}

/**
 * 秒杀: a price for the units a buyer has won tokens for. The quota is the cap in total, and what one may win the cap
 * of a buyer; both are kept where units are won. An order that came from a sale arrives with its price agreed.
 */
export const flashSale = priceKind<FlashSale>({
  name: 'flashSale',
  title: '秒杀',
  lane: 'unitPrice',
  isSpecialPrice: true,
  counts: 'units',
  fields: [
    { name: 'unitPriceE4', title: '秒杀价（每最小单位）', type: 'priceE4', min: 0 },
    {
      name: 'tokenSeconds',
      title: '抢到后保留（秒）',
      type: 'quantity',
      min: 1,
      max: 3_600,
      isOptional: true,
    },
  ],
  example: { unitPriceE4: 9_900, tokenSeconds: 300 },
  hasCliffs: () => false,
  describe: ({ unitPriceE4 }) => `秒杀价${sayPrice(unitPriceE4)}`,
  price: ({ unitPriceE4 }, { items, tokens }) => ({
    offers: tokens > 0 ? items.map(({ key, quantity }) => ({ key, quantity, price: { unitPriceE4 } })) : [],
    atMost: tokens,
    near: null,
  }),
});
