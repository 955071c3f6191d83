import { plainPromotion } from '../plain';
import { aMonday } from '../testing';
import { drinks, holdCases } from './testing';

const noCaps = plainPromotion.caps;
const used = { byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 };
const tiers = [
  { fromQuantity: 2, unitPriceE4: 28_000 },
  { fromQuantity: 5, unitPriceE4: 25_000 },
];

describe('prices of units', () => {
  holdCases({
    specialPrice: [
      {
        situation: '特价¥2.50：10瓶全按特价',
        rule: { unitPriceE4: 25_000 },
        order: { cola: 10 },
        payableFen: 2_500,
      },
      {
        situation: '特价每单限4瓶：其余6瓶按原价',
        rule: { unitPriceE4: 25_000 },
        order: { cola: 10 },
        payableFen: 4 * 250 + 6 * 300,
        given: { caps: { ...noCaps, perOrder: 4 } },
      },
      {
        situation: '限4瓶，两种商品都特价：先给省得多的可乐',
        rule: { unitPriceE4: 20_000 },
        order: { cola: 3, sprite: 3 },
        payableFen: 3 * 200 + 200 + 2 * 250,
        given: { caps: { ...noCaps, perOrder: 4 } },
      },
      {
        situation: '特价高于原价：不涨价',
        rule: { unitPriceE4: 35_000 },
        order: { cola: 10 },
        payableFen: 3_000,
      },
      {
        situation: '预算¥1.00只够2瓶：其余按原价',
        rule: { unitPriceE4: 25_000 },
        order: { cola: 10 },
        payableFen: 2 * 250 + 8 * 300,
        given: { budgetFen: 100 },
      },
      {
        situation: '不在10点至12点：不算',
        rule: { unitPriceE4: 25_000 },
        order: { cola: 1 },
        payableFen: 300,
        given: { hours: { fromMinute: 660, untilMinute: 720 } },
      },
      {
        situation: '只限周二，今天周一：不算',
        rule: { unitPriceE4: 25_000 },
        order: { cola: 1 },
        payableFen: 300,
        given: { weekdays: [2] },
      },
      {
        situation: '今天该客户已用完每日限量：不算',
        rule: { unitPriceE4: 25_000 },
        order: { cola: 1 },
        payableFen: 300,
        given: { caps: { ...noCaps, perBuyerDay: 6 } },
        facts: { useOf: () => ({ ...used, byBuyerToday: 6 }) },
      },
    ],
    discount: [
      { situation: '9折', rule: { mode: 'percent', offBp: 1_000 }, order: { cola: 10 }, payableFen: 2_700 },
      {
        situation: '每瓶直降¥0.35',
        rule: { mode: 'reduction', offE4: 3_500 },
        order: { cola: 10 },
        payableFen: 2_650,
      },
      {
        situation: '直降超过原价：最低为零',
        rule: { mode: 'reduction', offE4: 90_000 },
        order: { cola: 2 },
        payableFen: 0,
      },
      {
        situation: '8.5折只限饮料，薯片不打折',
        rule: { mode: 'percent', offBp: 1_500 },
        order: { cola: 10, chips: 2 },
        payableFen: 2_550 + 1_000,
        given: { scope: drinks },
      },
      {
        situation: '每瓶直降¥0.0333，10瓶共降¥0.33',
        rule: { mode: 'reduction', offE4: 333 },
        order: { cola: 10 },
        payableFen: 2_967,
      },
    ],
    tierPrice: [
      {
        situation: '差1瓶满2箱：原价',
        rule: { unit: '箱', mode: 'allUnits', isMixed: false, tiers },
        order: { cola: 23 },
        payableFen: 6_900,
      },
      {
        situation: '满2箱：全部¥2.80',
        rule: { unit: '箱', mode: 'allUnits', isMixed: false, tiers },
        order: { cola: 24 },
        payableFen: 24 * 280,
      },
      {
        situation: '满5箱又3瓶：全部¥2.50',
        rule: { unit: '箱', mode: 'allUnits', isMixed: false, tiers },
        order: { cola: 63 },
        payableFen: 63 * 250,
      },
      {
        situation: '超额分段：前24瓶原价，到60瓶¥2.80，其余¥2.50',
        rule: { unit: '箱', mode: 'slices', isMixed: false, tiers },
        order: { cola: 70 },
        payableFen: 24 * 300 + 36 * 280 + 10 * 250,
      },
      {
        situation: '混搭：可乐1箱加雪碧1箱满2箱，雪碧本来更便宜不变',
        rule: { unit: '箱', mode: 'allUnits', isMixed: true, tiers },
        order: { cola: 12, sprite: 12 },
        payableFen: 12 * 280 + 12 * 250,
        given: { scope: drinks },
      },
      {
        situation: '混搭按整箱：两个半箱不算一箱',
        rule: { unit: '箱', mode: 'allUnits', isMixed: true, tiers },
        order: { cola: 18, sprite: 6 },
        payableFen: 18 * 300 + 6 * 250,
        given: { scope: drinks },
      },
    ],
    flashSale: [
      {
        situation: '抢到2瓶：2瓶秒杀价，其余原价',
        rule: { unitPriceE4: 10_000 },
        order: { cola: 5 },
        payableFen: 2 * 100 + 3 * 300,
        cart: { tokens: new Map([['p1', 2]]) },
      },
      { situation: '没有抢到：原价', rule: { unitPriceE4: 10_000 }, order: { cola: 5 }, payableFen: 1_500 },
    ],
    preOrder: [
      {
        situation: '定金¥0.50抵¥1.00：每瓶再省¥0.50',
        rule: {
          unitPriceE4: 30_000,
          depositE4: 5_000,
          depositWorthE4: 10_000,
          balanceFrom: aMonday,
          balanceUntil: aMonday + 1,
        },
        order: { cola: 10 },
        payableFen: 2_500,
      },
      {
        situation: '预售价¥2.80，定金不膨胀',
        rule: {
          unitPriceE4: 28_000,
          depositE4: 5_000,
          depositWorthE4: 5_000,
          balanceFrom: aMonday,
          balanceUntil: aMonday + 1,
        },
        order: { cola: 10 },
        payableFen: 2_800,
      },
    ],
    nearExpiry: [
      {
        situation: '只剩一成效期的3折，新鲜的原价',
        rule: {
          tiers: [
            { upToLifeBp: 1_000, offBp: 7_000 },
            { upToLifeBp: 3_333, offBp: 3_000 },
          ],
        },
        order: { cola: 10, old: 10 },
        payableFen: 3_000 + 900,
      },
      {
        situation: '效期还多于各档：原价',
        rule: { tiers: [{ upToLifeBp: 900, offBp: 7_000 }] },
        order: { old: 10 },
        payableFen: 3_000,
      },
    ],
  });
});
