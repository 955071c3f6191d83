import { plainPromotion } from '../plain';
import { drinks, holdCases } from './testing';

const noCaps = plainPromotion.caps;
const set = {
  parts: [
    { skuId: 'cola', quantity: 2 },
    { skuId: 'chips', quantity: 1 },
  ],
  priceFen: 900,
};
const towelFor1 = { fromFen: 10_000, goods: [{ skuId: 'towel', unitPriceE4: 10_000 }], maxQuantity: 1 };

describe('benefits of quantities', () => {
  holdCases({
    buyGet: [
      {
        situation: '买2箱赠1箱，外赠：30瓶送12瓶',
        rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
        order: { cola: 30 },
        payableFen: 9_000,
        gifts: { cola: 12 },
      },
      {
        situation: '差1瓶不赠',
        rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
        order: { cola: 23 },
        payableFen: 6_900,
      },
      {
        situation: '按比例：30瓶送15瓶',
        rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'proRata' },
        order: { cola: 30 },
        payableFen: 9_000,
        gifts: { cola: 15 },
      },
      {
        situation: '整组才赠：30瓶不是2箱的整倍，不赠',
        rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'exact' },
        order: { cola: 30 },
        payableFen: 9_000,
      },
      {
        situation: '内赠：每6瓶含赠1瓶，13瓶付11瓶',
        rule: { buyQuantity: 6, getQuantity: 1, unit: '', mode: 'within', counting: 'step' },
        order: { cola: 13 },
        payableFen: 11 * 300,
      },
      {
        situation: '赠品限12瓶：买8箱只赠1箱',
        rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
        order: { cola: 96 },
        payableFen: 28_800,
        gifts: { cola: 12 },
        given: { caps: { ...noCaps, perOrder: 12 } },
      },
      {
        situation: '毛巾没有箱：不参加',
        rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
        order: { towel: 50 },
        payableFen: 40_000,
      },
    ],
    otherGift: [
      {
        situation: '每买2箱赠杯子1个：5箱赠2个',
        rule: { buyQuantity: 2, unit: '箱', gifts: [{ skuId: 'cup', quantity: 1 }], isPerMultiple: true },
        order: { cola: 60 },
        payableFen: 18_000,
        gifts: { cup: 2 },
      },
      {
        situation: '只赠一次',
        rule: { buyQuantity: 2, unit: '箱', gifts: [{ skuId: 'cup', quantity: 1 }], isPerMultiple: false },
        order: { cola: 60 },
        payableFen: 18_000,
        gifts: { cup: 1 },
      },
      {
        situation: '两种商品合并满2箱',
        rule: { buyQuantity: 2, unit: '箱', gifts: [{ skuId: 'cup', quantity: 1 }], isPerMultiple: true },
        order: { cola: 12, sprite: 12 },
        payableFen: 6_600,
        gifts: { cup: 1 },
      },
      {
        situation: '三选一：客户选雨伞',
        rule: {
          buyQuantity: 1,
          unit: '箱',
          gifts: [
            { skuId: 'cup', quantity: 2 },
            { skuId: 'umbrella', quantity: 1 },
            { skuId: 'bag', quantity: 1 },
          ],
          chooseCount: 1,
          isPerMultiple: true,
        },
        order: { cola: 24 },
        payableFen: 7_200,
        gifts: { umbrella: 2 },
        cart: { giftChoices: new Map([['p1', ['umbrella']]]) },
      },
      {
        situation: '三选二只选一种：另一种按次序补上',
        rule: {
          buyQuantity: 1,
          unit: '箱',
          gifts: [
            { skuId: 'cup', quantity: 2 },
            { skuId: 'umbrella', quantity: 1 },
            { skuId: 'bag', quantity: 1 },
          ],
          chooseCount: 2,
          isPerMultiple: true,
        },
        order: { cola: 12 },
        payableFen: 3_600,
        gifts: { cup: 2, bag: 1 },
        cart: { giftChoices: new Map([['p1', ['bag', 'gold']]]) },
      },
      {
        situation: '赠品没有标价也照赠',
        rule: { buyQuantity: 1, unit: '箱', gifts: [{ skuId: 'cup', quantity: 1 }], isPerMultiple: true },
        order: { cola: 12 },
        payableFen: 3_600,
        gifts: { cup: 1 },
        facts: { giftPriceE4: () => null },
      },
    ],
    bundle: [
      {
        situation: '可乐2瓶加薯片1袋¥9.00：两套',
        rule: set,
        order: { cola: 4, chips: 2 },
        payableFen: 1_800,
      },
      {
        situation: '配不成套的按原价',
        rule: set,
        order: { cola: 5, chips: 3 },
        payableFen: 1_800 + 300 + 500,
      },
      { situation: '缺一样：没有套餐价', rule: set, order: { cola: 5 }, payableFen: 1_500 },
      {
        situation: '套餐价比原价贵：不用',
        rule: { ...set, priceFen: 1_200 },
        order: { cola: 2, chips: 1 },
        payableFen: 1_100,
      },
      {
        situation: '每单限1套',
        rule: set,
        order: { cola: 4, chips: 2 },
        payableFen: 900 + 1_100,
        given: { caps: { ...noCaps, perOrder: 1 } },
      },
    ],
    pickN: [
      {
        situation: '任选3件¥7.00：最贵的3件成组',
        rule: { pickCount: 3, unit: '', priceFen: 700 },
        order: { cola: 2, chips: 2 },
        payableFen: 700 + 300,
      },
      {
        situation: '第二组省不到钱就不组',
        rule: { pickCount: 2, unit: '', priceFen: 700 },
        order: { cola: 2, chips: 2 },
        payableFen: 700 + 600,
      },
      {
        situation: '不够3件：原价',
        rule: { pickCount: 3, unit: '', priceFen: 700 },
        order: { cola: 2 },
        payableFen: 600,
      },
      {
        situation: '任选2箱¥60.00：零散瓶不算',
        rule: { pickCount: 2, unit: '箱', priceFen: 6_000 },
        order: { cola: 14, sprite: 12 },
        payableFen: 6_000 + 600,
      },
    ],
    addOn: [
      {
        situation: '满¥100换购毛巾¥1.00一条',
        rule: { ...towelFor1, isPerMultiple: false },
        order: { cola: 40, towel: 1 },
        payableFen: 12_000 + 100,
      },
      {
        situation: '第二条按原价',
        rule: { ...towelFor1, isPerMultiple: false },
        order: { cola: 80, towel: 2 },
        payableFen: 24_000 + 100 + 800,
      },
      {
        situation: '每满¥100一条：两条都换购',
        rule: { ...towelFor1, isPerMultiple: true },
        order: { cola: 80, towel: 2 },
        payableFen: 24_000 + 200,
      },
      {
        situation: '毛巾自己不计入门槛',
        rule: { ...towelFor1, isPerMultiple: true },
        order: { cola: 30, towel: 5 },
        payableFen: 9_000 + 4_000,
      },
      {
        situation: '门槛只看饮料，换购品可在范围外',
        rule: { unit: '箱', fromQuantity: 2, goods: towelFor1.goods, maxQuantity: 2, isPerMultiple: false },
        order: { cola: 24, towel: 2 },
        payableFen: 7_200 + 200,
        given: { scope: drinks },
      },
    ],
    nthUnit: [
      {
        situation: '第2瓶半价：5瓶有2瓶半价',
        rule: { nth: 2, unit: '', offBp: 5_000, isMixed: false },
        order: { cola: 5 },
        payableFen: 1_200,
      },
      {
        situation: '第2箱半价：1箱11瓶没有',
        rule: { nth: 2, unit: '箱', offBp: 5_000, isMixed: false },
        order: { cola: 23 },
        payableFen: 6_900,
      },
      {
        situation: '第3件免费',
        rule: { nth: 3, unit: '', offBp: 10_000, isMixed: false },
        order: { cola: 3 },
        payableFen: 600,
      },
      {
        situation: '分开计件：各1瓶没有第2瓶',
        rule: { nth: 2, unit: '', offBp: 5_000, isMixed: false },
        order: { cola: 1, sprite: 1 },
        payableFen: 550,
      },
      {
        situation: '合并计件：便宜的那瓶半价',
        rule: { nth: 2, unit: '', offBp: 5_000, isMixed: true },
        order: { cola: 1, sprite: 1 },
        payableFen: 425,
      },
    ],
  });
});
