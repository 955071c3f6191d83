import { lineAmountFen, sum } from '../platform/money';
import type { FlashActivity, FlashClaim } from '../promotions';
import { fitsAudience } from '../promotions/rules';
import type { Lot, SetAside } from '../stock';
import type { Balances } from './balances';
import type { Decision } from './decision';
import type { OrderRequest } from './facts';

/** A line that is bought with a token, and what is still set aside for it. */
export interface FlashLine {
  readonly lineNo: number;
  readonly claim: FlashClaim;
  readonly activity: FlashActivity;
  readonly goods: readonly SetAside[];
}

/** The document goods of an activity are set aside under. */
export const flashDocument = (activityId: string) => `flash:${activityId}`;

/** An order whose flash lines have their agreed price; they are exempt from minimums, as the activity has its own. */
export function flashRequest(request: OrderRequest, lines: readonly FlashLine[]): OrderRequest {
  const byNo = new Map(lines.map((line) => [line.lineNo, line]));
  return {
    ...request,
    lines: request.lines.map((line) => {
      const flash = byNo.get(line.lineNo);
      if (!flash) return line;
      const { unitPriceE4 } = flash.activity;
      const amountFen = lineAmountFen(unitPriceE4, line.quantity);
      return { ...line, isFlash: true, agreed: { unitPriceE4, priceListId: '', amountFen } };
    }),
  };
}

/** Balances as an order with flash lines sees them: their goods come from what is set aside, and from nowhere else. */
export function flashBalances(own: Balances, sellerId: string, lines: readonly FlashLine[]): Balances {
  const bySku = new Map(lines.map((line) => [line.activity.skuId, line]));
  const flashNos = new Set(lines.map(({ lineNo }) => lineNo));
  return {
    ...own,
    lotsOf(ownerId, skuId) {
      const flash = ownerId === sellerId ? bySku.get(skuId) : undefined;
      return flash ? flash.goods.map(asFree) : own.lotsOf(ownerId, skuId);
    },
    wantOf(question) {
      const want = own.wantOf(question);
      if (!flashNos.has(question.lineNo)) return want;
      // What was set aside was kept back, and counted against nobody's quota, when it was set aside.
      return { ...want, keepBack: { quantity: 0, byWarehouse: new Map() }, channelLeft: null };
    },
    take(decision) {
      // Its lots were counted as reserved before the batch began.
      const lines = decision.lines.map((line) => (flashNos.has(line.lineNo) ? { ...line, picks: [] } : line));
      return own.take({ ...decision, lines });
    },
  };
}

const asFree = ({ lot, open }: SetAside): Lot => ({ ...lot, onHand: open, reserved: 0 });

/** What is left set aside after a decision has taken its part. */
export function lessTaken(
  goods: readonly SetAside[],
  decision: Decision,
  lineNo: number,
): readonly SetAside[] {
  const taken = new Map<string, number>();
  for (const { lineNo: no, lotId, open } of decision.reservations) if (no === lineNo) taken.set(lotId, open);
  return goods.map(({ lot, open }) => ({ lot, open: open - (taken.get(lot.id) ?? 0) }));
}

export interface FlashRefusal {
  readonly code: string;
  readonly detail: string;
}

/** So long an order of a flash sale waits for its payment, less than any other: others would buy what it keeps. */
export const flashPayMs = 15 * 60_000;

/** Whether an order with flash lines has all their units, and waits for nothing but to be paid. */
export function standsAsFlash(
  { verdict, findings, holds, reservations }: Decision,
  lines: readonly Pick<FlashLine, 'lineNo' | 'claim'>[],
): boolean {
  if (verdict === 'rejected') return false;
  const hasAll = lines.every(({ lineNo, claim }) => {
    const got = sum(reservations.flatMap((one) => (one.lineNo === lineNo ? [one.open] : [])));
    return got === claim.quantity;
  });
  const waitsFor = findings.filter(({ severity }) => severity !== 'notice');
  return (
    hasAll &&
    waitsFor.every(({ rule }) => rule === 'payment.due') &&
    holds.every(({ kind }) => kind === 'payment')
  );
}

/** A flash order that is to be paid, to be given up when it is not paid soon. */
export const untilPaid = (decision: Decision): Decision => ({
  ...decision,
  holds: decision.holds.map((hold) => ({
    ...hold,
    dueAt: Math.min(hold.dueAt, decision.request.at + flashPayMs),
  })),
});

/**
 * An order with flash lines is decided at once or not at all, but for the payment that comes with it: what waits for a
 * person would keep goods from others that are sold in seconds. Null when it may stand.
 */
export function refuseFlashOrder(decision: Decision, lines: readonly FlashLine[]): FlashRefusal | null {
  const { verdict, findings, request } = decision;
  if (!lines.every(({ activity }) => fitsAudience(activity.audience, request.buyer))) {
    return { code: 'flash.notForYou', detail: '' };
  }
  if (standsAsFlash(decision, lines)) return null;
  if (verdict === 'approved') return { code: 'flash.goodsUnfit', detail: '' };
  const rules = findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule);
  return { code: 'flash.notApproved', detail: [...new Set(rules)].join(' ') };
}
