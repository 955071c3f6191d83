import { problemKindOf } from '@tongpan/bff/src/http/problem-table';
import { FakeRefusal, Unreachable, type FakeAnswers } from './fake-api';
import { closeShops, logIn, openShop } from './open-shop';
import { quoteOf, shopAnswers } from './shop-answers';
import { aCoupon, aQuotedPromotion, couponOffer, waterGift } from './shop-deals';

afterEach(closeShops);

const usual = shopAnswers();
const claimed = { ...couponOffer, isClaimable: false };

/** Two cases of water cost ¥5.00 less and bring one for nothing; more is in reach. */
const dealtQuote: typeof usual.orders.quote = ({ lines: basket, couponIds }) => {
  const quote = quoteOf(basket);
  const [water] = quote.lines;
  if (!water) return quote;
  const isCouponUsed = couponIds === undefined || couponIds.includes('C-1');
  const offFen = isCouponUsed ? 500 : 0;
  const paid = { ...water, amountFen: water.amountFen - offFen, payableFen: water.payableFen - offFen };
  const gift = { ...water, lineNo: 2, quantity: 12, mixedUnits: '1箱', giftOf: waterGift.promotionId };
  return {
    ...quote,
    lines: [
      { ...paid, discountFen: offFen },
      { ...gift, unitPriceE4: 0, amountFen: 0, payableFen: 0 },
    ],
    goodsFen: quote.goodsFen - offFen,
    payableFen: quote.payableFen - offFen,
    discountFen: offFen,
    promotions: [
      aQuotedPromotion({ words: '赠 清谷矿泉水 1箱', giftFen: 2_400, nextStep: '再买1箱，赠1箱' }),
      aQuotedPromotion({
        ...couponOffer,
        isApplied: isCouponUsed,
        savedFen: offFen,
        lines: isCouponUsed ? [{ lineNo: 1, offFen }] : [],
        words: isCouponUsed ? '减 ¥5.00' : '没有选用',
      }),
      aQuotedPromotion({
        promotionId: 'P-MORE',
        name: '整单满减',
        kind: 'thresholdOff',
        label: '满¥500.00减¥50.00',
        isApplied: false,
        words: '未满 ¥500.00',
      }),
    ],
  };
};

/** A cart with two cases of water, at a server with promotions and a coupon in the wallet. */
async function dealtCart() {
  const opened = openShop({
    answers: {
      orders: { ...usual.orders, quote: dealtQuote },
      promotions: { ...usual.promotions, coupons: () => ({ items: [aCoupon()], nextCursor: null }) },
    },
  });
  await logIn(opened.shop);
  await opened.shop.tap('sku-add-WATER');
  await opened.shop.tap('plus-sku-WATER-0');
  await opened.shop.tap('go-cart');
  await opened.shop.opens('pages/cart/index');
  return opened;
}

async function openOffers(promotions: FakeAnswers['promotions'] = {}) {
  const opened = openShop({ answers: { promotions: { ...usual.promotions, ...promotions } } });
  await logIn(opened.shop);
  await opened.shop.tap('offers-strip-all');
  await opened.shop.opens('pages/deals/offers/index');
  return opened;
}

describe('promotions on the goods', () => {
  it('stand beside the goods that have them, by one request for what is in view', async () => {
    const { shop, api } = openShop();

    await logIn(shop);

    await shop.says('买2箱赠1箱', 'sku-WATER');
    expect(shop.wordsOf('sku-TEA')).not.toContain('赠');
    expect(api.calls('promotions.labels').map(({ input }) => input)).toEqual([
      { skuIds: ['WATER', 'TEA'], supplierId: 'HQ' },
    ]);
  });

  it('lead from the row above the goods to the goods of an offer', async () => {
    const { shop } = openShop();
    await logIn(shop);

    await shop.tap(`strip-${waterGift.promotionId}`);

    await shop.opens('pages/deals/offer/index');
    await shop.says('岁末囤水');
    await shop.says('清谷矿泉水', 'sku-WATER');
    expect(shop.wordsOf('sku-TEA')).toBeUndefined();
  });

  it('leave the goods as they are where nothing is said of promotions', async () => {
    const silent = () => {
      throw new Unreachable();
    };
    const { shop } = openShop({
      answers: { promotions: { ...usual.promotions, offers: silent, labels: silent } },
    });

    await logIn(shop);

    await shop.says('¥24.00/箱', 'sku-WATER');
    expect(shop.wordsOf('offers-strip')).toBeUndefined();
  });
});

describe('promotions in the cart', () => {
  it('show what was saved, the gift, and the next step', async () => {
    const { shop } = await dealtCart();

    await shop.says('¥43.00', 'payable');
    await shop.says('-¥5.00', 'saved');
    await shop.says('¥48.00', 'line-WATER');
    await shop.says('-¥5.00', 'savings-WATER');
    await shop.says('赠品', 'gift-WATER');
    await shop.says('1箱', 'gift-WATER');
    await shop.says('再买1箱，赠1箱', 'next-step');
    await shop.says('赠 清谷矿泉水 1箱', `deal-${waterGift.promotionId}`);
  });

  it('keep what does not apply behind a fold', async () => {
    const { shop } = await dealtCart();
    await shop.says('还有 1 个优惠未享受', 'deals-declined');
    expect(shop.wordsOf('deal-P-MORE')).toBeUndefined();

    await shop.tap('deals-declined');

    await shop.says('未满 ¥500.00', 'deal-P-MORE');
  });

  it('use the best coupon, or none where the buyer says so', async () => {
    const { shop, api } = await dealtCart();
    await shop.says('已用 满¥20.00减¥5.00券', 'coupon-row');
    expect(api.calls('orders.quote').at(-1)?.input).not.toHaveProperty('couponIds');

    await shop.tap('coupon-row');
    await shop.tap('coupons-none');
    await shop.tap('coupons-done');

    await shop.says('¥48.00', 'payable');
    await shop.says('不使用优惠券', 'coupon-row');
    expect(api.calls('orders.quote').at(-1)?.input).toMatchObject({ couponIds: [] });
  });

  it('go with the order as they were chosen', async () => {
    const { shop, api } = await dealtCart();
    await shop.tap('coupon-row');
    await shop.tap('use-coupon-C-1');
    await shop.tap('coupons-done');
    await shop.says('¥43.00', 'payable');

    await shop.tap('place-order');

    await shop.opens('pages/order/index');
    expect(api.calls('orders.place').map(({ input }) => input)).toEqual([
      expect.objectContaining({ couponIds: ['C-1'], expectedPayableFen: 4_300 }),
    ]);
  });
});

describe('claiming a coupon', () => {
  it('takes it once, however often it is tapped, and says that it is mine', async () => {
    let offered = couponOffer;
    const { shop, api } = await openOffers({
      offers: () => ({ supplierId: 'HQ', items: [offered] }),
      claimCoupon: () => {
        offered = claimed;
        return aCoupon();
      },
    });

    await Promise.all([shop.tap('claim-P-COUPON'), shop.tap('claim-P-COUPON')]);

    await shop.says('已领取', 'claim-of-P-COUPON');
    expect(api.calls('promotions.claimCoupon')).toHaveLength(1);
  });

  it.each(['promotions.couponTaken', 'promotions.couponOver'])(
    'says why it cannot be had: %s',
    async (code) => {
      const { shop } = await openOffers({
        claimCoupon: () => {
          throw new FakeRefusal(code);
        },
      });

      await shop.tap('claim-P-COUPON');

      await shop.says(problemKindOf(code)!.title, 'claim-of-P-COUPON');
    },
  );

  it('repeats the same claim after a lost network', async () => {
    const left = [new Unreachable()];
    const sent: string[] = [];
    const { shop } = await openOffers({
      claimCoupon: ({ commandId }) => {
        sent.push(commandId);
        const failure = left.shift();
        if (failure) throw failure;
        return aCoupon();
      },
    });

    await shop.tap('claim-P-COUPON');
    await shop.says('网络不通，请稍后再试', 'claim-of-P-COUPON');
    await shop.tap('claim-P-COUPON');

    await shop.waits('it was sent again', () => sent.length === 2);
    expect(sent[1]).toBe(sent[0]);
  });
});

describe('the wallet', () => {
  it('keeps coupons by what became of them', async () => {
    const { shop } = openShop({
      answers: {
        promotions: {
          ...usual.promotions,
          coupons: () => ({
            items: [
              aCoupon(),
              aCoupon({ couponId: 'C-2', state: 'used', orderId: 'O-OLD' }),
              aCoupon({ couponId: 'C-3', state: 'expired', expiresAt: '2026-11-20T02:00:00Z' }),
            ],
            nextCursor: null,
          }),
        },
      },
    });
    await logIn(shop);
    shop.move('navigateTo', '/pages/deals/coupons/index');
    await shop.opens('pages/deals/coupons/index');

    await shop.says('有效期至 2026-12-22 10:00', 'coupon-C-1');
    expect(shop.wordsOf('coupon-C-2')).toBeUndefined();
    await shop.tap('drawer-used');
    await shop.says('已在订单中使用', 'coupon-C-2');
    await shop.tap('drawer-expired');
    await shop.says('已于 2026-11-20 10:00 过期', 'coupon-C-3');
  });

  it('leads to the offers while it is empty', async () => {
    const { shop } = openShop();
    await logIn(shop);
    shop.move('navigateTo', '/pages/deals/coupons/index');

    await shop.says('没有可用的优惠券');
    await shop.says('去领券');
  });
});
