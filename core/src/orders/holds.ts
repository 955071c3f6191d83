import type { Instant } from '../platform/clock';
import { type AuditPolicy, termsOf } from './audit-policy';
import type { Finding, Hold, HoldKind } from './model';

export type NewHold = Pick<Hold, 'kind' | 'owner' | 'openedAt' | 'dueAt'>;

const hourMs = 3_600_000;

/** A held order keeps its lots and credit for this long. */
export const reservedForMs = 24 * hourMs;

/**
 * One hold per kind for the findings that ask for a person. Where findings of one kind go to two desks,
 * it is HQ's; the earliest deadline holds.
 */
export function holdsFor(findings: readonly Finding[], policy: AuditPolicy, at: Instant): readonly NewHold[] {
  const holds = new Map<HoldKind, NewHold>();
  for (const { rule, severity } of findings) {
    if (severity !== 'review') continue;
    const { hold: kind, owner, withinHours } = termsOf(policy, rule);
    const dueAt = at + withinHours * hourMs;
    const before = holds.get(kind);
    holds.set(kind, {
      kind,
      owner: before?.owner === 'hq' ? 'hq' : owner,
      openedAt: at,
      dueAt: Math.min(dueAt, before?.dueAt ?? dueAt),
    });
  }
  return [...holds.values()];
}

/** An order without credit or region takes nothing from others while it waits. */
export const reservesNothing = ({ kind }: Pick<Hold, 'kind'>) => kind === 'credit' || kind === 'region';
