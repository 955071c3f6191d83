import type { PartyKind, Role } from '../../platform/caller';
import type { Fen } from '../../platform/money';
import { type AcceptLimit, type AuditPolicy, termsOf } from '../audit-policy';
import { holdsFor } from '../holds';
import type { Finding, Hold } from '../model';
import type {
  Acceptor,
  ChangedOrder,
  Outcome,
  OutcomeChange,
  PastFinding,
  PastOrder,
  ReplayReason,
} from './model';
import { verdictUnder } from './recall-audit';

type Audited = Pick<PastOrder, 'amountFen' | 'sellerKind' | 'findings'>;

/** What a policy makes of what an audit found: passed by itself, held for which desks and roles, or refused. */
export function outcomeUnder(policy: AuditPolicy, order: Audited): Outcome {
  const verdict = verdictUnder(policy, order.findings);
  if (verdict !== 'held') return { verdict, holds: [], acceptedBy: [] };
  const holding = order.findings.filter(
    ({ rule, isMild }) => !isMild && termsOf(policy, rule).consequence === 'review',
  );
  const holds = holdsFor(holding.map(asReview), policy, 0)
    .map(({ kind, owner, dueAt }) => ({ kind, owner, withinHours: dueAt / hourMs }))
    .sort((one, other) => (one.kind < other.kind ? -1 : 1));
  return { verdict, holds, acceptedBy: acceptorsOf(policy, order, holding, holds) };
}

/**
 * How an order would have gone under a proposed policy, against how it went. Each order is judged by itself, as it was
 * found that day: that one which is held no longer takes goods and credit from those after it is not followed.
 */
export function replayOrder(order: PastOrder, then: AuditPolicy, proposed: AuditPolicy) {
  const before = outcomeUnder(then, order);
  const after = outcomeUnder(proposed, order);
  return { before, after, changes: changesBetween(before, after) };
}

/** An order that changed, with the findings that changed it. */
export function changedOrder(
  { findings, ...order }: PastOrder,
  then: AuditPolicy,
  proposed: AuditPolicy,
  replayed: ReturnType<typeof replayOrder>,
): ChangedOrder {
  const reasons = findings.flatMap((finding) => reasonOf(finding, then, proposed));
  const told = reasons.slice(0, mostReasons);
  return { order, ...replayed, reasons: told, moreReasons: reasons.length - told.length };
}

const mostReasons = 10;

const hourMs = 3_600_000;

const asReview = ({ rule, lineNo, numbers }: PastFinding): Finding => ({
  rule,
  lineNo,
  numbers: numbers ?? {},
  skuId: null,
  severity: 'review',
});

const everyRole: readonly Role[] = ['owner', 'manager', 'purchaser', 'reviewer', 'warehouse', 'finance'];

/** Who is let in by a limit: an owner holds every role of its party. */
const lets = ({ role, upToFen }: AcceptLimit, person: Role, amountFen: Fen) =>
  (person === 'owner' || person === role) && (upToFen === null || amountFen <= upToFen);

/** The people of HQ sit at HQ's desk, also for what HQ sells. What is HQ's to clear, no seller may. */
function desksOf(sellerKind: PartyKind, holds: readonly { readonly owner: Hold['owner'] }[]) {
  const isHqOnly = sellerKind === 'hq' || holds.some(({ owner }) => owner === 'hq');
  return isHqOnly ? (['hq'] as const) : (['seller', 'hq'] as const);
}

function acceptorsOf(
  policy: AuditPolicy,
  { amountFen, sellerKind }: Audited,
  holding: readonly PastFinding[],
  holds: Outcome['holds'],
): readonly Acceptor[] {
  const limits = holding.map(({ rule }) => termsOf(policy, rule).acceptedBy);
  return desksOf(sellerKind, holds).flatMap((desk) =>
    everyRole
      .filter((role) =>
        limits.every((those) => those.some((limit) => limit.desk === desk && lets(limit, role, amountFen))),
      )
      .map((role) => ({ desk, role })),
  );
}

function changesBetween(before: Outcome, after: Outcome): readonly OutcomeChange[] {
  if (before.verdict !== after.verdict) return ['verdict'];
  const desks = ({ holds }: Outcome) => holds.map(({ kind, owner }) => `${kind} ${owner}`).join();
  const people = ({ acceptedBy }: Outcome) => acceptedBy.map(({ desk, role }) => `${desk} ${role}`).join();
  const hours = ({ holds }: Outcome) => holds.map(({ withinHours }) => withinHours).join();
  const isSameDesk = desks(before) === desks(after);
  return [
    ...(isSameDesk ? [] : (['desk'] as const)),
    ...(people(before) === people(after) ? [] : (['acceptors'] as const)),
    // Of another desk's time there is nothing to compare.
    ...(!isSameDesk || hours(before) === hours(after) ? [] : (['hours'] as const)),
  ];
}

function reasonOf(
  { isMild, ...finding }: PastFinding,
  then: AuditPolicy,
  proposed: AuditPolicy,
): readonly ReplayReason[] {
  if (isMild) return [];
  const [from, to] = [termsOf(then, finding.rule), termsOf(proposed, finding.rule)];
  const isSame = from.consequence === to.consequence;
  if (isSame && (to.consequence !== 'review' || JSON.stringify(from) === JSON.stringify(to))) return [];
  return [{ ...finding, from: from.consequence, to: to.consequence }];
}
