import type { Day } from '../platform/clock';
import type { Application, ApplicationForm } from './application';
import { isCreditCode, isFoodLicenceNo } from './check-licence-number';
import { isPhone } from './check-phone';
import { licenceState } from './licence-state';
import type { Party } from './model';

export type ApplicationRule =
  | 'phone.malformed'
  | 'town.elsewhere'
  | 'businessLicence.malformed'
  | 'foodLicence.malformed'
  | 'foodLicence.missing'
  | 'foodLicence.expired'
  | 'foodLicence.expiring'
  | 'seller.cannotSupply'
  | 'territory.outside'
  | 'duplicate.businessLicence'
  | 'duplicate.foodLicence'
  | 'duplicate.phone';

export interface ApplicationFinding {
  readonly rule: ApplicationRule;
  /** `block`: cannot be approved as it is. `review`: a person says whether it matters. */
  readonly severity: 'block' | 'review';
  /** Codes of the parties, or ids of the open applications, it looks like. */
  readonly like: readonly string[];
}

/** What is known of others that share a number with the applicant. */
export interface ApplicationFacts {
  readonly seller: Pick<Party, 'kind' | 'status'>;
  readonly parties: readonly Pick<Party, 'code' | 'businessLicenceNo' | 'foodLicenceNo' | 'contactPhone'>[];
  /** Whether the seller may sell anything where the applicant is; a distributor brings its own territory. */
  readonly isServed: boolean;
  /** Open applications but this one. */
  readonly applications: readonly Pick<
    Application,
    'id' | 'businessLicenceNo' | 'foodLicenceNo' | 'contactPhone'
  >[];
}

const finding = (
  rule: ApplicationRule,
  severity: ApplicationFinding['severity'],
  like: readonly string[] = [],
): ApplicationFinding => ({ rule, severity, like });

/** What is wrong with a form in itself: what the applicant can see and mend. */
export function checkForm(form: ApplicationForm, on: Day): readonly ApplicationFinding[] {
  const findings: ApplicationFinding[] = [];
  if (!isPhone(form.contactPhone)) findings.push(finding('phone.malformed', 'block'));
  if (form.townCode !== null && !form.townCode.startsWith(form.regionCode)) {
    findings.push(finding('town.elsewhere', 'block'));
  }
  if (!isCreditCode(form.businessLicenceNo)) findings.push(finding('businessLicence.malformed', 'block'));
  return [...findings, ...checkFoodLicence(form, on)];
}

function checkFoodLicence(form: ApplicationForm, on: Day): readonly ApplicationFinding[] {
  // A shop of packaged food alone may trade on a filing instead, so none at all is a person's to judge.
  if (form.foodLicenceNo === '') return [finding('foodLicence.missing', 'review')];
  const findings: ApplicationFinding[] = [];
  if (!isFoodLicenceNo(form.foodLicenceNo)) findings.push(finding('foodLicence.malformed', 'block'));
  const state = licenceState(form.foodLicenceExpiresOn, on);
  if (state === 'expired') findings.push(finding('foodLicence.expired', 'block'));
  if (state === 'none') findings.push(finding('foodLicence.missing', 'block'));
  if (state === 'expiring') findings.push(finding('foodLicence.expiring', 'review'));
  return findings;
}

const numbers = [
  ['businessLicenceNo', 'duplicate.businessLicence'],
  ['foodLicenceNo', 'duplicate.foodLicence'],
  ['contactPhone', 'duplicate.phone'],
] as const;

/** Every finding about an application: the form's own, its seller's, and whom it looks like. */
export function checkApplication(
  form: ApplicationForm,
  facts: ApplicationFacts,
  on: Day,
): readonly ApplicationFinding[] {
  const { seller } = facts;
  const sells = seller.kind === 'hq' || seller.kind === 'distributor';
  const ofSeller = sells && seller.status === 'active' ? [] : [finding('seller.cannotSupply', 'block')];
  const outside =
    facts.isServed || form.kind === 'distributor' ? [] : [finding('territory.outside', 'review')];
  const duplicates = numbers.flatMap(([field, rule]) => {
    const value = form[field];
    if (value === '') return [];
    const like = [
      ...facts.parties.filter((party) => party[field] === value).map(({ code }) => code),
      ...facts.applications.filter((other) => other[field] === value).map(({ id }) => id),
    ].sort();
    return like.length > 0 ? [finding(rule, 'review', like)] : [];
  });
  return [...checkForm(form, on), ...ofSeller, ...outside, ...duplicates];
}

/** The rules that still stand in the way of an approval that accepts `accepted`; blocks are never accepted. */
export function standingInTheWay(
  findings: readonly ApplicationFinding[],
  accepted: readonly string[],
): readonly ApplicationFinding[] {
  return findings.filter(({ rule, severity }) => severity === 'block' || !accepted.includes(rule));
}
