import type { PriceE4 } from '../../platform/money';
import { priceKind } from '../kind';
import { sayPrice } from './say-off';

interface SpecialPrice {
  readonly unitPriceE4: PriceE4;
}

/** 特价: a price of its own for every unit in the scope; what a cap leaves over goes at the usual price. */
export const specialPrice = priceKind<SpecialPrice>({
  name: 'specialPrice',
  title: '特价',
  lane: 'unitPrice',
  isSpecialPrice: true,
  counts: 'units',
  fields: [{ name: 'unitPriceE4', title: '特价（每最小单位）', type: 'priceE4', min: 0 }],
  example: { unitPriceE4: 25_000 },
  hasCliffs: () => false,
  describe: ({ unitPriceE4 }) => `特价${sayPrice(unitPriceE4)}`,
  price: ({ unitPriceE4 }, { items }) => ({
    offers: items.map(({ key, quantity }) => ({ key, quantity, price: { unitPriceE4 } })),
    near: null,
  }),
});
