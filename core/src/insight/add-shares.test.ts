import { addShares } from './add-shares';
import type { OrderShare } from './model';
import { shareOfOrder } from './share-of-order';

const order = {
  sellerId: 'D1',
  buyerId: 'S1',
  // 2026-03-01 00:30 in Shanghai.
  placedAt: Date.UTC(2026, 1, 28, 16, 30),
  regionCode: '330106',
  state: 'approved',
  verdict: 'approved',
  payableFen: 9_000,
  channel: 'h5',
} as const;
const line = { skuId: 'TEA', quantity: 12, cancelled: 2, shipped: 5, signed: 4, payableFen: 6_000 };

describe('what an order adds to the figures', () => {
  it('stands on the Shanghai day and hour it was placed, in the province it goes to', () => {
    expect(shareOfOrder(order, [line])).toMatchObject({ day: '2026-03-01', hour: 0, province: '33' });
  });

  it('adds up the lines of one SKU, less what was cancelled', () => {
    const gift = { skuId: 'TEA', quantity: 1, cancelled: 0, shipped: 1, signed: 1, payableFen: 0 };

    expect(shareOfOrder(order, [line, gift]).goods).toEqual({
      TEA: { quantity: 11, shipped: 6, signed: 5, keptFen: 6_000 },
    });
  });

  it.each(['rejected', 'cancelled', 'shortClosed'] as const)(
    'counts one that was %s as placed only',
    (state) => {
      const share = shareOfOrder({ ...order, state, verdict: 'held' }, [line]);

      expect(share).toMatchObject({ orders: 1, touchlessOrders: 0, keptOrders: 0, keptFen: 0, goods: {} });
    },
  );
});

it('counts nothing of goods that are only sent again', () => {
  expect(shareOfOrder({ ...order, channel: 'afterSales' }, [line])).toMatchObject({
    orders: 0,
    touchlessOrders: 0,
    keptOrders: 0,
    keptFen: 0,
    goods: {},
  });
});

describe('what shares change', () => {
  const share = shareOfOrder(order, [line]);

  it('is one row a key', () => {
    const evening: OrderShare = { ...share, hour: 20 };

    const { hours, buyers, skus } = addShares([
      { share, sign: 1 },
      { share, sign: 1 },
      { share: evening, sign: 1 },
    ]);

    expect(hours.map(({ hour, orders }) => [hour, orders])).toEqual([
      [0, 2],
      [20, 1],
    ]);
    expect(buyers).toMatchObject([{ buyerId: 'S1', orders: 3, keptFen: 27_000 }]);
    expect(skus).toMatchObject([{ skuId: 'TEA', orders: 3, quantity: 30 }]);
  });

  it('takes back what an order had added, and is nothing where nothing changed', () => {
    expect(
      addShares([
        { share, sign: 1 },
        { share, sign: -1 },
      ]),
    ).toEqual({ hours: [], buyers: [], skus: [], deliveries: [] });
  });

  it('stands on the day of the signature, by the hours it took, once it is delivered', () => {
    const delivery = {
      day: '2026-03-03' as const,
      cycleHours: 50,
      isPromised: true,
      isOnTime: true,
      isFull: false,
      isUndamaged: true,
      orderLines: 2,
      fullLines: 1,
    };
    const delivered = shareOfOrder(order, [line], delivery);

    expect(
      addShares([
        { share: delivered, sign: 1 },
        { share, sign: -1 },
      ]).deliveries,
    ).toEqual([
      {
        sellerId: 'D1',
        day: '2026-03-03',
        cycleHours: 50,
        orders: 1,
        promisedOrders: 1,
        onTimeOrders: 1,
        fullOrders: 0,
        otifOrders: 0,
        perfectOrders: 0,
        orderLines: 2,
        fullLines: 1,
      },
    ]);
  });

  it('leaves the placed order and takes the rest when it is cancelled', () => {
    const cancelled = shareOfOrder({ ...order, state: 'cancelled' }, [line]);

    const { hours, skus } = addShares([
      { share: cancelled, sign: 1 },
      { share, sign: -1 },
    ]);

    expect(hours).toMatchObject([{ orders: 0, touchlessOrders: 0, keptOrders: -1, keptFen: -9_000 }]);
    expect(skus).toMatchObject([{ orders: -1, quantity: -10, shipped: -5, signed: -4, keptFen: -6_000 }]);
  });
});
