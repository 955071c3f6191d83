import { sum } from '../platform/money';
import type { CartLine } from './cart';
import type { Earned } from './kind';

/** Goods a buyer took, as far as what is paid later asks. */
export type EarningLine = Pick<CartLine, 'quantity' | 'amountFen' | 'units'>;

/** What a buyer did, from the goods in a promotion's scope and the photos that were approved. */
export function earnedOf(lines: readonly EarningLine[], proofCount: number): Earned {
  return {
    quantity: sum(lines.map(({ quantity }) => quantity)),
    amountFen: sum(lines.map(({ amountFen }) => amountFen)),
    factorOf(unit) {
      if (unit === '') return 1;
      const factors = new Set(
        lines.map(({ units }) => units.find((one) => one.unit === unit)?.factor ?? null),
      );
      return factors.size === 1 ? ([...factors][0] ?? null) : null;
    },
    proofCount,
  };
}
