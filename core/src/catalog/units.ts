import type { Sku, Unit } from './model';

/** The largest unit the SKU is sold in; the base unit itself when there is no larger one. */
export function caseOf(sku: Pick<Sku, 'baseUnit' | 'units'>): Unit {
  const sellable = sku.units.filter((unit) => unit.sellable);
  return sellable.at(-1) ?? { unit: sku.baseUnit, factor: 1, sellable: true };
}

/** A quantity as the warehouse says it: 29 bottles of 12 a case are `2箱5瓶`. */
export function mixedUnits(quantity: number, caseUnit: string, caseFactor: number, baseUnit: string): string {
  const cases = caseFactor > 1 ? Math.floor(quantity / caseFactor) : 0;
  const rest = quantity - cases * caseFactor;
  if (cases === 0) return `${quantity}${baseUnit}`;
  return rest === 0 ? `${cases}${caseUnit}` : `${cases}${caseUnit}${rest}${baseUnit}`;
}
