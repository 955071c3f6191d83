import type { Finding, OrderSummary } from './model';

/** Findings of one rule; a reviewer overrules rules, not single findings. */
export interface OverruledRule {
  readonly rule: string;
  readonly findings: readonly Finding[];
}

/** What a reviewer may overrule, rule by rule, in the order the audit found it. */
export function overrulable(findings: readonly Finding[]): OverruledRule[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity !== 'review') continue;
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  return [...byRule].map(([rule, ruleFindings]) => ({ rule, findings: ruleFindings }));
}

const earliestDueMs = (order: OrderSummary) =>
  Math.min(Number.MAX_SAFE_INTEGER, ...order.openHolds.map((hold) => Date.parse(hold.dueAt)));

/** The queue's order: what is due first comes first, then what has waited longest, then the id. */
export const byUrgency = (one: OrderSummary, other: OrderSummary) =>
  earliestDueMs(one) - earliestDueMs(other) ||
  Date.parse(one.placedAt) - Date.parse(other.placedAt) ||
  (one.orderId < other.orderId ? -1 : 1);

/** Whether a hold of HQ's stands in the way of a distributor's decision. */
export const waitsForHq = (order: OrderSummary, partyKind: string) =>
  partyKind !== 'hq' && order.openHolds.some((hold) => hold.owner === 'hq');

/** Whether an open hold of the order has passed its deadline. */
export const isOverdue = (order: OrderSummary, nowMs: number) => earliestDueMs(order) < nowMs;
