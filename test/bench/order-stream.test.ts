import { usualCompany } from './company-shape';
import { orderIds, orderStream } from './order-stream';

const some = (load: 'even' | 'hot', lines: number, seed = 1) => {
  const next = orderStream(usualCompany, { load, lines }, seed);
  return Array.from({ length: 300 }, (_, buyerNo) => next(buyerNo));
};

describe('a stream of orders', () => {
  it('is the same for every system that is asked with the same seed', () => {
    expect(some('even', 3)).toEqual(some('even', 3));
    expect(some('even', 3, 2)).not.toEqual(some('even', 3));
  });

  it.each([3, 30])('names no goods twice in an order of %d lines', (lines) => {
    for (const order of some('hot', lines)) {
      expect(order).toHaveLength(lines);
      expect(new Set(order.map(({ skuNo }) => skuNo)).size).toBe(lines);
    }
  });

  it('has the hot goods in every order, and each of the others now and then', () => {
    const orders = some('hot', 30);

    expect(orders.every(([first]) => first?.skuNo === 0)).toBe(true);
    expect(new Set(orders.flat().map(({ skuNo }) => skuNo)).size).toBe(usualCompany.skus);
  });

  it('asks a seller only for what it carries', () => {
    const shape = { sellers: 10, buyers: 20, skus: 100, skusPerSeller: 10, lotsPerSku: 1, promotions: 0 };
    const next = orderStream(shape, { load: 'even', lines: 10 }, 1);

    expect(
      next(13)
        .map(({ skuNo }) => skuNo)
        .sort(),
    ).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  });
});

describe('the ids of orders', () => {
  it('are 26 characters, ascending, and never those of another maker', () => {
    const [one, other] = [orderIds(), orderIds()];
    const ids = Array.from({ length: 1_000 }, one);

    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
    expect(ids).not.toContain(other());
    expect(new Set(ids).size).toBe(1_000);
  });
});
