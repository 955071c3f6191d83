import type { CartLine } from './cart';
import { explainQuote } from './explain-promotion';
import type { Promotion } from './model';
import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';
import { aCart, aCartLine, aPromotion, cartFacts } from './testing';

const names: Readonly<Record<string, string>> = { cola: '可乐', cup: '杯子' };
const words = {
  skuName: (skuId: string) => names[skuId] ?? skuId,
  quantity: (skuId: string, quantity: number) =>
    skuId === 'cola' && quantity % 12 === 0
      ? `${quantity / 12}箱`
      : `${quantity}${skuId === 'cola' ? '瓶' : '个'}`,
};

function explain(promotions: readonly Promotion[], line: Partial<CartLine>, freightFen = 0) {
  const quote = quotePromotions(
    aCart([aCartLine(line)], { freightFen }),
    bookOf(promotions),
    cartFacts({ isFirstOrder: false }),
  );
  return explainQuote(quote, words).map(({ said, next }) => [said, next]);
}

const off = (given: Partial<Promotion> = {}) =>
  aPromotion({
    kind: 'thresholdOff',
    name: '满减',
    rule: {
      tiers: [
        { fromFen: 10_000, offFen: 1_000 },
        { fromFen: 30_000, offFen: 4_000 },
      ],
      isPerMultiple: false,
    },
    ...given,
  });
const buyGet = aPromotion({
  kind: 'buyGet',
  rule: { buyQuantity: 3, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
});
const gift = aPromotion({
  kind: 'thresholdGift',
  rule: { tiers: [{ fromFen: 10_000, skuId: 'cup', quantity: 2 }], isPerMultiple: true },
});
const free = aPromotion({ kind: 'freight', rule: { fromFen: 10_000, mode: 'free' } });
const special = aPromotion({ kind: 'specialPrice', rule: { unitPriceE4: 25_000 } });
const caps = { ...special.caps, perOrder: 1 };

describe('a quote in words', () => {
  it.each([
    ['what is off', [special], { quantity: 24 }, 0, '已减¥12.00', null],
    ['what is missing', [off()], { quantity: 25 }, 0, '未满足条件', '差¥25.00，满¥100.00减¥10.00'],
    ['what comes on top', [off()], { quantity: 40 }, 0, '已减¥10.00', '差¥180.00，满¥300.00再减¥30.00'],
    ['a missing pack', [buyGet], { quantity: 12 }, 0, '未满足条件', '再买「可乐」2箱，赠1箱'],
    ['missing bottles', [buyGet], { quantity: 35 }, 0, '未满足条件', '再买「可乐」1瓶，赠1箱'],
    ['a gift', [gift], { quantity: 40 }, 0, '已赠「杯子」2个', '差¥80.00，满¥200.00再赠「杯子」2个'],
    ['the freight', [free], { quantity: 40 }, 800, '运费已减¥8.00', null],
    [
      'a freight still to come',
      [free],
      { quantity: 10 },
      800,
      '未满足条件',
      '差¥70.00，满¥100.00运费减¥8.00',
    ],
    [
      'a gate',
      [
        aPromotion({
          kind: 'firstOrder',
          rule: { asks: 'firstOrder', innerKind: 'specialPrice', innerRule: special.rule },
        }),
      ],
      { quantity: 1 },
      0,
      '仅限首单或首次购买的商品',
      null,
    ],
    ['a cap', [{ ...off(), caps: { ...caps, perOrder: 0 } }], { quantity: 40 }, 0, '限量已用完', null],
    ['a budget', [{ ...off(), budgetFen: 500 }], { quantity: 40 }, 0, '活动预算已用完', null],
  ] as const)('says %s', (_, promotions, line, freightFen, said, next) => {
    expect(explain(promotions, line, freightFen)).toEqual([[said, next]]);
  });

  it('says what a promotion cannot stand beside', () => {
    const small = off({
      id: 'p2',
      name: '小满减',
      stacking: 'exclusiveLane',
      rule: { tiers: [{ fromFen: 10_000, offFen: 500 }], isPerMultiple: false },
    });

    expect(explain([off(), small], { quantity: 40 })[1]).toEqual(['不与「满减」同享', null]);
  });

  it('names first what is nearest in money, in whatever it is missing', () => {
    const far = off({ id: 'far', rule: { tiers: [{ fromFen: 9_000, offFen: 100 }], isPerMultiple: false } });
    const near = off({
      id: 'near',
      rule: { tiers: [{ fromFen: 4_000, offFen: 100 }], isPerMultiple: false },
    });
    const cases = { ...buyGet, id: 'cases' };
    const plain = { ...special, id: 'plain' };
    const quote = quotePromotions(
      aCart([aCartLine({ quantity: 12 })]),
      bookOf([far, cases, plain, near]),
      cartFacts(),
    );

    const order = explainQuote(quote, words).map(({ promotionId, missingFen }) => [promotionId, missingFen]);

    // A case is ¥36.00 at the list and ¥30.00 at the special price, which thresholds ask.
    expect(order).toEqual([
      ['near', 1_000],
      ['far', 6_000],
      ['cases', 7_200],
      ['plain', null],
    ]);
  });

  it('says last what it cannot put into money: goods that the cart does not hold', () => {
    const set = aPromotion({
      id: 'set',
      kind: 'addOn',
      rule: {
        fromFen: 1_000,
        goods: [{ skuId: 'cup', unitPriceE4: 10_000 }],
        maxQuantity: 2,
        isPerMultiple: false,
      },
    });
    const far = off({ id: 'far', rule: { tiers: [{ fromFen: 90_000, offFen: 100 }], isPerMultiple: false } });
    const quote = quotePromotions(aCart([aCartLine()]), bookOf([set, far]), cartFacts());

    expect(explainQuote(quote, words).map(({ promotionId }) => promotionId)).toEqual(['far', 'set']);
  });
});
