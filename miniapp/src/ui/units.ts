import { sayUnits } from './read-units';

/** A way to count a SKU: `factor` base units make one. */
export interface Unit {
  readonly unit: string;
  readonly factor: number;
  readonly sellable: boolean;
}

/** How a SKU is counted and in which quantities it may be ordered. All quantities are base units. */
export interface Packing {
  readonly baseUnit: string;
  readonly units: readonly Unit[];
  readonly minimumQuantity: number;
  readonly multipleQuantity: number;
  readonly maximumQuantity: number | null;
}

const byFactorDown = (a: Unit, b: Unit) => b.factor - a.factor || a.unit.localeCompare(b.unit);

/**
 * The units worth a stepper: the largest sellable pack, then the base unit, which is sold unless it is
 * listed as not sellable or only whole packs may be ordered.
 */
export function stepperUnits({ units, baseUnit, multipleQuantity }: Packing): readonly Unit[] {
  const [pack] = units.filter(({ sellable, factor }) => sellable && factor > 1).sort(byFactorDown);
  const listed = units.find(({ unit, factor }) => unit === baseUnit || factor === 1);
  const base: Unit = { unit: baseUnit, factor: 1, sellable: true };
  if (!pack) return [base];
  const isWholePacksOnly = multipleQuantity > 0 && multipleQuantity % pack.factor === 0;
  return listed?.sellable === false || isWholePacksOnly ? [pack] : [pack, base];
}

/** What the steppers of a quantity do not show, in base units: loose pieces beside packs only. */
export const restBeside = (quantity: number, shown: readonly Unit[]) =>
  quantity % Math.min(...shown.map(({ factor }) => factor));

/** `2箱5瓶`: a quantity of base units as the warehouse says it, in the units it is sold in. */
export const toMixedUnits = (quantity: number, { units, baseUnit }: Pick<Packing, 'units' | 'baseUnit'>) =>
  sayUnits(Math.max(0, Math.trunc(quantity)), [
    ...units.filter(({ factor, sellable }) => factor > 1 && sellable).sort(byFactorDown),
    { unit: baseUnit, factor: 1 },
  ]);

const multipleOf = ({ multipleQuantity }: Packing) => Math.max(1, multipleQuantity);

const largest = (packing: Packing) =>
  packing.maximumQuantity === null
    ? Number.MAX_SAFE_INTEGER
    : Math.floor(packing.maximumQuantity / multipleOf(packing)) * multipleOf(packing);

const smallest = (packing: Packing) =>
  Math.ceil(Math.max(1, packing.minimumQuantity) / multipleOf(packing)) * multipleOf(packing);

/** The next quantity that may be ordered, `step` base units up. At the maximum it stays there. */
export function stepUp(quantity: number, step: number, packing: Packing) {
  const wanted = Math.max(smallest(packing), quantity + step);
  const whole = Math.ceil(wanted / multipleOf(packing)) * multipleOf(packing);
  return Math.min(whole, Math.max(largest(packing), quantity));
}

/** The next quantity that may be ordered, `step` base units down; below the minimum it is 0. */
export function stepDown(quantity: number, step: number, packing: Packing) {
  const wanted = quantity - step;
  const whole = Math.floor(wanted / multipleOf(packing)) * multipleOf(packing);
  return whole < smallest(packing) ? 0 : whole;
}

/** The part of a quantity that one stepper shows: whole packs, or what is left over beside the packs. */
export function countIn(quantity: number, unit: Unit, units: readonly Unit[]) {
  const larger = units.filter((other) => other.factor > unit.factor).sort(byFactorDown);
  const rest = larger.reduce((left, { factor }) => left % factor, quantity);
  return Math.floor(rest / unit.factor);
}

/** A quantity after one stepper's count was typed over; the other steppers keep their counts. */
export function withCount(quantity: number, count: number, unit: Unit, units: readonly Unit[]) {
  return Math.max(0, quantity + (count - countIn(quantity, unit, units)) * unit.factor);
}

/** Why a quantity may not be ordered, as a Chinese sentence; `null` when it may. */
export function packingProblem(quantity: number, packing: Packing) {
  const say = (amount: number) => toMixedUnits(amount, packing);
  if (quantity < packing.minimumQuantity) return `最少订 ${say(packing.minimumQuantity)}`;
  if (quantity % multipleOf(packing) !== 0) return `须按 ${say(multipleOf(packing))} 的整倍数订`;
  if (packing.maximumQuantity !== null && quantity > packing.maximumQuantity)
    return `最多订 ${say(packing.maximumQuantity)}`;
  return null;
}

/** The rule of a SKU's quantities in words, empty when anything goes. */
export function packingRule(packing: Packing) {
  const say = (amount: number) => toMixedUnits(amount, packing);
  const parts: string[] = [];
  if (packing.minimumQuantity > 1) parts.push(`${say(packing.minimumQuantity)}起订`);
  if (packing.multipleQuantity > 1) parts.push(`按${say(packing.multipleQuantity)}递增`);
  if (packing.maximumQuantity !== null) parts.push(`限${say(packing.maximumQuantity)}`);
  return parts.join(' · ');
}
