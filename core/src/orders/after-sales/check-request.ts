import { type Day, dayOf, daysBetween, type Instant } from '../../platform/clock';
import { type BasisPoints, type Fen, partOfFen, sum } from '../../platform/money';
import { remainingBp } from '../../stock/rules';
import { isAgeingLine } from '../take-ageing';
import type { OrderLine, ShipmentLine } from '../model';
import type { AfterSalesFinding, AfterSalesRule } from './finding';
import { type AfterSalesKind, type AfterSalesReason, bringsGoods, sendsGoods } from './model';
import type { AfterSalesTerms } from './policy';

/** A line of a request with what it names, as far as it is there. */
export interface CheckedLine {
  readonly lineNo: number;
  readonly quantity: number;
  /** The lot number on the package, where the buyer gave one. */
  readonly lotNo: string | undefined;
  /** Null: this shipment has no such line. */
  readonly sent: ShipmentLine | null;
  readonly orderLine: OrderLine | null;
  readonly signedAt: Instant | null;
  /** Asked back before, of this line of the shipment. */
  readonly asked: number;
}

export interface RequestFacts {
  readonly kind: AfterSalesKind;
  readonly reason: AfterSalesReason;
  readonly photos: number;
  readonly terms: AfterSalesTerms;
  readonly lines: readonly CheckedLine[];
  /** True for an order by which goods were sent again. */
  readonly isReplacement: boolean;
  /** What the buyer bought of the seller in the year, and what of its quota is used. */
  readonly boughtFen: Fen;
  readonly usedFen: Fen;
  readonly at: Instant;
}

/** Holds a request against everything that is asked of one. Every finding is in the answer, line by line. */
export function checkRequest(facts: RequestFacts): readonly AfterSalesFinding[] {
  return [
    ...checkKind(facts),
    ...checkPhotos(facts),
    ...facts.lines.flatMap((line) => checkLine(line, facts)),
    ...checkQuota(facts),
  ];
}

/** True when it is refused without a person. */
export const isBlocked = (findings: readonly AfterSalesFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'block');

/** True when goods are shown that this customer was not sent. */
export const suspectsDiversion = (findings: readonly AfterSalesFinding[]): boolean =>
  findings.some(({ rule }) => rule === 'lot.notDelivered');

const onAll = (rule: AfterSalesRule, numbers: AfterSalesFinding['numbers'] = {}): AfterSalesFinding => ({
  rule,
  severity: 'block',
  lineNo: null,
  numbers,
});

function checkKind({ kind, terms }: RequestFacts): readonly AfterSalesFinding[] {
  return terms.kinds[kind].isOffered ? [] : [onAll('kind.notOffered')];
}

function checkPhotos({ kind, terms, photos }: RequestFacts): readonly AfterSalesFinding[] {
  const wanted = terms.kinds[kind].photos;
  return photos >= wanted ? [] : [onAll('photos.missing', { has: photos, wants: wanted })];
}

function checkLine(line: CheckedLine, facts: RequestFacts): readonly AfterSalesFinding[] {
  const { lineNo, sent, orderLine, lotNo } = line;
  const on = (rule: AfterSalesRule, numbers: AfterSalesFinding['numbers'] = {}): AfterSalesFinding => ({
    rule,
    severity: 'block',
    lineNo,
    numbers,
  });
  if (!sent || !orderLine) return [on('lot.notDelivered', { lotNo: lotNo ?? '' })];
  // What else could be said of goods that are not ours says nothing.
  if (lotNo !== undefined && lotNo !== sent.lotNo)
    return [on('lot.notDelivered', { lotNo, delivered: sent.lotNo })];
  if (line.signedAt === null || sent.accepted === null) return [on('shipment.unsigned')];
  return [
    ...checkWindow(line.signedAt, facts, on),
    ...checkLeft(line, sent.accepted, on),
    ...checkLife(sent, facts, on),
    ...checkGoods(orderLine, facts, on),
  ];
}

type OnLine = (rule: AfterSalesRule, numbers?: AfterSalesFinding['numbers']) => AfterSalesFinding;

function checkWindow(signedAt: Instant, { kind, terms, at }: RequestFacts, on: OnLine) {
  const { windowDays } = terms.kinds[kind];
  const days = daysBetween(dayOf(signedAt), dayOf(at));
  return days <= windowDays ? [] : [on('window.over', { days, windowDays, signedOn: dayOf(signedAt) })];
}

function checkLeft({ quantity, asked }: CheckedLine, accepted: number, on: OnLine) {
  const left = Math.max(0, accepted - asked);
  return quantity <= left ? [] : [on('quantity.over', { quantity, left })];
}

function checkLife(sent: ShipmentLine, { kind, terms, at }: RequestFacts, on: OnLine) {
  if (kind !== 'swap') return [];
  const lifeLeftBp = remainingBp(sent, dayOf(at));
  return lifeLeftBp >= terms.swapFromBp
    ? []
    : [on('swap.tooLate', { lifeLeftBp, fromBp: terms.swapFromBp, expiresOn: sent.expiresOn })];
}

function checkGoods(line: OrderLine, { kind, isReplacement }: RequestFacts, on: OnLine) {
  if (isReplacement) return sendsGoods(kind) ? [] : [on('goods.replacement')];
  if (isAgeingLine(line)) return kind === 'claim' ? [] : [on('goods.ageing')];
  return line.giftOf !== null && !bringsGoods(kind) ? [on('goods.gift')] : [];
}

function checkQuota(facts: RequestFacts): readonly AfterSalesFinding[] {
  const { terms, usedFen, boughtFen } = facts;
  const askedFen = quotaFenOf(facts);
  const limitFen = quotaLimitFen(boughtFen, terms.quotaBp);
  if (askedFen === 0 || usedFen + askedFen <= limitFen) return [];
  const severity = terms.overQuota === 'refuse' ? 'block' : 'review';
  return [{ ...onAll('quota.over', { askedFen, usedFen, limitFen, boughtFen }), severity }];
}

/** What may go back in a year, in fen; without a quota, anything. */
export const quotaLimitFen = (boughtFen: Fen, quotaBp: BasisPoints | null): Fen =>
  quotaBp === null ? Number.MAX_SAFE_INTEGER : Math.floor((boughtFen * quotaBp) / 10_000);

/** The seller's own faults, whose returns are not counted against the buyer. */
const uncounted: ReadonlySet<AfterSalesReason> = new Set(['quality', 'damaged', 'wrongGoods']);

/** What of the yearly quota a request takes. */
export const quotaFenOf = ({ reason, lines }: Pick<RequestFacts, 'reason' | 'lines'>): Fen =>
  uncounted.has(reason) ? 0 : sum(lines.map(worthFenOf));

/** What was paid for the units of a line: those that stand before what was asked back earlier. */
export function worthFenOf({ sent, quantity, asked }: Pick<CheckedLine, 'sent' | 'quantity' | 'asked'>): Fen {
  const accepted = sent?.accepted ?? 0;
  if (!sent || accepted === 0) return 0;
  const until = Math.max(0, accepted - asked);
  return partOfFen(sent.acceptedFen, accepted, Math.max(0, until - quantity), until);
}

/** The business year of an instant, in Shanghai. */
export const yearOf = (at: Instant): number => Number(dayOf(at).slice(0, 4));

/** The first day of a year. */
export const firstDayOf = (year: number): Day => `${year}-01-01` as Day;
