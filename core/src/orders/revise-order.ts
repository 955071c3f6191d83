import { keyBy } from '../platform/collect';
import type { RequestLine } from './facts';
import type { RevisionChange } from './fulfilment';
import type { BasketLine, Finding, OrderLine, Verdict } from './model';

type Line = Pick<
  OrderLine,
  'lineNo' | 'skuId' | 'quantity' | 'cancelled' | 'unitPriceE4' | 'priceListId' | 'acceptsAgeing'
>;

export interface Revised {
  readonly lines: readonly RequestLine[];
  readonly changes: readonly RevisionChange[];
}

const priceOf = ({ unitPriceE4, priceListId }: Line) => ({ unitPriceE4, priceListId });

/**
 * The lines of an order as it should be. A line that stays as it is keeps its number and its agreed
 * price; one whose quantity changes keeps its number and is priced anew, for a price may hang on the
 * quantity; new goods get the next numbers. What is not said of ageing goods stays as it was. Without `asked` the goods stay, less what was cancelled.
 */
export function reviseLines(
  before: readonly Line[],
  asked: readonly BasketLine[] | undefined,
  reprices: boolean,
): Revised {
  if (!asked) return keepLines(before, reprices);
  // Where goods stand twice (as ordered, and in place of others), what was ordered is meant.
  const known = keyBy([...before].reverse(), ({ skuId }) => skuId);
  const kept = new Set(asked.flatMap(({ skuId }) => known.get(skuId)?.lineNo ?? []));
  let lastNo = before.reduce((last, { lineNo }) => Math.max(last, lineNo), 0);
  const changes: RevisionChange[] = [];
  const lines = asked.map(({ skuId, quantity, acceptsAgeing }): RequestLine => {
    const line = known.get(skuId);
    if (!line) {
      lastNo += 1;
      changes.push({ what: 'added', lineNo: lastNo, skuId, quantity });
      return { lineNo: lastNo, skuId, quantity, agreed: null, acceptsAgeing };
    }
    const { lineNo } = line;
    if (quantity !== line.quantity) {
      changes.push({ what: 'quantity', lineNo, skuId, from: line.quantity, to: quantity });
    }
    const accepts = acceptsAgeing ?? line.acceptsAgeing;
    if (accepts !== line.acceptsAgeing) changes.push({ what: 'ageing', lineNo, skuId, accepts });
    const isAsAgreed = quantity === line.quantity || quantity === line.quantity - line.cancelled;
    return {
      lineNo,
      skuId,
      quantity,
      agreed: isAsAgreed && !reprices ? priceOf(line) : null,
      acceptsAgeing,
    };
  });
  for (const { lineNo, skuId, quantity } of before) {
    if (!kept.has(lineNo)) changes.push({ what: 'removed', lineNo, skuId, quantity });
  }
  return { lines: [...lines].sort((one, other) => one.lineNo - other.lineNo), changes };
}

/** The goods as they are, less what was cancelled of them. */
function keepLines(before: readonly Line[], reprices: boolean): Revised {
  const changes: RevisionChange[] = [];
  const lines = before.flatMap((line): RequestLine[] => {
    const { lineNo, skuId, quantity: from, cancelled } = line;
    const to = from - cancelled;
    if (to === 0) changes.push({ what: 'removed', lineNo, skuId, quantity: from });
    else if (to !== from) changes.push({ what: 'quantity', lineNo, skuId, from, to });
    return to === 0 ? [] : [{ lineNo, skuId, quantity: to, agreed: reprices ? null : priceOf(line) }];
  });
  return { lines, changes };
}

/** The lines whose price is another than agreed. */
export function repricedLines(
  before: readonly Line[],
  after: readonly { readonly lineNo: number; readonly skuId: string; readonly unitPriceE4: number }[],
): readonly (RevisionChange & { readonly what: 'repriced' })[] {
  const agreed = keyBy(before, ({ lineNo }) => String(lineNo));
  return after.flatMap(({ lineNo, skuId, unitPriceE4 }) => {
    const line = agreed.get(String(lineNo));
    return line && line.unitPriceE4 !== unitPriceE4
      ? [{ what: 'repriced' as const, lineNo, skuId, fromE4: line.unitPriceE4, toE4: unitPriceE4 }]
      : [];
  });
}

/** An edit as it would be written, and who asks for it. */
export interface Revision {
  readonly isBuyer: boolean;
  readonly changes: readonly RevisionChange[];
  readonly verdict: Verdict;
  readonly findings: readonly Pick<Finding, 'rule' | 'severity'>[];
  readonly payableFen: number;
  readonly payableFenBefore: number;
  /** What the buyer saw; undefined when it did not say. */
  readonly expectedPayableFen: number | undefined;
}

export type RevisionRefusal = { readonly code: string; readonly detail: string } | null;

/**
 * Whether an edit may be written; null when it may. Only the buyer agrees to more goods or another
 * price, and to a price it has been told. Nobody edits an order into one that is rejected.
 */
export function refuseRevision(revision: Revision): RevisionRefusal {
  const { isBuyer, changes, verdict, payableFen, expectedPayableFen } = revision;
  if (changes.length === 0) return { code: 'orders.nothingChanged', detail: '' };
  if (verdict === 'rejected')
    return { code: 'orders.editRejected', detail: blockingRules(revision.findings) };
  if (!isBuyer) {
    const burdens = changes.some(isBurden) || payableFen > revision.payableFenBefore;
    return burdens ? { code: 'orders.buyerMustConfirm', detail: String(payableFen) } : null;
  }
  if (expectedPayableFen !== undefined && expectedPayableFen !== payableFen) {
    return { code: 'orders.priceChanged', detail: String(payableFen) };
  }
  const isPricedAnew = changes.some(({ what }) => what === 'added' || what === 'repriced');
  return isPricedAnew && expectedPayableFen === undefined
    ? { code: 'orders.confirmationNeeded', detail: String(payableFen) }
    : null;
}

/** What makes the buyer take or pay more, or take older goods. */
const isBurden = (change: RevisionChange) =>
  change.what === 'added' ||
  (change.what === 'ageing' && change.accepts) ||
  (change.what === 'quantity' && change.to > change.from) ||
  (change.what === 'repriced' && change.toE4 > change.fromE4);

/** The rules that reject, each once, as a refusal names them. */
export const blockingRules = (findings: Revision['findings']) =>
  [...new Set(findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule))].join(' ');
