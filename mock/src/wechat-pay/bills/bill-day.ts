import { beijingDay, dayMs, startOfDay } from '../../clock';
import { PayRefused, wrongParameter } from '../refusal';

const readyAfterMs = 10 * 3_600_000;
const monthsBack = 3;

export interface BillDay {
  readonly from: number;
  /** The first instant after it. */
  readonly to: number;
  /** When its bill is made, 10:00 of the next day: what happens later never changes it. */
  readonly madeAt: number;
}

function oldest(at: number): number {
  const day = new Date(startOfDay(beijingDay(at)));
  day.setUTCMonth(day.getUTCMonth() - monthsBack);
  return day.getTime();
}

/**
 * The day a bill is asked for.
 * @throws PayRefused PARAM_ERROR for no day, today, the future and what is over three months ago; STATEMENT_CREATING before 10:00
 */
export function readBillDay(day: string, at: number): BillDay {
  const wrong = (issue: string) => wrongParameter('/bill_date', day, issue, 'uri');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw wrong('格式应为YYYY-MM-DD');
  const from = startOfDay(day);
  if (Number.isNaN(from) || beijingDay(from) !== day) throw wrong('不是有效的日期');
  const to = from + dayMs;
  if (at < to) throw wrong('账单日期应早于今天');
  if (from < oldest(at)) throw wrong('仅支持三个月内的账单');
  const madeAt = to + readyAfterMs;
  if (at < madeAt) throw new PayRefused('STATEMENT_CREATING', '账单生成中，请稍后再试');
  return { from, to, madeAt };
}

export const isWithin = ({ from, to }: BillDay, at: number | null) => at !== null && at >= from && at < to;
