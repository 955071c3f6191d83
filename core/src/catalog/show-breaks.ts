import { divideHalfUp, type PriceE4 } from '../platform/money';
import type { BreakMode, ListedPrice } from './price-model';

/** 阶梯价 as a buyer may be told it beforehand. */
export interface ShownBreaks {
  readonly mode: BreakMode;
  /** Ascending; from so many base units on, a base unit costs this. */
  readonly steps: readonly { readonly fromQuantity: number; readonly unitPriceE4: PriceE4 }[];
}

const wholeBp = 10_000;

/** The steps of a listed price, each with what a base unit costs from there on, half up. */
export function showBreaks({
  unitPriceE4,
  breaks,
  breakMode,
}: Pick<ListedPrice, 'unitPriceE4' | 'breaks' | 'breakMode'>): ShownBreaks {
  return {
    mode: breakMode,
    steps: breaks.map(({ fromQuantity, unitPriceE4: ownE4, offBp }) => ({
      fromQuantity,
      unitPriceE4:
        ownE4 ?? divideHalfUp(BigInt(unitPriceE4) * BigInt(wholeBp - (offBp ?? 0)), BigInt(wholeBp)),
    })),
  };
}
