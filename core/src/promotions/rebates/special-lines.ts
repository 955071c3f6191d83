import { kindOf } from '../kinds/all-kinds';
import type { AppliedPromotion } from '../model';

/**
 * The lines of an order that promotions gave a special price (特价): what no rebate pays for, unless the seller lets
 * it. Lines of flash sales and of ageing goods are such lines too, and known by themselves.
 */
export function speciallyPricedLines(
  applied: readonly Pick<AppliedPromotion, 'kind' | 'shares'>[],
): ReadonlySet<number> {
  const special = applied.filter(({ kind: name }) => {
    const kind = kindOf(name);
    return kind?.lane === 'unitPrice' && kind.isSpecialPrice === true;
  });
  return new Set(special.flatMap(({ shares }) => shares.map(({ lineNo }) => lineNo)));
}
