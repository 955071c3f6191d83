import type { Quote } from './queries';

export type QuotedLine = Quote['lines'][number];
export type QuotedPromotion = Quote['promotions'][number];

/** The line of a quote that answers what a basket asks of a SKU: no gift, and nothing that stands in for it. */
export const quotedLine = (lines: readonly QuotedLine[], skuId: string) =>
  lines.find((line) => line.skuId === skuId && line.giftOf === null && line.substituteFor === null);

/** What a line costs at the list, before the promotions that the quote names. */
export const listFen = ({ amountFen, discountFen }: Pick<QuotedLine, 'amountFen' | 'discountFen'>) =>
  amountFen + discountFen;

/** The promotions that take something off a line, and how much each. */
export const savingsOf = (promotions: readonly QuotedPromotion[], lineNo: number) =>
  promotions.flatMap(({ promotionId, kind, label, lines }) =>
    lines
      .filter((line) => line.lineNo === lineNo && line.offFen > 0)
      .map(({ offFen }) => ({ promotionId, kind, label, offFen })),
  );

/** The gifts of a quote, each with the promotion that gives it. */
export const giftsOf = ({ lines, promotions }: Pick<Quote, 'lines' | 'promotions'>) =>
  lines
    .filter(({ giftOf }) => giftOf !== null)
    .map((line) => ({
      line,
      promotion: promotions.find(({ promotionId }) => promotionId === line.giftOf),
    }));

/** What a quote says of promotions, in the order a buyer reads it. Coupons that apply have a row of their own. */
export function readPromotions(promotions: readonly QuotedPromotion[]) {
  const isCoupon = ({ kind }: QuotedPromotion) => kind === 'coupon';
  const applied = promotions.filter(({ isApplied }) => isApplied);
  const next = promotions.find(({ nextStep }) => nextStep !== null);
  return {
    /** What is missing for something more: the first that the server names, which is the nearest in money. */
    nextStep: next?.nextStep ?? null,
    /** The goods that come to it, where the server knows any. */
    nextAdd: next?.nextAdd ?? null,
    applied: applied.filter((one) => !isCoupon(one)),
    coupons: applied.filter(isCoupon),
    declined: promotions.filter((one) => !one.isApplied),
  };
}
