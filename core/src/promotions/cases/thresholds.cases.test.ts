import { plainPromotion } from '../plain';
import { drinks, holdCases } from './testing';

const noCaps = plainPromotion.caps;
const offTiers = [
  { fromFen: 10_000, offFen: 1_000 },
  { fromFen: 30_000, offFen: 4_000 },
];

describe('thresholds', () => {
  holdCases({
    thresholdOff: [
      {
        situation: '差1分不减',
        rule: { tiers: [{ fromFen: 9_001, offFen: 1_000 }], isPerMultiple: false },
        order: { cola: 30 },
        payableFen: 9_000,
      },
      {
        situation: '正好满额就减',
        rule: { tiers: [{ fromFen: 9_000, offFen: 1_000 }], isPerMultiple: false },
        order: { cola: 30 },
        payableFen: 8_000,
      },
      {
        situation: '到第二档只减第二档',
        rule: { tiers: offTiers, isPerMultiple: false },
        order: { cola: 100 },
        payableFen: 26_000,
      },
      {
        situation: '每满¥100减¥10：¥330减三次',
        rule: { tiers: offTiers, isPerMultiple: true },
        order: { cola: 110 },
        payableFen: 30_000,
      },
      {
        situation: '每满减最多两次',
        rule: { tiers: offTiers, isPerMultiple: true },
        order: { cola: 110 },
        payableFen: 31_000,
        given: { caps: { ...noCaps, perOrder: 2 } },
      },
      {
        situation: '满3箱减¥20，按箱计',
        rule: { unit: '箱', tiers: [{ fromQuantity: 3, offFen: 2_000 }], isPerMultiple: false },
        order: { cola: 24, sprite: 12 },
        payableFen: 7_200 + 3_000 - 2_000,
      },
      {
        situation: '只看饮料金额：薯片不计入',
        rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
        order: { cola: 30, chips: 10 },
        payableFen: 14_000,
        given: { scope: drinks },
      },
    ],
    thresholdPercent: [
      {
        situation: '满¥100打9折',
        rule: { tiers: [{ fromFen: 10_000, offBp: 1_000 }], isAdditive: false },
        order: { cola: 40 },
        payableFen: 10_800,
      },
      {
        situation: '最多减¥5',
        rule: { tiers: [{ fromFen: 10_000, offBp: 1_000 }], maxOffFen: 500, isAdditive: false },
        order: { cola: 40 },
        payableFen: 11_500,
      },
      {
        situation: '满3箱9折、满5箱8折：5箱取8折',
        rule: {
          unit: '箱',
          tiers: [
            { fromQuantity: 3, offBp: 1_000 },
            { fromQuantity: 5, offBp: 2_000 },
          ],
          isAdditive: false,
        },
        order: { cola: 60 },
        payableFen: 14_400,
      },
      {
        situation: '不足一元也按比例到分',
        rule: { tiers: [{ fromFen: 1, offBp: 1_000 }], isAdditive: false },
        order: { cola: 1 },
        payableFen: 270,
      },
    ],
    thresholdGift: [
      {
        situation: '每满¥100赠2个：¥250赠4个',
        rule: { tiers: [{ fromFen: 10_000, skuId: 'cup', quantity: 2 }], isPerMultiple: true },
        order: { chips: 50 },
        payableFen: 25_000,
        gifts: { cup: 4 },
      },
      {
        situation: '两档只赠高的一档',
        rule: {
          tiers: [
            { fromFen: 10_000, skuId: 'cup', quantity: 2 },
            { fromFen: 20_000, skuId: 'bag', quantity: 1 },
          ],
          isPerMultiple: false,
        },
        order: { chips: 50 },
        payableFen: 25_000,
        gifts: { bag: 1 },
      },
      {
        situation: '未满不赠',
        rule: { tiers: [{ fromFen: 10_000, skuId: 'cup', quantity: 2 }], isPerMultiple: true },
        order: { chips: 19 },
        payableFen: 9_500,
      },
    ],
  });
});
