import type { CreditAccount, Overdue } from '../credit';
import { assessCredit, assessOverdue } from '../credit/rules';
import { dayOf } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { Grant } from '../territory';
import { checkTerritory } from '../territory/rules';
import type { DecidedLine } from './decision';
import type { OrderRequest } from './facts';
import type { Finding, Rule } from './model';

/** What the rules look at. */
export interface AuditFacts {
  readonly request: OrderRequest;
  readonly lines: readonly DecidedLine[];
  readonly payableFen: Fen;
  readonly grants: readonly Grant[];
  readonly account: CreditAccount | undefined;
  readonly overdue: Overdue | undefined;
}

/**
 * 自动审单: stock ≥ quantity, credit ≥ amount, ship-to inside the seller's region, and the quieter rules
 * beside them. Every rule speaks; what a reviewer has accepted is told and no longer holds.
 */
export function auditOrder(facts: AuditFacts): readonly Finding[] {
  const found = [
    ...facts.lines.flatMap((line) => [
      ...auditGoods(line),
      ...auditQuantity(line),
      ...auditRegion(line, facts),
      ...auditStock(line),
    ]),
    ...auditOrderMinimum(facts),
    ...auditCredit(facts),
  ];
  return found.map((finding) =>
    finding.severity === 'review' && facts.request.accepted.has(finding.rule)
      ? { ...finding, severity: 'notice' as const }
      : finding,
  );
}

type Numbers = Finding['numbers'];

const onLine = (
  rule: Rule,
  severity: Finding['severity'],
  { lineNo, sku }: DecidedLine,
  numbers: Numbers = {},
): Finding => ({ rule, severity, lineNo, skuId: sku.id, numbers: { name: sku.name, ...numbers } });

const onOrder = (rule: Rule, severity: Finding['severity'], numbers: Numbers): Finding => ({
  rule,
  severity,
  lineNo: null,
  skuId: null,
  numbers,
});

function auditGoods(line: DecidedLine): Finding[] {
  if (line.sku.status !== 'active') return [onLine('sku.inactive', 'block', line)];
  if (!line.price) return [onLine('price.missing', 'block', line)];
  const { unitPriceE4, list } = line.price;
  const floorE4 = list?.floorPriceE4 ?? null;
  return floorE4 !== null && unitPriceE4 < floorE4
    ? [onLine('price.floor', 'review', line, { unitPriceE4, floorE4 })]
    : [];
}

function auditQuantity(line: DecidedLine): Finding[] {
  const { sku, quantity, check } = line;
  const limits = {
    minimum: sku.minimumQuantity,
    multiple: sku.multipleQuantity,
    maximum: sku.maximumQuantity ?? 0,
  };
  return check.faults.map((fault) =>
    onLine(`quantity.${fault}`, 'block', line, {
      quantity,
      limit: limits[fault],
      suggested: check.suggested ?? 0,
      unit: sku.baseUnit,
    }),
  );
}

function auditRegion(line: DecidedLine, { grants, request }: AuditFacts): Finding[] {
  const { regionCode } = request.shipTo;
  const answer = checkTerritory(grants, {
    skuId: line.sku.id,
    productLine: line.sku.productLine,
    regionCode,
    channel: request.buyer.channel,
    on: dayOf(request.at),
  });
  if (answer.answer === 'pass') return [];
  if (answer.answer === 'block')
    return [onLine('region.blocked', 'block', line, { regionCode, reason: answer.reason })];
  return [onLine('region.review', 'review', line, { regionCode, grantId: answer.grantId })];
}

function auditStock(line: DecidedLine): Finding[] {
  const { short, ageing } = line.allocation;
  if (short === 0) return [];
  const { baseUnit: unit } = line.sku;
  const found = [onLine('stock.short', 'review', line, { quantity: line.quantity, short, unit })];
  if (ageing > 0) found.push(onLine('stock.ageing', 'notice', line, { ageing, unit }));
  return found;
}

function auditOrderMinimum({ request, payableFen }: AuditFacts): Finding[] {
  const minimumFen = request.seller.orderMinimumFen;
  // A reviewer who accepts a shortage does not make the rest of the order too small.
  if (payableFen >= minimumFen || request.accepted.has('stock.short')) return [];
  return [onOrder('order.minimum', 'block', { payableFen, minimumFen, missingFen: minimumFen - payableFen })];
}

function auditCredit({ account, overdue, payableFen, request }: AuditFacts): Finding[] {
  const found: Finding[] = [];
  const credit = assessCredit(account, payableFen);
  if (credit.answer === 'none') {
    // Nobody may overrule it: without an account there is nowhere to write the debt.
    found.push(onOrder('credit.none', 'block', { payableFen }));
  }
  if (credit.answer === 'over') {
    const { availableFen, missingFen } = credit;
    found.push(onOrder('credit.over', 'review', { payableFen, availableFen, missingFen }));
  }
  const late = assessOverdue(overdue, account?.limitFen ?? 0, dayOf(request.at));
  if (late) {
    const { overdueDays, overdueFen, locks } = late;
    found.push(onOrder('credit.overdue', locks ? 'review' : 'notice', { overdueDays, overdueFen }));
  }
  return found;
}
