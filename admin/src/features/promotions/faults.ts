import { stepsOf } from '../../ui/wire-path';
import { ruleFaultText } from './words';

/** Where something is wrong in the form: a path of names and rows; null for the rule as a whole. */
export interface Fault {
  readonly at: readonly (string | number)[] | null;
  readonly text: string;
}

/** What the form calls otherwise than the wire. */
const typedNames: Readonly<Record<string, string>> = {
  hours: 'untilMinute',
  budgetFen: 'budgetYuan',
  giftPayE4: 'giftPayYuan',
  shareBp: 'share',
};
/** What a promotion has beside its rule. */
const ownNames = new Set([
  'name',
  'kind',
  'startsAt',
  'endsAt',
  'hours',
  'weekdays',
  'audience',
  'scope',
  'stacking',
  'mutexGroups',
  'priority',
  'caps',
  'budgetFen',
  'payers',
  'giftShortage',
  'giftSubstitutes',
  'giftPayE4',
  'rule',
]);

/** How the server names the rule as a whole. */
const WHOLE_RULE = 'rule';

function pathOf(field: string): Fault['at'] {
  const steps = stepsOf(field);
  const isOwn = ownNames.has(String(steps[0]));
  return (isOwn ? steps : ['rule', ...steps]).map((step) => typedNames[step] ?? step);
}

/** What is wrong, out of a refusal's detail: `promotions.outOfRange tiers.0.offFen; promotions.givesAll`. */
export const faultsOf = (detail: string): readonly Fault[] =>
  detail
    .split(';')
    .map((fault) => fault.trim().split(' '))
    .flatMap(([code = '', field]) =>
      code ? [{ at: field && field !== WHOLE_RULE ? pathOf(field) : null, text: ruleFaultText(code) }] : [],
    );

/** The same for what the wire itself would not take: `promotion.name` and why. */
export const inputFaultsOf = (errors: readonly { readonly path: string; readonly message: string }[]) =>
  errors.map(({ path, message }): Fault => ({
    at: pathOf(path.replace(/^promotion[.]/, '')),
    text: message,
  }));
