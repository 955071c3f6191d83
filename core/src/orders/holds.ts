import type { Instant } from '../platform/clock';
import type { Finding, Hold, HoldKind, Rule } from './model';

export type NewHold = Pick<Hold, 'kind' | 'owner' | 'openedAt' | 'dueAt'>;

const hourMs = 3_600_000;

/** Which hold a finding opens, whose desk it goes to, and how long that desk has. */
const desks: Readonly<Partial<Record<Rule, { kind: HoldKind; owner: Hold['owner']; withinMs: number }>>> = {
  'credit.over': { kind: 'credit', owner: 'seller', withinMs: 24 * hourMs },
  'credit.overdue': { kind: 'credit', owner: 'seller', withinMs: 24 * hourMs },
  'region.review': { kind: 'region', owner: 'hq', withinMs: 24 * hourMs },
  'stock.short': { kind: 'review', owner: 'seller', withinMs: 4 * hourMs },
  'price.floor': { kind: 'review', owner: 'seller', withinMs: 4 * hourMs },
};

/** The rules a reviewer may overrule: HQ all that hold an order, a seller those that come to its own desk. */
export function mayAccept(rule: string, isHq: boolean): rule is Rule {
  const desk = desks[rule as Rule];
  return desk !== undefined && (isHq || desk.owner === 'seller');
}

/** A held order keeps its lots and credit for this long. */
export const reservedForMs = 24 * hourMs;

/** One hold per kind for the findings that ask for a person. */
export function holdsFor(findings: readonly Finding[], at: Instant): readonly NewHold[] {
  const holds = new Map<HoldKind, NewHold>();
  for (const { rule, severity } of findings) {
    if (severity !== 'review') continue;
    const { kind, owner, withinMs } = desks[rule] ?? {
      kind: 'review',
      owner: 'seller',
      withinMs: 4 * hourMs,
    };
    if (!holds.has(kind)) holds.set(kind, { kind, owner, openedAt: at, dueAt: at + withinMs });
  }
  return [...holds.values()];
}

/** An order without credit or region takes nothing from others while it waits. */
export const reservesNothing = ({ kind }: Pick<Hold, 'kind'>) => kind === 'credit' || kind === 'region';
