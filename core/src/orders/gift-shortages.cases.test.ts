import { aListedPrice, aSku } from '../catalog/testing';
import type { Promotion } from '../promotions';
import { aPromotion } from '../promotions/testing';
import { aLot } from '../stock/testing';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import { anOrderRequest, factsOf } from './testing';

/** Ten of the goods bought, and three cups given with them. */
const withCups = (given: Partial<Promotion>) =>
  aPromotion({
    kind: 'otherGift',
    scope: { skuIds: ['sku'], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
    rule: { buyQuantity: 10, unit: '', gifts: [{ skuId: 'cup', quantity: 3 }], isPerMultiple: false },
    ...given,
  });

/** What of the gifts is there. Nobody prices the bag: it is only ever given. */
function decide(given: Partial<Promotion>, stock: Readonly<Record<'cup' | 'bag' | 'pen', number>>) {
  const facts = factsOf({
    skus: [aSku(), aSku({ id: 'cup' }), aSku({ id: 'bag' }), aSku({ id: 'pen' })],
    prices: [aListedPrice(), aListedPrice({ skuId: 'cup', unitPriceE4: 20_000 })],
    lots: [
      aLot(),
      ...Object.entries(stock).map(([skuId, onHand]) => aLot({ id: `lot ${skuId}`, skuId, onHand })),
    ],
    promotions: [withCups(given)],
  });
  const { lines, payableFen, verdict } = decideOrder(facts, balancesOf(facts), anOrderRequest());
  return {
    verdict,
    payableFen,
    gifts: lines
      .filter(({ giftOf }) => giftOf !== null)
      .map(({ sku, quantity, picks, backOrdered, cancelled, substituteFor }) => ({
        skuId: sku.id,
        quantity,
        there: picks.reduce((total, pick) => total + pick.quantity, 0),
        owed: backOrdered,
        cancelled,
        substituteFor,
      })),
  };
}

const cup = (there: number, owed: number, cancelled: number) => ({
  skuId: 'cup',
  quantity: 3,
  there,
  owed,
  cancelled,
  substituteFor: null,
});
const standIn = (skuId: string, quantity: number) => ({
  skuId,
  quantity,
  there: quantity,
  owed: 0,
  cancelled: 0,
  substituteFor: 2,
});
const replaced = { giftShortage: 'substitute' as const, giftSubstitutes: ['bag', 'pen'] };
const fullFen = decide({ giftShortage: 'owe' }, { cup: 3, bag: 0, pen: 0 }).payableFen;

describe('a gift that is out of stock', () => {
  it.each([
    ['is given when it is there', replaced, { cup: 3, bag: 9, pen: 9 }, [cup(3, 0, 0)]],
    ['is owed', { giftShortage: 'owe' as const }, { cup: 1, bag: 9, pen: 9 }, [cup(1, 2, 0)]],
    ['is not given', { giftShortage: 'refuse' as const }, { cup: 1, bag: 9, pen: 9 }, [cup(1, 0, 2)]],
    [
      'is replaced by the first named for it',
      replaced,
      { cup: 1, bag: 9, pen: 9 },
      [cup(1, 0, 2), standIn('bag', 2)],
    ],
    [
      'is replaced by the next where the first runs out',
      replaced,
      { cup: 0, bag: 1, pen: 9 },
      [cup(0, 0, 3), standIn('bag', 1), standIn('pen', 2)],
    ],
    [
      'is owed for what nothing replaces',
      replaced,
      { cup: 0, bag: 1, pen: 1 },
      [cup(0, 1, 2), standIn('bag', 1), standIn('pen', 1)],
    ],
  ])('%s', (_, given, stock, gifts) => {
    const decided = decide(given, stock);

    expect(decided).toEqual({ verdict: 'approved', payableFen: fullFen, gifts });
  });

  it('is paid out where its promotion says so, and what is there is given', () => {
    const decided = decide({ giftShortage: 'pay' }, { cup: 1, bag: 9, pen: 9 });

    expect(decided).toEqual({
      verdict: 'approved',
      payableFen: fullFen - 2 * 200,
      gifts: [{ ...cup(1, 0, 0), quantity: 1 }],
    });
  });
});
