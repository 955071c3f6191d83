import type { Cart, CartFacts, CartLine } from '../../core/src/promotions/cart';
import type { Promotion, PromotionRule } from '../../core/src/promotions/model';
import { type Random, randomFrom } from './random';

/** A seller's range: 5,000 SKUs in 100 categories and 50 brands, packed by 6, 12 or 24. */
const skuCount = 5_000;
const categoryCount = 100;
const brandCount = 50;
const at = Date.UTC(2026, 5, 15, 2);

const skuOf = (number: number) => `sku${number}`;

function lineOf(random: Random, lineNo: number): CartLine {
  const sku = random(skuCount);
  const quantity = (1 + random(10)) * (random(3) === 0 ? 1 : 12);
  const unitPriceE4 = 10_000 + (sku % 97) * 700;
  return {
    lineNo,
    skuId: skuOf(sku),
    category: `category${sku % categoryCount}`,
    brand: `brand${sku % brandCount}`,
    productLine: `line${sku % 5}`,
    quantity,
    units: [
      { unit: '瓶', factor: 1 },
      { unit: '箱', factor: [6, 12, 24][sku % 3] as number },
    ],
    unitPriceE4,
    amountFen: Math.floor((unitPriceE4 * quantity + 50) / 100),
    lifeLeftBp: null,
    isClosed: false,
  };
}

/** Carts of so many lines, always the same ones. */
export function cartsOf(lineCount: number, count: number): readonly Cart[] {
  const random = randomFrom(lineCount);
  return Array.from({ length: count }, (): Cart => ({
    buyer: {
      id: 'store',
      level: 2,
      regionCode: '330102',
      channel: 'traditional',
      groupIds: new Set(['key']),
    },
    at,
    lines: Array.from({ length: lineCount }, (_, index) => lineOf(random, index + 1)),
    freightFen: 2_000,
    couponIds: null,
    giftChoices: new Map(),
    tokens: new Map(),
  }));
}

export const facts: CartFacts = {
  useOf: () => ({ byBuyer: 0, byBuyerToday: 0, today: 0, total: 3, costFen: 500 }),
  coupons: [],
  giftPriceE4: () => 20_000,
  mayGive: () => true,
  isFirstOrder: false,
  isNewItem: () => true,
};

type Kind = readonly [kind: string, rule: (random: Random) => PromotionRule];

/** What sellers run, the commonest first. */
const kinds: readonly Kind[] = [
  ['specialPrice', (random) => ({ unitPriceE4: 8_000 + random(100) * 300 })],
  ['discount', (random) => ({ mode: 'percent', offBp: 500 + random(4) * 500 })],
  [
    'tierPrice',
    () => ({
      unit: '箱',
      mode: 'allUnits',
      isMixed: true,
      tiers: [
        { fromQuantity: 2, offBp: 500 },
        { fromQuantity: 10, offBp: 1_200 },
      ],
    }),
  ],
  [
    'buyGet',
    (random) => ({
      buyQuantity: 5 + random(6),
      getQuantity: 1,
      unit: '箱',
      mode: 'added',
      counting: 'step',
    }),
  ],
  [
    'otherGift',
    () => ({ buyQuantity: 5, unit: '箱', gifts: [{ skuId: 'cup', quantity: 1 }], isPerMultiple: true }),
  ],
  ['nthUnit', () => ({ nth: 2, unit: '箱', offBp: 5_000, isMixed: false })],
  ['pickN', () => ({ pickCount: 3, unit: '箱', priceFen: 20_000 })],
  [
    'thresholdOff',
    (random) => ({
      tiers: [
        { fromFen: 20_000 + random(20) * 1_000, offFen: 1_000 },
        { fromFen: 80_000, offFen: 6_000 },
      ],
      isPerMultiple: false,
    }),
  ],
  ['thresholdPercent', () => ({ unit: '箱', tiers: [{ fromQuantity: 10, offBp: 500 }], isAdditive: false })],
  ['thresholdGift', () => ({ tiers: [{ fromFen: 50_000, skuId: 'cup', quantity: 1 }], isPerMultiple: true })],
];

/** Two in a hundred are open to all goods, six name a brand, twelve a category, and the rest up to ten SKUs. */
function scopeOf(random: Random): Partial<Promotion['scope']> {
  const dice = random(100);
  if (dice < 2) return {};
  if (dice < 8) return { brands: [`brand${random(brandCount)}`] };
  if (dice < 20) return { categories: [`category${random(categoryCount)}`] };
  return { skuIds: Array.from({ length: 1 + random(10) }, () => skuOf(random(skuCount))) };
}

/** So many live promotions, always the same ones: of each hundred ten are exclusive and twenty in a mutex group. */
export function promotionsOf(count: number): readonly Promotion[] {
  const random = randomFrom(count);
  return Array.from({ length: count }, (_, index): Promotion => {
    const [kind, rule] = kinds[random(kinds.length)] as Kind;
    return {
      id: `promotion${index}`,
      sellerId: 'seller',
      version: 1,
      name: `促销${index}`,
      kind,
      state: 'live',
      startsAt: Date.UTC(2026, 0, 1),
      endsAt: Date.UTC(2027, 0, 1),
      hours: null,
      weekdays: [],
      audience: {
        levels: random(3) === 0 ? [1 + random(3)] : [],
        regionPrefixes: random(3) === 0 ? ['33', '3201'].slice(random(2)) : [],
        channels: [],
        groupIds: [],
        buyerIds: [],
        excludedBuyerIds: [],
      },
      scope: {
        skuIds: [],
        categories: [],
        brands: [],
        productLines: [],
        excludedSkuIds: [],
        ...scopeOf(random),
      },
      stacking: random(10) === 0 ? 'exclusiveLine' : 'stack',
      mutexGroups: random(5) === 0 ? [`group${random(10)}`] : [],
      priority: random(3),
      caps: {
        perOrder: random(4) === 0 ? 100 : null,
        perBuyer: null,
        perBuyerDay: null,
        perDay: null,
        total: random(4) === 0 ? 10_000 : null,
      },
      budgetFen: random(4) === 0 ? 10_000_000 : null,
      payers: [{ partyId: 'seller', shareBp: 10_000 }],
      giftShortage: 'owe',
      giftSubstitutes: [],
      giftPayE4: null,
      rule: rule(random),
    };
  });
}
