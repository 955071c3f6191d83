import type { Sku } from '../catalog';
import { caseOf, checkQuantity, choosePrice, priceKey } from '../catalog/rules';
import { dayOf } from '../platform/clock';
import { lineAmountFen, sum } from '../platform/money';
import type { Reservation } from '../stock';
import { allocate, lastsUntil } from '../stock/rules';
import { auditOrder } from './audit-order';
import type { Balances } from './balances';
import type { DecidedLine, DecidedPrice, Decision } from './decision';
import type { Facts, OrderRequest, RequestLine } from './facts';
import { holdsFor, reservesNothing } from './holds';
import type { Finding, Verdict } from './model';
import { partOfFen } from './share';

/**
 * Decides one order: price → lots → audit → verdict. Pure: it reads facts and balances and changes
 * neither. Total: every order gets a verdict, with every finding.
 */
export function decideOrder(facts: Facts, balances: Balances, request: OrderRequest): Decision {
  const { orderId, buyer, seller } = request;
  const lines = request.lines.map((line) => decideLine(facts, balances, request, line));
  const payableFen = sum(lines.map((line) => line.payableFen));
  const account = balances.accountOf(buyer.id, seller.id);
  const findings = auditOrder({
    request,
    lines,
    payableFen,
    grants: facts.grants.get(seller.id) ?? [],
    account,
    overdue: account && facts.overdue.get(account.id),
  });
  const verdict = verdictOf(findings);
  const isNothingLeft = lines.every(({ cancelled, quantity }) => cancelled === quantity);
  if (request.accepted.has('stock.short') && (isNothingLeft || verdict !== 'approved')) {
    // A shortage is cancelled only with an approval, and only when something remains to be sent.
    const accepted = new Set([...request.accepted].filter((rule) => rule !== 'stock.short'));
    return decideOrder(facts, balances, { ...request, accepted });
  }
  const holds = verdict === 'held' ? holdsFor(findings, request.at) : [];
  const takes = verdict === 'approved' || (verdict === 'held' && !holds.some(reservesNothing));
  return {
    request,
    lines,
    goodsFen: sum(lines.map((line) => line.amountFen)),
    payableFen,
    findings,
    verdict,
    holds,
    account,
    reservations: takes ? lines.flatMap((line) => reservationsOf(orderId, line)) : [],
    heldFen: takes ? payableFen : 0,
  };
}

function decideLine(facts: Facts, balances: Balances, request: OrderRequest, line: RequestLine): DecidedLine {
  const { buyer, seller, orderId } = request;
  const sku = facts.skus.get(line.skuId) as Sku;
  const on = dayOf(request.at);
  const price = priceOf(facts, request, line);
  const amountFen = price ? lineAmountFen(price.unitPriceE4, line.quantity) : 0;
  const allocation = allocate(balances.lotsOf(seller.id, sku.id), {
    orderId,
    lineNo: line.lineNo,
    sellerId: seller.id,
    skuId: sku.id,
    quantity: line.quantity,
    lastsUntil: lastsUntil(on, sku.shelfLifeDays, buyer),
  });
  const cancelled = request.accepted.has('stock.short') ? allocation.short : 0;
  const { unit, factor } = caseOf(sku);
  return {
    lineNo: line.lineNo,
    sku,
    quantity: line.quantity,
    price,
    amountFen,
    payableFen: partOfFen(amountFen, line.quantity, 0, line.quantity - cancelled),
    check: checkQuantity(line.quantity, sku),
    allocation,
    cancelled,
    caseUnit: unit,
    caseFactor: factor,
  };
}

/** The agreed price of an order that was placed before, else the one its lists give today. */
function priceOf(facts: Facts, { buyer, seller, at }: OrderRequest, line: RequestLine): DecidedPrice | null {
  const listed = facts.prices.get(priceKey(seller.id, line.skuId)) ?? [];
  const { agreed } = line;
  if (agreed) {
    return { ...agreed, list: listed.find(({ priceListId }) => priceListId === agreed.priceListId) ?? null };
  }
  const list = choosePrice(listed, buyer, dayOf(at));
  return list && { unitPriceE4: list.unitPriceE4, priceListId: list.priceListId, list };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'block')) return 'rejected';
  return findings.some(({ severity }) => severity === 'review') ? 'held' : 'approved';
}

function reservationsOf(orderId: string, { lineNo, allocation }: DecidedLine): Reservation[] {
  return allocation.picks.map(({ lotId, quantity }) => ({ orderId, lineNo, lotId, open: quantity }));
}
