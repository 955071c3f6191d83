import type { Caller, Role } from '../platform/caller';
import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { Hold, HoldKind, Rule, Severity } from './model';

/** What a rule leads to; `off` says nothing at all. */
export type Consequence = Severity | 'off';

/** 放行权限: who of which desk may overrule a rule, in orders up to which amount; null sets no bound. */
export interface AcceptLimit {
  readonly desk: Hold['owner'];
  readonly role: Role;
  readonly upToFen: Fen | null;
}

/** 审单规则: what a rule leads to, whose desk it goes to, how long that desk has, and who may overrule it. */
export interface RuleTerms {
  readonly rule: Rule;
  readonly consequence: Consequence;
  readonly hold: HoldKind;
  readonly owner: Hold['owner'];
  readonly withinHours: number;
  readonly acceptedBy: readonly AcceptLimit[];
}

/** 审单策略: one version of HQ's rules for the audit. What a version does not name stands as usual. */
export interface AuditPolicy {
  readonly version: number;
  readonly startsAt: Instant;
  readonly rules: readonly RuleTerms[];
  readonly note: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Instant;
}

type Usual = Pick<RuleTerms, 'consequence' | 'hold' | 'owner' | 'withinHours'> & {
  /** What HQ may make of the rule. */
  readonly may: readonly Consequence[];
  /** Desks whose reviewers may overrule it: the owner's and HQ's, unless it says otherwise. */
  readonly desks?: readonly Hold['owner'][];
};

const told = (...may: Consequence[]): Usual => ({
  consequence: may[0] as Consequence,
  hold: 'review',
  owner: 'seller',
  withinHours: 4,
  may,
});
const held = (hold: HoldKind, owner: Hold['owner'], withinHours: number, ...more: Consequence[]): Usual => ({
  consequence: 'review',
  hold,
  owner,
  withinHours,
  may: ['review', ...more],
});

/** The audit as it is when HQ has said nothing. What only blocks cannot be switched off. */
const usual: Readonly<Record<Rule, Usual>> = {
  'sku.inactive': told('block'),
  'supply.otherSeller': told('block'),
  'price.missing': told('block'),
  'price.floor': held('review', 'seller', 4, 'block', 'notice'),
  'buyer.licenceExpired': told('block', 'review'),
  'buyer.licenceExpiring': told('notice', 'review', 'off'),
  'buyer.licenceMissing': told('off', 'notice', 'review', 'block'),
  'quantity.minimum': told('block', 'review', 'notice', 'off'),
  'quantity.multiple': told('block', 'review', 'notice', 'off'),
  'quantity.maximum': told('block', 'review', 'notice', 'off'),
  'order.minimum': told('block', 'review', 'notice', 'off'),
  'order.minimumCases': told('block', 'review', 'notice', 'off'),
  'order.minimumWeight': told('block', 'review', 'notice', 'off'),
  'region.blocked': told('block'),
  'region.review': held('region', 'hq', 24, 'block'),
  'region.absorption': held('region', 'hq', 24, 'notice', 'off'),
  'stock.short': held('review', 'seller', 4),
  'stock.borrow': held('review', 'seller', 4, 'notice'),
  'stock.backOrdered': told('notice', 'review'),
  'stock.waiting': told('notice', 'review'),
  'stock.cancelled': told('notice', 'review'),
  'stock.substituted': told('notice', 'review'),
  'stock.ageing': told('notice', 'off'),
  'stock.kept': told('notice', 'off'),
  'stock.quota': told('notice', 'off'),
  'stock.manyLots': told('notice', 'off'),
  'credit.none': told('block'),
  'credit.over': held('credit', 'seller', 24, 'block'),
  'credit.overdue': held('credit', 'seller', 24, 'block'),
  // 冻结: only a release of the credit desk lets such an order pass.
  'credit.frozen': { ...held('credit', 'seller', 24, 'block'), desks: [] },
  'payment.due': held('payment', 'seller', 24, 'block'),
  'payment.topUp': held('payment', 'seller', 24, 'block'),
  'payment.previousBatch': held('payment', 'seller', 24, 'block'),
  // Only money clears them.
  'preOrder.deposit': { ...held('payment', 'seller', 1), desks: [] },
  'preOrder.waiting': { ...held('payment', 'seller', 24), desks: [] },
  'preOrder.balance': { ...held('payment', 'seller', 24), desks: [] },
  'preOrder.mixed': told('block'),
  'preOrder.over': told('block'),
};

export const everyRule = Object.keys(usual) as readonly Rule[];

/** What HQ may make of a rule: what keeps debts, regions and goods in order cannot be switched off. */
export const consequencesOf = (rule: Rule): readonly Consequence[] => usual[rule].may;

/** Whether any person may overrule a rule: of some only money or a release may dispose. */
export const mayBeOverruled = (rule: Rule): boolean => usual[rule].desks?.length !== 0;

/** A rule's terms when no policy names it. */
export function usualTerms(rule: Rule): RuleTerms {
  const { consequence, hold, owner, withinHours, desks } = usual[rule];
  const accepting = desks ?? (owner === 'seller' ? (['seller', 'hq'] as const) : (['hq'] as const));
  return {
    rule,
    consequence,
    hold,
    owner,
    withinHours,
    acceptedBy: accepting.map((desk) => ({ desk, role: 'reviewer', upToFen: null })),
  };
}

/** The policy before HQ has written any. */
export const usualPolicy: AuditPolicy = {
  version: 0,
  startsAt: 0,
  rules: [],
  note: '',
  actorId: '',
  actorName: '',
  at: 0,
};

/** The policy in force at a moment: of the versions begun, the latest. */
export function policyAt(versions: readonly AuditPolicy[], at: Instant): AuditPolicy {
  let valid = usualPolicy;
  for (const policy of versions) {
    if (policy.startsAt <= at && policy.version > valid.version) valid = policy;
  }
  return valid;
}

/** What a policy says of a rule. */
export const termsOf = (policy: AuditPolicy, rule: Rule): RuleTerms =>
  policy.rules.find((terms) => terms.rule === rule) ?? usualTerms(rule);

type Person = Pick<Caller, 'partyKind' | 'roles'>;

/** Whether a person may overrule a rule in an order of this amount; an owner holds every role of the party. */
export function mayAccept(policy: AuditPolicy, rule: string, person: Person, amountFen: Fen): rule is Rule {
  if (!(rule in usual)) return false;
  const terms = termsOf(policy, rule as Rule);
  if (terms.consequence !== 'review') return false;
  const desk = person.partyKind === 'hq' ? 'hq' : 'seller';
  return terms.acceptedBy.some(
    (limit) =>
      limit.desk === desk &&
      (person.roles.includes('owner') || person.roles.includes(limit.role)) &&
      (limit.upToFen === null || amountFen <= limit.upToFen),
  );
}

export type PolicyFault =
  'ruleTwice' | 'consequence' | 'nobodyAccepts' | 'nobodyMayAccept' | 'limitTwice' | 'startsEarlier';

/**
 * What is wrong with a policy HQ wants to write; null when nothing is: each rule once, with a consequence it
 * may have, somebody who may clear what it holds, each role of a desk with one limit, and nobody where none may.
 */
export function checkPolicy(
  rules: readonly RuleTerms[],
  startsAt: Instant,
  now: Instant,
): { readonly fault: PolicyFault; readonly rule: Rule | null } | null {
  if (startsAt < now) return { fault: 'startsEarlier', rule: null };
  const seen = new Set<Rule>();
  for (const { rule, consequence, acceptedBy } of rules) {
    if (seen.has(rule)) return { fault: 'ruleTwice', rule };
    seen.add(rule);
    if (!usual[rule].may.includes(consequence)) return { fault: 'consequence', rule };
    const roles = new Set(acceptedBy.map(({ desk, role }) => `${desk} ${role}`));
    if (roles.size < acceptedBy.length) return { fault: 'limitTwice', rule };
    if (!mayBeOverruled(rule)) {
      if (acceptedBy.length > 0) return { fault: 'nobodyMayAccept', rule };
    } else if (consequence === 'review' && acceptedBy.length === 0) return { fault: 'nobodyAccepts', rule };
  }
  return null;
}
