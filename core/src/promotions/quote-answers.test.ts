import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { idOf } from './applied';
import { allKinds, anyCart, promotionsOf, someFacts } from './kinds/testing';
import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';

/**
 * What quotes of random carts answered before the engine was made faster: how it finds an answer may change, the
 * answer may not. Each row stands for as many carts as it says, under at most so many promotions, drawn by its seed
 * (another release of fast-check may draw others: then the rows are recorded anew before anything else changes). One fault
 * was mended since: what is taken off a unit was weighed as more than the unit costs, which changed 9 of 1,345 answers.
 */
const recorded: readonly (readonly [seed: number, carts: number, promotions: number, answers: string])[] = [
  [1, 200, 6, 'hYFF0vEVjRP9Mhmq'],
  [2, 200, 6, 'PgVInL2ll0L7wS1k'],
  [3, 200, 6, 'nhr_h8iXCa5lXqE0'],
  [4, 200, 6, 't39uvcuEIdW9aKjP'],
  [5, 200, 6, 'UJCaGESLqnxXbCXg'],
  [6, 200, 6, 'Zu-4_CTsJjuZRnZ3'],
  [7, 200, 6, 'FraoVYrxZJkilpMz'],
  [8, 200, 6, 'WR86dcv_6yA85_d0'],
  [11, 60, 14, 'a6zvgluVD581xhQ4'],
  [12, 60, 14, '_QF6_fkSAXoivhXX'],
  [13, 60, 14, 'ZH-xXbeKARBv8x0r'],
  [14, 60, 14, '7gxzILga2-tiV9YU'],
  [15, 60, 14, 'fmHMk3-Zle7jOZl3'],
  [16, 60, 14, 'cZIwaVXR2Gub2s-V'],
  [21, 25, 40, 'c7LXg_3--Dke6PD0'],
  [22, 25, 40, '2_ISjIhdluFoKcmQ'],
  [23, 25, 40, 'HEgGvbYDUPNxLWIg'],
  [24, 25, 40, 'n-aU-_Zb0BUAZry9'],
];

describe('the answers of quotes', () => {
  it.each(recorded)(
    'are what they were: seed %i, %i carts under at most %i promotions',
    (seed, carts, promotions, answers) => {
      expect(answersOf(seed, carts, promotions)).toBe(answers);
    },
  );
});

function answersOf(seed: number, numRuns: number, most: number): string {
  const hash = createHash('sha256');
  const drawn = fc.sample(fc.tuple(anyCart, promotionsOf(allKinds, most)), { seed, numRuns });
  for (const [cart, promotions] of drawn) {
    const { accepted, declined, items: _, ...sums } = quotePromotions(cart, bookOf(promotions), someFacts);
    hash.update(
      JSON.stringify({
        ...sums,
        accepted: accepted.map((one) => [idOf(one), { ...one, player: one.player.couponId }]),
        declined: declined.map((one) => [idOf(one), { ...one, player: one.player.couponId }]),
      }),
    );
  }
  return hash.digest('base64url').slice(0, 16);
}
