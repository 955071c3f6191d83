import type { Cart, CartFacts, CartLine } from './cart';
import type { Coupon, Promotion, PromotionRule } from './model';
import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';
import { aCart, aCartLine, aMonday, aPromotion, cartFacts } from './testing';

/**
 * What is ordered, in base units: cola ¥3.00 a bottle (12 a case), sprite ¥2.50 (12), chips ¥5.00 a bag (10 a case),
 * towel ¥8.00. `old` is cola with a tenth of its life left.
 */
type Order = Readonly<Partial<Record<'cola' | 'sprite' | 'chips' | 'towel' | 'old', number>>>;

const goods: Readonly<Record<string, Partial<CartLine>>> = {
  cola: {},
  sprite: { unitPriceE4: 25_000 },
  chips: {
    unitPriceE4: 50_000,
    category: 'snacks',
    units: [
      { unit: '袋', factor: 1 },
      { unit: '箱', factor: 10 },
    ],
  },
  towel: { unitPriceE4: 80_000, category: 'home', units: [{ unit: '条', factor: 1 }] },
  old: { skuId: 'cola', lifeLeftBp: 1_000 },
};

interface Row {
  readonly situation: string;
  readonly rule: PromotionRule;
  readonly order: Order;
  /** What goods and freight come to. */
  readonly payableFen: number;
  readonly gifts?: Readonly<Record<string, number>>;
  readonly given?: Partial<Promotion>;
  readonly cart?: Partial<Cart>;
  readonly facts?: Partial<CartFacts>;
}

const linesOf = (order: Order) =>
  Object.entries(order).map(([name, quantity], at) =>
    aCartLine({ lineNo: at + 1, skuId: name, quantity, ...goods[name] }),
  );

const noCaps = { perOrder: null, perBuyer: null, perBuyerDay: null, perDay: null, total: null };
const used = { byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 };
const drinks = {
  skuIds: ['cola', 'sprite'],
  categories: [],
  brands: [],
  productLines: [],
  excludedSkuIds: [],
};

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

const tiers = [
  { fromQuantity: 2, unitPriceE4: 28_000 },
  { fromQuantity: 5, unitPriceE4: 25_000 },
];
const offTiers = [
  { fromFen: 10_000, offFen: 1_000 },
  { fromFen: 30_000, offFen: 4_000 },
];
const set = {
  parts: [
    { skuId: 'cola', quantity: 2 },
    { skuId: 'chips', quantity: 1 },
  ],
  priceFen: 900,
};
const towelFor1 = { fromFen: 10_000, goods: [{ skuId: 'towel', unitPriceE4: 10_000 }], maxQuantity: 1 };

const kinds: Readonly<Record<string, readonly Row[]>> = {
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
  bundle: [
    { situation: '可乐2瓶加薯片1袋¥9.00：两套', rule: set, order: { cola: 4, chips: 2 }, payableFen: 1_800 },
    { situation: '配不成套的按原价', rule: set, order: { cola: 5, chips: 3 }, payableFen: 1_800 + 300 + 500 },
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
};

const cases = Object.entries(kinds).flatMap(([kind, rows]) => rows.map((row) => ({ kind, ...row })));

describe('each kind by itself', () => {
  it.each(cases)('$kind: $situation', ({ kind, rule, order, given, cart, facts, payableFen, gifts }) => {
    const book = bookOf([aPromotion({ kind, rule, ...given })]);
    const quote = quotePromotions(aCart(linesOf(order), cart), book, cartFacts(facts));
    const gained = quote.accepted.flatMap((one) => one.gifts.map(({ skuId, quantity }) => [skuId, quantity]));

    expect(quote.payableFen).toBe(payableFen);
    expect(Object.fromEntries(gained)).toEqual(gifts ?? {});
  });
});
