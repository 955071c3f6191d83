import { type BasisPoints, formatPrice, formatYuan, type PriceE4 } from '../../platform/money';

/** A percentage off as the trade says it: 9折, 8.5折; what costs nothing is 免费. */
export const sayOff = (offBp: BasisPoints): string =>
  offBp >= 10_000 ? '免费' : `${Number(((10_000 - offBp) / 1_000).toFixed(3))}折`;

/** A price of a base unit: ¥2.50. */
export const sayPrice = (unitPriceE4: PriceE4): string => `¥${formatPrice(unitPriceE4)}`;

/** The most a percentage may take off, where it has an end. */
export const sayMost = (maxOffFen: number | null | undefined): string =>
  maxOffFen == null ? '' : `，最多减${formatYuan(maxOffFen)}`;
