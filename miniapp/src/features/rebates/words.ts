import { dayAndTime } from '@/ui/dates';
import type { Tone } from '@/ui/tag';
import type { DisplayClaim, RebateBalance, RebateEntry } from './queries';

export const actionWords: Readonly<Record<RebateEntry['action'], string>> = {
  earn: '返利入账',
  hold: '订单占用',
  release: '释放占用',
  capture: '订单抵扣',
  restore: '退货退回',
  reverse: '退货扣回',
  adjust: '供货商调整',
  expire: '到期作废',
};

export const claimWords: Readonly<Record<DisplayClaim['state'], { text: string; tone: Tone }>> = {
  open: { text: '待核验', tone: 'warn' },
  approved: { text: '已通过', tone: 'success' },
  refused: { text: '未通过', tone: 'danger' },
};

/** What an entry moved: the balance, or what is held of it, or what is still to be taken back. */
export const movedFen = ({
  balanceFen,
  heldFen,
  owedFen,
}: Pick<RebateEntry, 'balanceFen' | 'heldFen' | 'owedFen'>) => balanceFen || -heldFen || -owedFen;

/** The last day something is good, from the instant it is over. */
export const lastDayOf = (expiresAt: string) =>
  dayAndTime(new Date(Date.parse(expiresAt) - 1).toISOString()).slice(0, 10);

/** What is free of a balance and over within so many days, and the first day some of it is. */
export function soonOver(
  expiries: RebateBalance['expiries'],
  nowMs: number,
  days: number,
): { readonly fen: number; readonly on: string } | null {
  const soon = expiries.filter(
    ({ expiresAt, leftFen, heldFen }) =>
      leftFen > heldFen && Date.parse(expiresAt) <= nowMs + days * 86_400_000,
  );
  const [first] = soon;
  if (!first) return null;
  return {
    fen: soon.reduce((total, { leftFen, heldFen }) => total + leftFen - heldFen, 0),
    on: lastDayOf(first.expiresAt),
  };
}
