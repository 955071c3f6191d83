import { dayAfter, dayAt } from '../../ui/shanghai';
import type { DisplayClaim, RebateEntry } from './queries';

export const actionNames: Readonly<Record<RebateEntry['action'], string>> = {
  earn: '返利入账',
  hold: '订单占用',
  release: '释放占用',
  capture: '订单抵扣',
  restore: '退货退回',
  reverse: '退货扣回',
  adjust: '人工调整',
  expire: '到期作废',
};

export const claimStates: Readonly<Record<DisplayClaim['state'], { text: string; color: string }>> = {
  open: { text: '待核验', color: 'orange' },
  approved: { text: '已通过', color: 'green' },
  refused: { text: '未通过', color: 'red' },
};

/** The last day something is good, from the instant it is over. */
export const lastDayOf = (expiresAt: string) => dayAfter(dayAt(expiresAt), -1);

/** What expires within so many days. */
export const expiringFen = (
  expiries: readonly { readonly expiresAt: string; readonly leftFen: number; readonly heldFen: number }[],
  nowMs: number,
  days: number,
) =>
  expiries.reduce(
    (total, { expiresAt, leftFen, heldFen }) =>
      Date.parse(expiresAt) <= nowMs + days * 86_400_000 ? total + leftFen - heldFen : total,
    0,
  );

export interface Month {
  readonly label: string;
  readonly startsOn: string;
  /** Its last day. */
  readonly untilOn: string;
}

const MONTHS_SHOWN = 12;
const dayText = (date: Date) => date.toISOString().slice(0, 10);

/** The latest months up to that of a day, the newest first. */
export function monthsUntil(day: string): readonly Month[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: MONTHS_SHOWN }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    const last = new Date(Date.UTC(year, month - back, 0));
    return {
      label: `${first.getUTCFullYear()}年${first.getUTCMonth() + 1}月`,
      startsOn: dayText(first),
      untilOn: dayText(last),
    };
  });
}
