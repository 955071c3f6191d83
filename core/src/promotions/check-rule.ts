import type { Field } from './kind';
import { kindOf } from './kinds/all-kinds';
import type { PromotionRule, RuleValue } from './model';

/** What is wrong with a rule: a code, and the field as a path such as `tiers.2.offFen`; null for the rule as a whole. */
export interface RuleFault {
  readonly code: string;
  readonly field: string | null;
}

/** No rule has longer lists or texts. */
const mostRows = 20;
const mostSkus = 1_000;
const longestText = 64;
/** Larger numbers would leave the range in which amounts are exact. */
const greatest = 1_000_000_000_000;

/** Holds a rule against the fields of its kind, and sound ones against what the kind itself asks. Empty: it may be used. */
export function checkRule(kindName: string, rule: PromotionRule): readonly RuleFault[] {
  const kind = kindOf(kindName);
  if (!kind) return [{ code: 'promotions.unknownKind', field: null }];
  const faults = faultsOf(kind.fields, rule, rule, '');
  if (faults.length > 0) return faults;
  if (kind.lane === 'asInner') {
    const inner = kind.inner(rule);
    const within = checkRule(inner.kind, inner.rule);
    if (within.length > 0)
      return within.map(({ code, field }) => ({
        code,
        field: field === null ? 'innerRule' : `innerRule.${field}`,
      }));
  }
  return (kind.check?.(rule) ?? []).map((code) => ({ code, field: null }));
}

function faultsOf(
  fields: readonly Field[],
  row: PromotionRule,
  rule: PromotionRule,
  path: string,
): readonly RuleFault[] {
  const known = new Set(fields.map(({ name }) => name));
  const faults: RuleFault[] = [];
  for (const name of Object.keys(row))
    if (!known.has(name)) faults.push({ code: 'promotions.unknownField', field: path + name });
  for (const field of fields) {
    const value = Object.hasOwn(row, field.name) ? row[field.name] : undefined;
    const at = path + field.name;
    if (!isAsked(field, row, rule)) {
      if (value != null) faults.push({ code: 'promotions.fieldNotAsked', field: at });
    } else if (value == null) {
      if (field.isOptional !== true) faults.push({ code: 'promotions.fieldMissing', field: at });
    } else faults.push(...valueFaults(field, value, rule, at));
  }
  return faults;
}

/** A field may depend on another of its row, or of the rule around it. */
function isAsked({ onlyIf }: Field, row: PromotionRule, rule: PromotionRule): boolean {
  if (!onlyIf) return true;
  const decider = row[onlyIf.name] ?? rule[onlyIf.name];
  return onlyIf.is.some((value) => value === decider);
}

function valueFaults(field: Field, value: RuleValue, rule: PromotionRule, at: string): readonly RuleFault[] {
  if (field.type === 'rows') return rowsFaults(field, value, rule, at);
  const code = valueFault(field, value);
  return code === null ? [] : [{ code, field: at }];
}

function rowsFaults(field: Field, value: RuleValue, rule: PromotionRule, at: string): readonly RuleFault[] {
  if (!Array.isArray(value)) return [{ code: 'promotions.wrongType', field: at }];
  if (value.length === 0 || value.length > mostRows) return [{ code: 'promotions.rowCount', field: at }];
  return (value as readonly RuleValue[]).flatMap((row, index): readonly RuleFault[] =>
    isRecord(row)
      ? faultsOf(field.rows ?? [], row, rule, `${at}.${index}.`)
      : [{ code: 'promotions.wrongType', field: `${at}.${index}` }],
  );
}

const isRecord = (value: RuleValue): value is PromotionRule =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null when the value is one of the field's. */
function valueFault(field: Field, value: RuleValue): string | null {
  const wrongType = 'promotions.wrongType';
  switch (field.type) {
    case 'fen':
    case 'priceE4':
    case 'bp':
    case 'quantity':
    case 'instant':
      return numberFault(field, value);
    case 'flag':
      return typeof value === 'boolean' ? null : wrongType;
    case 'unit':
      // The empty unit is the base unit.
      return typeof value === 'string' && value.length <= longestText ? null : wrongType;
    case 'sku':
      return isName(value) ? null : wrongType;
    case 'skus':
      if (!Array.isArray(value)) return wrongType;
      if (value.length === 0 || value.length > mostSkus) return 'promotions.rowCount';
      return (value as readonly RuleValue[]).every(isName) ? null : wrongType;
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : wrongType;
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ? null : 'promotions.unknownChoice';
    case 'kind': {
      const kind = typeof value === 'string' ? kindOf(value) : undefined;
      return kind && kind.lane !== 'asInner' ? null : 'promotions.unknownKind';
    }
    case 'rule':
      return isRecord(value) ? null : wrongType;
    default:
      return wrongType;
  }
}

function numberFault({ type, min, max }: Field, value: RuleValue): string | null {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'promotions.wrongType';
  const most =
    max ?? (type === 'instant' ? Number.MAX_SAFE_INTEGER : type === 'quantity' ? mostUnits : greatest);
  return value >= (min ?? 0) && value <= most ? null : 'promotions.outOfRange';
}

const mostUnits = 1_000_000_000;

const isName = (value: RuleValue) =>
  typeof value === 'string' && value.trim().length > 0 && value.length <= longestText;

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** Faults as one text: codes with their fields, for the detail of a refusal. */
export const sayFaults = (faults: readonly RuleFault[]): string =>
  faults.map(({ code, field }) => (field === null ? code : `${code} ${field}`)).join('; ');
