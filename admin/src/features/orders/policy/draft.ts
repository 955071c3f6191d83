import { yuanText } from '../../../ui/format';
import { ownerNames } from '../model';
import { type Acceptor, consequenceWords, type PolicyRule, type RoleName } from './model';

/** A field of a rule that a draft changes, as people read it. */
export interface RuleChange {
  readonly rule: PolicyRule['rule'];
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Somebody who may let an order pass: of which desk, in which role, up to which amount. */
export const sayAcceptor = ({ desk, role, upToFen }: Acceptor, roleName: RoleName) =>
  `${ownerNames[desk]}${roleName(role)}${upToFen === null ? '' : `（至 ${yuanText(upToFen)}）`}`;

/** Who may let pass what a rule holds. */
export function sayAcceptors({ acceptedBy, mayBeOverruled }: PolicyRule, roleName: RoleName) {
  if (!mayBeOverruled) return '无人可放行，须付款或放行单';
  if (acceptedBy.length === 0) return '无人';
  return acceptedBy.map((one) => sayAcceptor(one, roleName)).join('、');
}

/** What of a rule differs; desk, hours and people mean something only where orders are held. */
export function changesOf(from: PolicyRule, to: PolicyRule, roleName: RoleName): readonly RuleChange[] {
  const change = (field: string, say: (rule: PolicyRule) => string): readonly RuleChange[] =>
    say(from) === say(to) ? [] : [{ rule: to.rule, field, from: say(from), to: say(to) }];
  const consequence = change('后果', (rule) => consequenceWords[rule.consequence].text);
  if (to.consequence !== 'review') return consequence;
  const ofHeld = (say: (rule: PolicyRule) => string) => (rule: PolicyRule) =>
    rule.consequence === 'review' ? say(rule) : '—';
  return [
    ...consequence,
    ...change(
      '责任方',
      ofHeld(({ owner }) => ownerNames[owner]),
    ),
    ...change(
      '时限',
      ofHeld(({ withinHours }) => `${withinHours} 小时`),
    ),
    ...change(
      '可放行',
      ofHeld((rule) => sayAcceptors(rule, roleName)),
    ),
  ];
}

/** What a policy changes of another, rule by rule in the order of the audit. */
export function compareRules(
  from: readonly PolicyRule[],
  to: readonly PolicyRule[],
  roleName: RoleName,
): readonly RuleChange[] {
  const before = new Map(from.map((rule) => [rule.rule, rule]));
  return to.flatMap((rule) => {
    const known = before.get(rule.rule);
    return known ? changesOf(known, rule, roleName) : [];
  });
}

/** The rules as they are sent: without what the server alone decides, and nobody where none may accept. */
export const inputOf = (rules: readonly PolicyRule[]) =>
  rules.map(({ mayBe: _, mayBeOverruled, acceptedBy, ...terms }) => ({
    ...terms,
    acceptedBy: mayBeOverruled ? acceptedBy.map((limit) => ({ ...limit })) : [],
  }));

/** Rules with one of them in place of what it was. */
export const withRule = (rules: readonly PolicyRule[], rule: PolicyRule): readonly PolicyRule[] =>
  rules.map((one) => (one.rule === rule.rule ? rule : one));
