import type { Caller } from '../../platform';
import type { PlannedReport, ReportPlan } from './model';

/** Whether somebody may see a report: what is owed is finance's, and the channel is HQ's. */
export function maySee(
  { partyKind, roles }: Pick<Caller, 'partyKind' | 'roles'>,
  { report, side }: Pick<ReportPlan, 'report' | 'side'>,
): boolean {
  if (partyKind !== 'hq' && (partyKind !== 'distributor' || side === 'channel')) return false;
  return !financeAlone.has(report) || roles.includes('owner') || roles.includes('finance');
}

const financeAlone: ReadonlySet<PlannedReport> = new Set(['receivables']);

/** By seller there is something to tell of the channel alone. */
export const hasRows = ({ report, side }: Pick<ReportPlan, 'report' | 'side'>): boolean =>
  report !== 'seller' || side === 'channel';
