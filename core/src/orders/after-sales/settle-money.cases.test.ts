import { aPromotion } from '../../promotions/testing';
import { type Back, settleInTurn, type SoldLine, soldOrder } from './testing';

const cola = (quantity: number, more: Partial<SoldLine> = {}): SoldLine => ({
  skuId: 'cola',
  quantity,
  unitPriceE4: 30_000,
  ...more,
});
const tea = (quantity: number): SoldLine => ({ skuId: 'tea', quantity, unitPriceE4: 50_000 });
/** ¥3.3333: lines of it do not divide into whole fen. */
const odd = (quantity: number): SoldLine => ({ skuId: 'odd', quantity, unitPriceE4: 33_333 });

const off = aPromotion({
  kind: 'thresholdOff',
  rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
});
const steps = aPromotion({
  kind: 'thresholdOff',
  rule: {
    tiers: [
      { fromFen: 6_000, offFen: 600 },
      { fromFen: 12_000, offFen: 1_200 },
    ],
    isPerMultiple: false,
  },
});
const gift = aPromotion({
  kind: 'buyGet',
  scope: { skuIds: ['cola'], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
  rule: { buyQuantity: 10, getQuantity: 1, unit: '', mode: 'added', counting: 'step' },
});
const capped = {
  ...gift,
  caps: { perOrder: 2, perBuyer: null, perBuyerDay: null, perDay: null, total: null },
};
const forOthers = {
  ...off,
  audience: { ...off.audience, buyerIds: ['store'], regionPrefixes: ['33'], levels: [2] },
};

const cases: readonly (readonly [
  string,
  readonly SoldLine[],
  Parameters<typeof soldOrder>[1],
  readonly Back[],
  readonly (readonly [refundFen: number, owedFen: number])[],
])[] = [
  ['nothing that comes back', [cola(10)], [], [{}], [[0, 0]]],
  ['some of a plain line', [cola(10)], [], [{ 1: 4 }], [[1_200, 0]]],
  ['all of a plain line', [cola(10)], [], [{ 1: 10 }], [[3_000, 0]]],
  ['two lines', [cola(10), tea(4)], [], [{ 1: 1, 2: 2 }], [[1_300, 0]]],
  [
    'a line that does not divide, unit by unit',
    [odd(3)],
    [],
    [{ 1: 1 }, { 1: 1 }, { 1: 1 }],
    [
      [333, 0],
      [334, 0],
      [333, 0],
    ],
  ],
  ['a benefit that stays', [cola(50)], [off], [{ 1: 10 }], [[2_800, 0]]],
  ['a benefit that is lost', [cola(40)], [off], [{ 1: 20 }], [[5_000, 0]]],
  ['a benefit worth more than what comes back', [cola(34)], [off], [{ 1: 1 }], [[0, 0]]],
  [
    'the rest after a benefit was lost',
    [cola(40)],
    [off],
    [{ 1: 20 }, { 1: 20 }],
    [
      [5_000, 0],
      [6_000, 0],
    ],
  ],
  ['all of an order with a benefit', [cola(40)], [off], [{ 1: 40 }], [[11_000, 0]]],
  ['a lower step of a benefit', [cola(40)], [steps], [{ 1: 20 }], [[5_400, 0]]],
  [
    'a step that is lost only by the second return: what the first got too much is set off',
    [cola(40)],
    [steps],
    [{ 1: 20 }, { 1: 1 }, { 1: 19 }],
    [
      [5_400, 0],
      [0, 300],
      [5_400, 0],
    ],
  ],
  ['gifts that stay', [cola(40)], [gift], [{ 1: 20 }], [[5_600, 0]]],
  ['gifts that come back', [cola(40)], [gift], [{ 1: 20, 2: 2 }], [[6_000, 0]]],
  ['one of two lost gifts', [cola(40)], [gift], [{ 1: 20, 2: 1 }], [[5_800, 0]]],
  ['gifts alone', [cola(40)], [gift], [{ 2: 4 }], [[0, 0]]],
  ['gifts that are still earned', [cola(45)], [gift], [{ 1: 5 }], [[1_500, 0]]],
  [
    'gifts that come later than the goods',
    [cola(40)],
    [gift],
    [{ 1: 20 }, { 2: 2 }],
    [
      [5_600, 0],
      [400, 0],
    ],
  ],
  [
    'gifts that were capped: only what was given can be lost',
    [cola(40)],
    [capped],
    [{ 1: 40 }],
    [[11_600, 0]],
  ],
  ['a promotion for some buyers, whoever asks', [cola(40)], [forOthers], [{ 1: 20 }], [[5_000, 0]]],
  ['what was delivered of a short order', [cola(40, { accepted: 20 })], [], [{ 1: 20 }], [[6_000, 0]]],
  [
    'all that came of an order with a benefit: the seller’s shortage costs the buyer nothing',
    [cola(40, { accepted: 20 })],
    [off],
    [{ 1: 20 }],
    [[5_500, 0]],
  ],
  [
    'one unit of it: what was not delivered counts as kept',
    [cola(40, { accepted: 20 })],
    [off],
    [{ 1: 1 }],
    [[275, 0]],
  ],
  [
    'more than one promotion',
    [cola(40), tea(10)],
    [steps, { ...gift, id: 'p2' }],
    [{ 1: 40, 3: 4 }],
    [[10_800, 0]],
  ],
];

describe('the money of', () => {
  it.each(cases)('%s', (_situation, sold, promotions, backs, expected) => {
    const order = soldOrder(sold, promotions);

    const settled = settleInTurn(order, backs);

    expect(settled.map(({ refundFen, owedFen }) => [refundFen, owedFen])).toEqual(expected);
    expect(settled.every(({ basis }) => basis === 'recomputed')).toBe(true);
  });

  it('a claim that is granted in part gives the rest to nobody later', () => {
    const settled = settleInTurn(soldOrder([cola(10)]), [{ 1: 4 }, { 1: 6 }], [500, null]);

    expect(settled.map(({ refundFen, grantedFen }) => [refundFen, grantedFen])).toEqual([
      [1_200, 500],
      [1_800, 1_800],
    ]);
  });

  it('an order that cannot be priced as it was goes by what was paid for each unit', () => {
    const order = soldOrder([cola(40)], [off]);

    const [settled] = settleInTurn({ ...order, originals: [] }, [{ 1: 20 }]);

    expect(settled).toMatchObject({
      basis: 'byShare',
      originalFen: 11_000,
      keptFen: 5_500,
      refundFen: 5_500,
    });
  });

  it('a coupon counts though it was used, and is lost where the kept goods do not reach it', () => {
    const coupon = aPromotion({
      kind: 'coupon',
      rule: { mode: 'off', fromFen: 10_000, offFen: 1_000, isStackable: false, validDays: 30 },
    });
    const coupons = [
      {
        id: 'c1',
        promotionId: 'p1',
        buyerId: 'store',
        state: 'open' as const,
        claimedAt: 0,
        expiresAt: Number.MAX_SAFE_INTEGER,
        orderId: null,
      },
    ];
    const order = soldOrder([cola(40)], [coupon], { coupons });
    expect(order.applied).toMatchObject([{ couponId: 'c1', offFen: 1_000 }]);

    const settled = settleInTurn(order, [{ 1: 4 }, { 1: 16 }]);

    expect(settled.map(({ refundFen }) => refundFen)).toEqual([1_100, 3_900]);
  });

  it.each([
    ['what was given in place of a gift and stays is paid for like the gift', { 1: 20 }, 5_600],
    ['what was given in place of a gift comes back for it', { 1: 20, 3: 2 }, 6_000],
  ])('%s', (_, back, refundFen) => {
    const order = soldOrder([cola(40)], [gift]);
    const given = order.lines.find(({ giftOf }) => giftOf !== null)!;
    const sentGift = order.sent.find(({ lineNo }) => lineNo === given.lineNo)!;
    const instead = { lineNo: 3, skuId: 'bag' };

    const [settled] = settleInTurn(
      {
        ...order,
        lines: [
          ...order.lines.map((line) => (line === given ? { ...given, cancelled: given.quantity } : line)),
          { ...given, ...instead, substituteFor: given.lineNo },
        ],
        sent: order.sent.map((line) =>
          line === sentGift ? { ...sentGift, ...instead, shipmentLineNo: 3 } : line,
        ),
      },
      [back],
    );

    expect(settled?.refundFen).toBe(refundFen);
  });
});
