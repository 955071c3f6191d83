import { plainPromotion } from '../plain';
import { holdCases } from './testing';

/** Cups are ¥2.00 at the list; so many of them are there. */
const there = (left: number) => ({
  giftLeft: (skuId: string, quantity: number) => (skuId === 'cup' ? Math.min(left, quantity) : quantity),
});
const paid = { giftShortage: 'pay' as const };
const cups = { tiers: [{ fromFen: 9_000, skuId: 'cup', quantity: 4 }], isPerMultiple: false };

describe('gifts that are out of stock and paid out', () => {
  holdCases({
    thresholdGift: [
      {
        situation: '赠品都有货：照赠',
        rule: cups,
        order: { cola: 30 },
        given: paid,
        facts: there(4),
        payableFen: 9_000,
        gifts: { cup: 4 },
      },
      {
        situation: '全缺：4个各¥2.00折现',
        rule: cups,
        order: { cola: 30 },
        given: paid,
        facts: there(0),
        payableFen: 8_200,
      },
      {
        situation: '缺一部分：有的照赠，缺的折现',
        rule: cups,
        order: { cola: 30 },
        given: paid,
        facts: there(3),
        payableFen: 8_800,
        gifts: { cup: 3 },
      },
      {
        situation: '约定每个¥1.50，不按目录价',
        rule: cups,
        order: { cola: 30 },
        given: { ...paid, giftPayE4: 15_000 },
        facts: there(0),
        payableFen: 8_400,
      },
      {
        situation: '目录没有价、也没有约定价：仍然欠赠',
        rule: cups,
        order: { cola: 30 },
        given: paid,
        facts: { ...there(0), giftPriceE4: () => null },
        payableFen: 9_000,
        gifts: { cup: 4 },
      },
      {
        situation: '折现不超过商品金额',
        rule: { tiers: [{ fromFen: 300, skuId: 'cup', quantity: 4 }], isPerMultiple: false },
        order: { cola: 1 },
        given: paid,
        facts: there(0),
        payableFen: 0,
      },
      {
        situation: '欠赠的促销不折现',
        rule: cups,
        order: { cola: 30 },
        given: { giftShortage: 'owe' },
        facts: there(0),
        payableFen: 9_000,
        gifts: { cup: 4 },
      },
      {
        situation: '折现算进预算：预算不够就少给一次',
        rule: { tiers: [{ fromFen: 3_000, skuId: 'cup', quantity: 1 }], isPerMultiple: true },
        order: { cola: 30 },
        given: { ...paid, budgetFen: 400 },
        facts: there(0),
        payableFen: 8_600,
      },
      {
        situation: '没达到门槛不折现',
        rule: cups,
        order: { cola: 29 },
        given: { ...paid, caps: plainPromotion.caps },
        facts: there(0),
        payableFen: 8_700,
      },
    ],
    otherGift: [
      {
        situation: '两种赠品都缺、只有一种有价：有价的折现，没价的仍然欠赠',
        rule: {
          buyQuantity: 10,
          unit: '',
          gifts: [
            { skuId: 'cup', quantity: 4 },
            { skuId: 'badge', quantity: 1 },
          ],
          isPerMultiple: false,
        },
        order: { cola: 10 },
        given: paid,
        facts: { giftLeft: () => 0, giftPriceE4: (skuId) => (skuId === 'cup' ? 20_000 : null) },
        payableFen: 2_200,
        gifts: { badge: 1 },
      },
    ],
  });
});
