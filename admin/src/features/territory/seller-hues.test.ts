import type { HeldDivision } from './model';
import { sellerHues } from './seller-hues';

const division = (code: string, sellerIds: readonly string[]): HeldDivision => ({
  code,
  name: code,
  hasChildren: false,
  holders: sellerIds.map((sellerId) => ({
    sellerId,
    sellerName: `${sellerId} 商行`,
    share: 'whole',
    exclusive: false,
    isRemainder: false,
  })),
});

it('gives everybody a colour of its own, who holds most first', () => {
  const shown = sellerHues([division('1', ['A', 'B']), division('2', ['B']), division('3', [])]);

  expect(shown.map(({ sellerId, count }) => [sellerId, count])).toEqual([
    ['B', 2],
    ['A', 1],
  ]);
  expect(new Set(shown.map(({ hue }) => hue)).size).toBe(2);
});
