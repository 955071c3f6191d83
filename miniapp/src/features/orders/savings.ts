import { yuan } from '../../ui/money';
import type { Order } from './queries';

type Line = Order['lines'][number];
type Applied = Order['promotions'][number];

/** What promotions took off the lines of an order, together. */
export const savedFen = (lines: readonly Pick<Line, 'discountFen'>[]) =>
  lines.reduce((sum, { discountFen }) => sum + discountFen, 0);

/** What promotions did to one line: `满减 -¥3.20`, and for a gift which promotion gave it. */
export function savingWords(
  promotions: readonly Pick<Applied, 'promotionId' | 'name' | 'lines'>[],
  { lineNo, giftOf }: Pick<Line, 'lineNo' | 'giftOf'>,
): readonly string[] {
  return promotions.flatMap(({ promotionId, name, lines }) => [
    ...(promotionId === giftOf ? [`${name} 赠送`] : []),
    ...lines
      .filter((line) => line.lineNo === lineNo && line.offFen > 0)
      .map(({ offFen }) => `${name} ${yuan(-offFen)}`),
  ]);
}
