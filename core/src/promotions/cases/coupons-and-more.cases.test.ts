import type { Coupon } from '../model';
import { aMonday } from '../testing';
import { holdCases } from './testing';

const aCoupon = (given: Partial<Coupon> = {}): Coupon => ({
  id: 'c1',
  promotionId: 'p1',
  buyerId: 'store',
  state: 'open',
  claimedAt: aMonday - 1,
  expiresAt: aMonday + 1,
  orderId: null,
  ...given,
});

const offTiers = [
  { fromFen: 10_000, offFen: 1_000 },
  { fromFen: 30_000, offFen: 4_000 },
];

describe('coupons, first orders and freight', () => {
  holdCases({
    coupon: [
      {
        situation: '满¥50减¥5券',
        rule: { mode: 'off', offFen: 500, fromFen: 5_000, isStackable: false, validDays: 7 },
        order: { cola: 20 },
        payableFen: 5_500,
        facts: { coupons: [aCoupon()] },
      },
      {
        situation: '没有领券：不减',
        rule: { mode: 'off', offFen: 500, fromFen: 5_000, isStackable: false, validDays: 7 },
        order: { cola: 20 },
        payableFen: 6_000,
      },
      {
        situation: '券已过期',
        rule: { mode: 'off', offFen: 500, fromFen: 5_000, isStackable: false, validDays: 7 },
        order: { cola: 20 },
        payableFen: 6_000,
        facts: { coupons: [aCoupon({ expiresAt: aMonday })] },
      },
      {
        situation: '领券时间已过，券仍有效',
        rule: { mode: 'off', offFen: 500, fromFen: 5_000, isStackable: false, validDays: 7 },
        order: { cola: 20 },
        payableFen: 5_500,
        facts: { coupons: [aCoupon()] },
        given: { endsAt: aMonday - 1 },
      },
      {
        situation: '9折券最多减¥4',
        rule: { mode: 'percent', offBp: 1_000, maxOffFen: 400, fromFen: 0, isStackable: false, validDays: 7 },
        order: { cola: 20 },
        payableFen: 5_600,
        facts: { coupons: [aCoupon()] },
      },
      {
        situation: '客户选择不用券',
        rule: { mode: 'off', offFen: 500, fromFen: 5_000, isStackable: false, validDays: 7 },
        order: { cola: 20 },
        payableFen: 6_000,
        facts: { coupons: [aCoupon()] },
        cart: { couponIds: [] },
      },
      {
        situation: '面额大于金额：减到零',
        rule: { mode: 'off', offFen: 500, fromFen: 0, isStackable: false, validDays: 7 },
        order: { cola: 1 },
        payableFen: 0,
        facts: { coupons: [aCoupon()] },
      },
    ],
    firstOrder: [
      {
        situation: '首单满¥100减¥10',
        rule: {
          asks: 'firstOrder',
          innerKind: 'thresholdOff',
          innerRule: { tiers: offTiers, isPerMultiple: false },
        },
        order: { cola: 40 },
        payableFen: 11_000,
      },
      {
        situation: '不是首单',
        rule: {
          asks: 'firstOrder',
          innerKind: 'thresholdOff',
          innerRule: { tiers: offTiers, isPerMultiple: false },
        },
        order: { cola: 40 },
        payableFen: 12_000,
        facts: { isFirstOrder: false },
      },
      {
        situation: '新品铺货：只有没买过的雪碧特价',
        rule: { asks: 'newItem', innerKind: 'specialPrice', innerRule: { unitPriceE4: 10_000 } },
        order: { cola: 1, sprite: 1 },
        payableFen: 400,
        facts: { isNewItem: (skuId) => skuId === 'sprite' },
      },
    ],
    freight: [
      {
        situation: '满¥50包邮',
        rule: { fromFen: 5_000, mode: 'free' },
        order: { cola: 20 },
        payableFen: 6_000,
        cart: { freightFen: 800 },
      },
      {
        situation: '未满照付运费',
        rule: { fromFen: 5_000, mode: 'free' },
        order: { cola: 10 },
        payableFen: 3_800,
        cart: { freightFen: 800 },
      },
      {
        situation: '运费减¥5',
        rule: { mode: 'off', offFen: 500 },
        order: { cola: 10 },
        payableFen: 3_300,
        cart: { freightFen: 800 },
      },
      {
        situation: '运费最多减到零',
        rule: { mode: 'off', offFen: 900 },
        order: { cola: 10 },
        payableFen: 3_000,
        cart: { freightFen: 800 },
      },
      {
        situation: '满2箱包邮',
        rule: { unit: '箱', fromQuantity: 2, mode: 'free' },
        order: { cola: 24 },
        payableFen: 7_200,
        cart: { freightFen: 800 },
      },
    ],
  });
});
