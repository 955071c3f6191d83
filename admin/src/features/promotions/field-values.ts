import { bpOf, percentText } from './percent';
import type { RowField } from './model';

type Field = Pick<RowField, 'name' | 'type'>;

/** What a person reads for the base unit, which has no name in a rule. */
export const baseUnitText = '最小单位';

const E4_PER_YUAN = 10_000;
const FEN_PER_YUAN = 100;

/** Whether a percentage is taken off a price, so that 9折 makes sense. */
export const isOff = ({ name }: Pick<Field, 'name'>) => name.startsWith('off');

/**
 * A value of a rule as it stands in a form: money in yuan, a percentage as `10%`, an instant as ISO 8601; undefined
 * for none.
 */
export function typedOf({ type }: Field, wire: unknown): unknown {
  if (wire === null || wire === undefined) return undefined;
  if (type === 'fen' && typeof wire === 'number') return wire / FEN_PER_YUAN;
  if (type === 'priceE4' && typeof wire === 'number') return wire / E4_PER_YUAN;
  if (type === 'bp' && typeof wire === 'number') return percentText(wire);
  if (type === 'instant' && typeof wire === 'number') return new Date(wire).toISOString();
  if (type === 'unit' && wire === '') return baseUnitText;
  return wire;
}

const isEmpty = (typed: unknown) =>
  typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && typed.length === 0);

/** A typed value as a rule has it; undefined for an empty one, and for a percentage that nobody understands. */
export function wireOf(field: Field, typed: unknown): unknown {
  const { type } = field;
  if (type === 'flag') return typed === true;
  if (isEmpty(typed)) return undefined;
  if (type === 'fen' && typeof typed === 'number') return Math.round(typed * FEN_PER_YUAN);
  if (type === 'priceE4' && typeof typed === 'number') return Math.round(typed * E4_PER_YUAN);
  if (type === 'bp') return bpOf(String(typed), { isOff: isOff(field) }) ?? undefined;
  if (type === 'instant') return Date.parse(String(typed));
  if (type === 'unit') {
    const unit = String(typed).trim();
    return unit === baseUnitText ? '' : unit;
  }
  return typed;
}

/** The limits of a number in what a person types; null where there are none. */
export function typedLimits({ type, min, max }: Pick<RowField, 'type' | 'min' | 'max'>) {
  const each = type === 'fen' ? FEN_PER_YUAN : type === 'priceE4' ? E4_PER_YUAN : 1;
  return { min: min === null ? 0 : min / each, max: max === null ? null : max / each };
}

/** Decimals a person may type. */
export const decimalsOf = ({ type }: Pick<Field, 'type'>) =>
  type === 'fen' ? 2 : type === 'priceE4' ? 4 : 0;
