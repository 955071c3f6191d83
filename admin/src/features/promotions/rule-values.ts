import { typedOf, wireOf } from './field-values';
import type { Kind, RowField, Rule, RuleField } from './model';

/** A rule as it stands in a form. */
export type TypedRule = Record<string, unknown>;
type KindOf = (kind: string) => Pick<Kind, 'fields' | 'example'> | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rule around a field: what it asks, and what has been typed. */
export interface RuleAround {
  readonly fields: readonly Pick<RowField, 'name' | 'type' | 'isOptional'>[];
  readonly typed: TypedRule;
}

/** Whether a field is asked: it may depend on another of its row, or of the rule around it. */
export function isAsked(
  field: Pick<RowField, 'name' | 'onlyIf'>,
  row: TypedRule,
  around: RuleAround,
): boolean {
  const { onlyIf } = field;
  if (!onlyIf) return isCountedSo(field, around);
  const decider = row[onlyIf.name] ?? around.typed[onlyIf.name];
  return onlyIf.is.some((value) => value === decider);
}

/** Where a rule may have a unit, its steps begin at quantities of it; without one they begin at amounts. */
function isCountedSo({ name }: Pick<RowField, 'name'>, { fields, typed }: RuleAround): boolean {
  const unit = fields.find(({ type, isOptional }) => type === 'unit' && isOptional);
  if (!unit || (name !== 'fromFen' && name !== 'fromQuantity')) return true;
  const hasUnit = Boolean(typed[unit.name]);
  return hasUnit === (name === 'fromQuantity');
}

/** The fields of a rule within a rule: those of the kind that stands beside it. */
export function innerFieldsOf(
  fields: readonly Pick<RowField, 'name' | 'type'>[],
  rule: TypedRule,
  kindOf: KindOf,
): readonly RuleField[] {
  const chooser = fields.find(({ type }) => type === 'kind');
  const chosen = chooser && rule[chooser.name];
  return typeof chosen === 'string' ? (kindOf(chosen)?.fields ?? []) : [];
}

/** A rule of the wire as a form has it. */
export function typedRuleOf(fields: readonly RuleField[], rule: Rule, kindOf: KindOf): TypedRule {
  const typed: TypedRule = {};
  for (const field of fields) {
    const value = rule[field.name];
    if (field.type === 'rule')
      typed[field.name] = isRecord(value)
        ? typedRuleOf(innerFieldsOf(fields, rule, kindOf), value as Rule, kindOf)
        : {};
    else if (field.type === 'rows')
      typed[field.name] = Array.isArray(value)
        ? value.map((row: unknown) => typedRowOf(field.rows, isRecord(row) ? row : {}))
        : [{}];
    else typed[field.name] = typedOf(field, value);
  }
  return typed;
}

const typedRowOf = (fields: readonly RowField[], row: TypedRule) =>
  Object.fromEntries(fields.map((field) => [field.name, typedOf(field, row[field.name])]));

/** What a form holds as a rule of the wire: only what is asked and filled in. */
export function ruleOf(fields: readonly RuleField[], typed: TypedRule, kindOf: KindOf): Rule {
  const rule: Record<string, unknown> = {};
  for (const field of fields) {
    if (!isAsked(field, typed, { fields, typed })) continue;
    const value = typed[field.name];
    if (field.type === 'rule')
      rule[field.name] = ruleOf(innerFieldsOf(fields, typed, kindOf), isRecord(value) ? value : {}, kindOf);
    else if (field.type === 'rows')
      rule[field.name] = (Array.isArray(value) ? value : []).map((row: unknown) =>
        rowOf(field.rows, isRecord(row) ? row : {}, { fields, typed }),
      );
    else put(rule, field.name, wireOf(field, value));
  }
  return rule as Rule;
}

function rowOf(fields: readonly RowField[], typed: TypedRule, around: RuleAround): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const field of fields)
    if (isAsked(field, typed, around)) put(row, field.name, wireOf(field, typed[field.name]));
  return row;
}

function put(rule: Record<string, unknown>, name: string, value: unknown) {
  if (value !== undefined) rule[name] = value;
}

/**
 * A kind's example as the start of a form: its goods are nobody's and are left out, and its instants begin when
 * the promotion's window ends.
 */
export function exampleOf(kind: Pick<Kind, 'fields' | 'example'>, endsAt: string, kindOf: KindOf): TypedRule {
  const { fields, example } = kind;
  const typed = typedRuleOf(fields, example, kindOf);
  const instants = fields.flatMap(({ name, type }) => {
    const at = example[name];
    return type === 'instant' && typeof at === 'number' ? [{ name, at }] : [];
  });
  const laterMs = Date.parse(endsAt) - Math.min(...instants.map(({ at }) => at));
  for (const { name, at } of instants) typed[name] = new Date(at + laterMs).toISOString();
  return withoutGoods(fields, typed);
}

const isGoods = ({ type }: Pick<RowField, 'type'>) => type === 'sku' || type === 'skus';

function withoutGoods(fields: readonly RuleField[], typed: TypedRule): TypedRule {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const field = fields.find((one) => one.name === name);
      if (!field || isGoods(field)) return [name, undefined];
      if (field.type !== 'rows' || !Array.isArray(value)) return [name, value];
      const goods = field.rows.filter(isGoods).map((row) => [row.name, undefined]);
      return [name, value.map((row: TypedRule) => ({ ...row, ...Object.fromEntries(goods) }))];
    }),
  );
}
