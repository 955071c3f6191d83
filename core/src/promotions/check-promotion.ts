import { checkRule, type RuleFault } from './check-rule';
import type { Promotion } from './model';

/** What is wrong with a promotion, its rule among it. Empty: it may be published. */
export function checkPromotion(
  promotion: Omit<Promotion, 'sellerId' | 'version' | 'state'>,
): readonly RuleFault[] {
  const { startsAt, endsAt, hours, payers, kind, rule } = promotion;
  const faults: RuleFault[] = [...checkRule(kind, rule)];
  if (endsAt <= startsAt) faults.push({ code: 'promotions.windowWrong', field: 'endsAt' });
  if (hours && hours.untilMinute <= hours.fromMinute)
    faults.push({ code: 'promotions.hoursWrong', field: 'hours' });
  if (payers.reduce((total, { shareBp }) => total + shareBp, 0) !== 10_000)
    faults.push({ code: 'promotions.payersWrong', field: 'payers' });
  return faults;
}
