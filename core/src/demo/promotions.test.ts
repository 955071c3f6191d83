import { checkPromotion } from '../promotions';
import { foundDemo } from './company';
import { demoPromotions } from './promotions';

describe('the promotions of the demo', () => {
  const company = foundDemo(Date.parse('2026-11-22T02:00:00Z'), 0.1, 'hash');
  const promotions = demoPromotions(company);

  it('could all have been written at the desk', () => {
    for (const promotion of promotions) expect(checkPromotion(promotion)).toEqual([]);
  });

  it('are there for every seller, each under an id of its own', () => {
    expect(new Set(promotions.map(({ id }) => id)).size).toBe(promotions.length);
    expect(new Set(promotions.map(({ sellerId }) => sellerId))).toEqual(new Set(company.carried.keys()));
  });
});
