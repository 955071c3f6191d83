import type { Day } from '../../platform/clock';
import { mayOrder } from '../../partners/rules';
import { type AuditPolicy, everyRule, termsOf } from '../audit-policy';
import type { Rule } from '../model';
import type { PastFinding } from './model';

/** The rules a proposed policy would hear that were off under another: nothing was written of what they found. */
export const unheardRules = (then: AuditPolicy, proposed: AuditPolicy): readonly Rule[] =>
  everyRule.filter(
    (rule) => termsOf(then, rule).consequence === 'off' && termsOf(proposed, rule).consequence !== 'off',
  );

const licenceRules = {
  licenceExpiring: 'buyer.licenceExpiring',
  licenceMissing: 'buyer.licenceMissing',
} as const satisfies Readonly<Record<string, Rule>>;

/** The rules that can be asked again: the buyer's licence is kept, by the day it ends. */
export const recomputable: ReadonlySet<Rule> = new Set(Object.values(licenceRules));

/** What rules that were off would have found of a buyer's licence on a day, as it is registered now. */
export function recomputeLicence(
  unheard: readonly Rule[],
  licence: { readonly foodLicenceExpiresOn: Day | null },
  on: Day,
): readonly PastFinding[] {
  // Whether the buyer may order was asked that day; here only its licence is.
  const { reason } = mayOrder({ ...licence, status: 'active' }, on);
  if (reason === null || !(reason in licenceRules)) return [];
  const rule = licenceRules[reason as keyof typeof licenceRules];
  if (!unheard.includes(rule)) return [];
  const numbers = { endsOn: licence.foodLicenceExpiresOn ?? '' };
  return [{ rule, lineNo: null, numbers, isMild: false, isRecomputed: true }];
}
