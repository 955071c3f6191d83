import { composeGuide, type Purchase, usualOf } from './compose-guide';
import { anOrderLine, noon } from './testing';

const dayMs = 86_400_000;
const bought = (
  skuId: string,
  orderId: string,
  daysAgo: number,
  quantity: number,
  unitPriceE4 = 30_000,
): Purchase => ({
  ...anOrderLine({ skuId, orderId, quantity, unitPriceE4 }),
  placedAt: noon - daysAgo * dayMs,
});

describe('the order guide', () => {
  it('counts orders, not lines, and takes price and quantity of the last', () => {
    const [tea] = composeGuide(
      [
        bought('tea', 'one', 20, 10),
        bought('tea', 'two', 3, 30, 32_000),
        bought('tea', 'two', 3, 20, 32_000),
      ],
      '2026-01-01',
    );

    expect(tea).toMatchObject({
      timesBought: 2,
      usualQuantity: 20,
      lastQuantity: 30,
      lastUnitPriceE4: 32_000,
      lastBoughtOn: '2025-12-29',
      daysSince: 3,
    });
  });

  it('shows what is bought most often first, then what was bought last', () => {
    const purchases = [
      bought('oil', 'one', 1, 1),
      bought('tea', 'one', 5, 1),
      bought('milk', 'one', 9, 1),
      bought('milk', 'two', 9, 1),
      bought('nuts', 'one', 5, 1),
    ];

    expect(composeGuide(purchases, '2026-01-01').map(({ skuId }) => skuId)).toEqual([
      'milk',
      'oil',
      'nuts',
      'tea',
    ]);
  });

  it.each([
    [[7], 7],
    [[1, 9], 1],
    [[9, 1, 5], 5],
    [[100, 12, 12, 24], 12],
    [[], 0],
  ])('takes of %j the usual: %i', (quantities, usual) => {
    expect(usualOf(quantities)).toBe(usual);
  });
});
