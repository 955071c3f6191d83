import { type Fen, formatYuan, sum } from '../../platform/money';
import type { Field, Item, Near, UnitsUsed } from '../kind';
import { countOf, packsIn } from './packs';

/** Where a step of a threshold begins: at an amount, or at whole packs of the rule's unit. */
export interface Step {
  readonly fromFen?: Fen | null;
  readonly fromQuantity?: number | null;
}

/** A rule in steps; with a unit it counts packs, without one fen. */
export interface Stepped<One extends Step> {
  readonly unit?: string | null;
  /** Ascending. */
  readonly tiers: readonly One[];
}

/** The fields that say where a step begins. */
export const stepFields: readonly Field[] = [
  { name: 'fromFen', title: '满（元）', type: 'fen', min: 1, isOptional: true },
  { name: 'fromQuantity', title: '满（数量）', type: 'quantity', min: 1, isOptional: true },
];

/** The field that turns a rule of amounts into one of quantities. */
export const stepUnitField: Field = {
  name: 'unit',
  title: '数量单位（按数量计时填写）',
  type: 'unit',
  isOptional: true,
};

/** What a step begins at, in fen or in packs. */
export const fromOf = ({ fromFen, fromQuantity }: Step): number => fromFen ?? fromQuantity ?? 0;

/** What goods come to before a lane, in fen or in packs of the unit. */
export const reachedBy = (items: readonly Item[], unit: string | null | undefined): number =>
  unit == null ? sum(items.map(({ conditionFen }) => conditionFen)) : countOf(packsIn(items, unit));

/** The goods that count: all of them where an amount is asked for. */
export const counted = (items: readonly Item[], unit: string | null | undefined): readonly Item[] =>
  unit == null ? items : items.filter(({ factorOf }) => factorOf(unit) !== null);

/** Whole items as units used: a threshold is reached by all of them together. */
export const allOf = (items: readonly Item[]): readonly UnitsUsed[] =>
  items.map(({ key, quantity }) => ({ key, quantity }));

/** Fen or packs that are missing. */
export const missing = (unit: string | null | undefined, count: number): Near['missing'] =>
  unit == null ? { fen: count } : { quantity: count, unit };

/** A step that begins at `from`, in fen or in packs of the unit, with what is missing to reach it and what it brings. */
export const nearStep = (
  unit: string | null | undefined,
  reached: number,
  from: number,
  gain: Near['gain'],
): Near => ({ missing: missing(unit, from - reached), from: missing(unit, from), skuId: null, gain });

/** What is wrong with steps: each begins where the rule counts, later than the one before, and gives more. */
export function checkSteps<One extends Step>(
  { unit, tiers }: Stepped<One>,
  gains: (step: One) => number | null,
): readonly string[] {
  const isCounted = tiers.every(({ fromFen, fromQuantity }) =>
    unit == null ? fromFen != null && fromQuantity == null : fromQuantity != null && fromFen == null,
  );
  if (!isCounted) return ['promotions.stepNotCounted'];
  const rises = tiers.every((step, at) => {
    const before = tiers[at - 1];
    if (before === undefined) return true;
    return fromOf(step) > fromOf(before) && (gains(step) ?? 1) > (gains(before) ?? 0);
  });
  return rises ? [] : ['promotions.tiersNotRising'];
}

/** 满¥100.00 or 满10箱. */
export const sayFrom = (step: Step, unit: string | null | undefined): string =>
  unit == null ? `满${formatYuan(fromOf(step))}` : `满${fromOf(step)}${unit || '件'}`;

/** The highest step that is reached, and the next. */
export function stepsAt<One extends Step>(tiers: readonly One[], reached: number) {
  let at = -1;
  while (at + 1 < tiers.length && fromOf(tiers[at + 1] as One) <= reached) at += 1;
  return { step: at < 0 ? null : (tiers[at] as One), next: tiers[at + 1] ?? null };
}
