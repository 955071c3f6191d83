import { assessCredit, prepaidHoldFen } from '../credit/rules';
import { addDays, dayOf } from '../platform/clock';
import { sum } from '../platform/money';
import type { QuotaUse, Reservation } from '../stock';
import { auditOrder } from './audit-order';
import { policyAt } from './audit-policy';
import type { Balances } from './balances';
import type { DecidedLine, Decision } from './decision';
import type { Facts, OrderRequest } from './facts';
import { holdsFor, reservesNothing } from './holds';
import type { Finding, Verdict } from './model';
import { priceLines } from './price-lines';
import { promoteLines, type Promoted } from './promote-lines';
import { type ShortageMode, sourceLines } from './source-lines';
import { heldUntilPaid, stepNow } from './steps/step-now';
import { isAskedBefore } from './steps/steps-of';
import { type SplitLine, splitOrder, type SplitPart } from './split-order';

/**
 * Decides one order: price → promotions → goods → audit → verdict → parts. Pure: it reads facts and balances and changes
 * neither. Total: every order gets a verdict, with every finding.
 */
export function decideOrder(facts: Facts, balances: Balances, request: OrderRequest): Decision {
  const promoted = promoteLines(facts, balances, request, priceLines(facts, balances, request));
  return decidePriced(facts, balances, request, promoted);
}

/** Decides an order whose lines are priced. */
function decidePriced(facts: Facts, balances: Balances, request: OrderRequest, promoted: Promoted): Decision {
  const applied = decideWith(facts, balances, request, promoted, { applies: true, asksPerson: false });
  const isNothingLeft = applied.lines.every(({ cancelled, quantity }) => cancelled === quantity);
  if (applied.verdict === 'approved' && !isNothingLeft) return applied;
  if (request.accepted.has('stock.short')) {
    // A shortage is cancelled only with an approval, and only when something remains to be sent.
    const accepted = new Set([...request.accepted].filter((rule) => rule !== 'stock.short'));
    return decidePriced(facts, balances, { ...request, accepted }, promoted);
  }
  // What waits for a person, or is rejected, stays as it was asked for.
  const asksPerson = applied.verdict === 'approved' && isNothingLeft;
  return decideWith(facts, balances, request, promoted, { applies: false, asksPerson });
}

/** Decides an order and takes what it takes out of the balances, for the next order of the batch. */
export function decideInTurn(facts: Facts, balances: Balances, request: OrderRequest): Decision {
  const decision = decideOrder(facts, balances, request);
  return withQuotaUses(decision, balances.take(decision));
}

/** A decision with what it uses of channel quotas; hardly any order uses one. */
export const withQuotaUses = (decision: Decision, quotaUses: readonly QuotaUse[]): Decision =>
  quotaUses.length === 0 ? decision : { ...decision, quotaUses };

function decideWith(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  promoted: Promoted,
  mode: ShortageMode,
): Decision {
  const { orderId, buyer, seller, at, paidFen = 0 } = request;
  const policy = policyAt(facts.policies, at);
  const lines = sourceLines(facts, balances, request, promoted.lines, mode);
  const promisedFen = balances.promisedFenOf(buyer.id, seller.id);
  // An order of which nothing is left to send is charged nothing for sending it.
  const isSent = lines.some(({ cancelled, quantity }) => cancelled < quantity);
  const freight = isSent ? promoted.freight : null;
  const freightFen = freight ? freight.listFen - freight.offFen : 0;
  const creditFen = sum(lines.map((line) => line.creditFen)) + freightFen;
  const credit = assessCredit(facts.credit, {
    buyerId: buyer.id,
    sellerId: seller.id,
    amountFen: creditFen,
    paidFen,
    on: dayOf(at),
    promisedFen,
  });
  const goodsFen = sum(lines.map((line) => line.amountFen));
  const step = stepNow(request, promoted.quote, goodsFen + freightFen);
  const audited = auditOrder({ facts, request, lines, credit, policy });
  const findings = step
    ? [...(step.isUnderWay ? audited.filter(isAskedBefore) : audited), ...step.findings]
    : audited;
  const verdict = verdictOf(findings);
  const holds = verdict === 'held' ? heldUntilPaid(holdsFor(findings, policy, at), step) : [];
  const isUnderWay = step?.isUnderWay === true;
  const takes = verdict === 'approved' || (verdict === 'held' && !isUnderWay && !holds.some(reservesNothing));
  return {
    request,
    policyVersion: policy.version,
    lines,
    goodsFen,
    freight,
    freightFen,
    freightOffer: promoted.freightOffer,
    payableFen: sum(lines.map((line) => line.payableFen)) + freightFen,
    findings,
    verdict,
    holds,
    credit,
    reservations: takes ? lines.flatMap((line) => reservationsOf(orderId, line)) : [],
    heldFen: takes ? creditFen : 0,
    prepaidFen: takes ? prepaidHoldFen(credit, creditFen - paidFen) : 0,
    quotaUses: [],
    steps: step?.steps ?? null,
    stepDueAt: verdict === 'held' ? (step?.dueAt ?? null) : null,
    promotions: promoted.quote,
    get giftNames() {
      return promoted.giftNames;
    },
    promotionTakes: promoted.takes,
    parts: verdict === 'approved' ? partsOf(facts, request, lines) : [],
    waitsForFull: verdict === 'approved' && lines.some(({ outcome }) => outcome.wait > 0),
  };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'block')) return 'rejected';
  return findings.some(({ severity }) => severity === 'review') ? 'held' : 'approved';
}

function reservationsOf(orderId: string, { lineNo, picks }: DecidedLine): Reservation[] {
  return picks.map(({ lotId, quantity }) => ({ orderId, lineNo, lotId, open: quantity }));
}

/** The parts of an approved order: what each warehouse sends, and what is owed. */
function partsOf(
  facts: Facts,
  { at, deliverOn }: OrderRequest,
  lines: readonly DecidedLine[],
): readonly SplitPart[] {
  const leadDays = new Map(facts.pool.warehouses.map((warehouse) => [warehouse.id, warehouse.leadDays]));
  return splitOrder(
    lines.map(({ lineNo, quantity, amountFen, sku, picks, backOrdered }): SplitLine => ({
      lineNo,
      ordered: quantity,
      amountFen,
      temperatureZone: sku.temperatureZone,
      invoiceEntity: sku.invoiceEntity,
      sources: [
        ...picks.map(({ warehouseId, quantity: drawn }) => ({
          warehouseId,
          quantity: drawn,
          deliverOn: deliverOn ?? addDays(dayOf(at), leadDays.get(warehouseId) ?? 1),
        })),
        { warehouseId: null, quantity: backOrdered, deliverOn: null },
      ],
    })),
  );
}
