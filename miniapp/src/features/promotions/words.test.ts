import { couponWords, drawerCounts, endWords, nextOrderFirst, partOffers } from './words';

it('says in Shanghai time until when an offer stands', () => {
  expect(endWords('2026-12-05T10:00:00.000Z')).toBe('2026-12-05 18:00 截止');
});

it('counts the drawers of the wallet, and says where the list goes on', () => {
  const coupons = [{ state: 'open' }, { state: 'used' }, { state: 'open' }] as const;

  expect(drawerCounts(coupons, false).map(({ count }) => count)).toEqual([2, 1, 0]);
  expect(drawerCounts(coupons, true).map(({ count }) => count)).toEqual(['2+', '1+', '0+']);
});

it('says what became of a coupon', () => {
  const expiresAt = '2026-12-05T10:00:00.000Z';

  expect(couponWords({ state: 'open', expiresAt })).toBe('有效期至 2026-12-05 18:00');
  expect(couponWords({ state: 'expired', expiresAt })).toBe('已于 2026-12-05 18:00 过期');
  expect(couponWords({ state: 'used', expiresAt })).toBe('已在订单中使用');
});

it('parts coupons from what counts by itself, each in its order', () => {
  const offers = [{ kind: 'buyGet' }, { kind: 'coupon' }, { kind: 'thresholdOff' }];

  expect(partOffers(offers)).toEqual({
    coupons: [{ kind: 'coupon' }],
    others: [{ kind: 'buyGet' }, { kind: 'thresholdOff' }],
  });
});

it('puts what counts for the next order before what is paid later, each in its order', () => {
  const offers = [{ kind: 'displayDeal' }, { kind: 'buyGet' }, { kind: 'cumulative' }, { kind: 'coupon' }];

  expect(nextOrderFirst(offers).map(({ kind }) => kind)).toEqual([
    'buyGet',
    'coupon',
    'displayDeal',
    'cumulative',
  ]);
});
