import type { Sku, Unit } from './model';

type Packed = Pick<Sku, 'baseUnit' | 'units'> & Partial<Pick<Sku, 'barcode' | 'weightGrams' | 'volumeMl'>>;

/** The base unit said as one of the units. */
export const baseUnitOf = ({ baseUnit, barcode = '', weightGrams = 0, volumeMl = 0 }: Packed): Unit => ({
  unit: baseUnit,
  factor: 1,
  sellable: true,
  priceable: true,
  barcode,
  weightGrams,
  volumeMl,
});

/** The largest unit the SKU is sold in; the base unit itself when there is no larger one. */
export function caseOf(sku: Packed): Unit {
  return sku.units.filter((unit) => unit.sellable).at(-1) ?? baseUnitOf(sku);
}

/** The unit of that name as the SKU is packed today; the base unit where it has none of that name. */
export function unitOf(sku: Packed, name: string): Unit {
  return sku.units.find(({ unit }) => unit === name) ?? baseUnitOf(sku);
}

/** A quantity as the warehouse says it: 29 bottles of 12 a case are `2箱5瓶`. */
export function mixedUnits(quantity: number, caseUnit: string, caseFactor: number, baseUnit: string): string {
  return inUnits(quantity, caseFactor > 1 ? [{ unit: caseUnit, factor: caseFactor }] : [], baseUnit);
}

/** A quantity in every unit the SKU is sold in, the largest first: 35 bottles of 12 and 6 are `2箱1提5瓶`. */
export function mixedUnitsOf(quantity: number, { baseUnit, units }: Pick<Sku, 'baseUnit' | 'units'>): string {
  return inUnits(
    quantity,
    units.filter(({ sellable }) => sellable),
    baseUnit,
  );
}

function inUnits(
  quantity: number,
  units: readonly Pick<Unit, 'unit' | 'factor'>[],
  baseUnit: string,
): string {
  const said: string[] = [];
  let rest = quantity;
  for (const { unit, factor } of [...units].sort((left, right) => right.factor - left.factor)) {
    const count = Math.floor(rest / factor);
    if (count > 0) said.push(`${count}${unit}`);
    rest -= count * factor;
  }
  if (rest > 0 || said.length === 0) said.push(`${rest}${baseUnit}`);
  return said.join('');
}
