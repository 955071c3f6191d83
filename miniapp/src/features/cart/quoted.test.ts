import { giftsOf, listFen, quotedLine, readPromotions, savingsOf } from './quoted';
import { aPromotion, aQuotedLine } from './testing';

it('takes for the answer to a basket neither a gift nor what stands in for the goods', () => {
  const gift = aQuotedLine({ lineNo: 3, giftOf: 'P1' });
  const ageing = aQuotedLine({ lineNo: 2, substituteFor: 1, isAgeing: true });
  const own = aQuotedLine();

  expect(quotedLine([gift, ageing, own], 'WATER')).toBe(own);
  expect(quotedLine([gift, ageing], 'WATER')).toBeUndefined();
});

it('adds what promotions take off to what is left for the list', () => {
  expect(listFen(aQuotedLine({ amountFen: 900, discountFen: 100 }))).toBe(1_000);
});

it('says of a line which promotions take how much off it', () => {
  const promotions = [
    aPromotion({
      promotionId: 'P1',
      lines: [
        { lineNo: 1, offFen: 30 },
        { lineNo: 2, offFen: 70 },
      ],
    }),
    aPromotion({ promotionId: 'P2', lines: [{ lineNo: 1, offFen: 0 }] }),
  ];

  expect(savingsOf(promotions, 1)).toEqual([expect.objectContaining({ promotionId: 'P1', offFen: 30 })]);
  expect(savingsOf(promotions, 3)).toEqual([]);
});

it('puts gifts beside the promotion that gives them', () => {
  const gift = aQuotedLine({ lineNo: 2, giftOf: 'P2' });
  const promotion = aPromotion({ promotionId: 'P2' });

  expect(giftsOf({ lines: [aQuotedLine(), gift], promotions: [aPromotion(), promotion] })).toEqual([
    { line: gift, promotion },
  ]);
});

it('reads promotions in turn: what applies, coupons apart, and what does not', () => {
  const applied = aPromotion({ promotionId: 'P1' });
  const coupon = aPromotion({ promotionId: 'P2', kind: 'coupon' });
  const declined = aPromotion({ promotionId: 'P3', isApplied: false });
  const couldBeUsed = aPromotion({ promotionId: 'P4', kind: 'coupon', isApplied: false });

  const read = readPromotions([applied, coupon, declined, couldBeUsed]);

  expect(read.applied).toEqual([applied]);
  expect(read.coupons).toEqual([coupon]);
  expect(read.declined).toEqual([declined, couldBeUsed]);
});

it('names the first step that is missing, of what applies before what does not', () => {
  const whole = aPromotion();
  const applied = aPromotion({ nextStep: '再买2箱，赠1箱' });
  const declined = aPromotion({ isApplied: false, nextStep: '再买¥20，减¥10' });

  expect(readPromotions([whole, applied, declined]).nextStep).toBe('再买2箱，赠1箱');
  expect(readPromotions([whole, declined]).nextStep).toBe('再买¥20，减¥10');
  expect(readPromotions([whole]).nextStep).toBeNull();
});
