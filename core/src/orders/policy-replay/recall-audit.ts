import { type AuditPolicy, everyRule, termsOf } from '../audit-policy';
import type { Finding, Order, Rule, Verdict } from '../model';
import type { PastFinding } from './model';

/** What is kept of an order's audits. */
export interface KeptAudit {
  /** `verdict` is the first audit's; findings and version are those of the latest. */
  readonly order: Pick<Order, 'verdict' | 'findings' | 'policyVersion' | 'placedAt'>;
  /** The rules that spoke when it was placed, as the trail keeps them; null when the trail says nothing. */
  readonly rulesAtFirst: readonly string[] | null;
}

/** What the first audit found, and the policy it went by. */
export interface RecalledAudit {
  readonly policy: AuditPolicy;
  readonly findings: readonly PastFinding[];
}

/** What may be no more than told though its rule holds: bills a little late, and ageing goods the buyer accepted. */
const mayBeMild: ReadonlySet<Rule> = new Set(['credit.overdue', 'stock.ageing']);

/**
 * What the first audit of an order found. As long as nobody has decided it again, its findings say so themselves. After
 * that the trail still names the rules, and the first verdict tells whether what may be mild was. Null where what is
 * kept does not lead to the verdict that was given.
 */
export function recallAudit(
  { order, rulesAtFirst }: KeptAudit,
  versionOf: (version: number) => AuditPolicy | null,
  firstPolicy: AuditPolicy,
): RecalledAudit | null {
  const latest = versionOf(order.policyVersion);
  if (latest && isFirst(order, rulesAtFirst)) {
    const findings = order.findings.map((finding) => pastOf(finding, isToldOnly(finding, latest)));
    return { policy: latest, findings };
  }
  if (rulesAtFirst === null) return null;
  const rules = everyRule.filter((rule) => rulesAtFirst.includes(rule));
  const findings = rules.flatMap((rule) => {
    const later = order.findings.filter((finding) => finding.rule === rule);
    if (later.length === 0) return [named(rule)];
    return later.map((finding) => pastOf(finding, mayBeMild.has(rule) && finding.severity === 'notice'));
  });
  const candidates = [findings, withMild(findings, false), withMild(findings, true)];
  const fitting = candidates.find((all) => verdictUnder(firstPolicy, all) === order.verdict);
  return fitting ? { policy: firstPolicy, findings: fitting } : null;
}

/** What a policy says of findings. */
export function verdictUnder(
  policy: AuditPolicy,
  findings: readonly Pick<PastFinding, 'rule' | 'isMild'>[],
): Verdict {
  const consequences = findings.map(({ rule, isMild }) =>
    isMild ? 'notice' : termsOf(policy, rule).consequence,
  );
  if (consequences.includes('block')) return 'rejected';
  return consequences.includes('review') ? 'held' : 'approved';
}

/** Whether the latest audit is still the first, or says the same. */
function isFirst(
  { findings, verdict }: KeptAudit['order'],
  rulesAtFirst: KeptAudit['rulesAtFirst'],
): boolean {
  if (verdictOf(findings) !== verdict) return false;
  if (rulesAtFirst === null) return true;
  const rules = new Set<string>(findings.map(({ rule }) => rule));
  return rules.size === new Set(rulesAtFirst).size && rulesAtFirst.every((rule) => rules.has(rule));
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'block')) return 'rejected';
  return findings.some(({ severity }) => severity === 'review') ? 'held' : 'approved';
}

const isToldOnly = ({ rule, severity }: Finding, policy: AuditPolicy) =>
  severity === 'notice' && termsOf(policy, rule).consequence !== 'notice';

const pastOf = ({ rule, lineNo, numbers }: Finding, isMild: boolean): PastFinding => ({
  rule,
  lineNo,
  numbers,
  isMild,
  isRecomputed: false,
});

const named = (rule: Rule): PastFinding => ({
  rule,
  lineNo: null,
  numbers: null,
  isMild: false,
  isRecomputed: false,
});

const withMild = (findings: readonly PastFinding[], isMild: boolean): readonly PastFinding[] =>
  findings.map((finding) => (mayBeMild.has(finding.rule) ? { ...finding, isMild } : finding));
