import { checkFloor } from '../catalog/rules';
import { dayOf } from '../platform/clock';
import { mayOrder, supplierOf } from '../partners/rules';
import type { CreditAssessment } from '../credit';
import { auditCredit } from './audit-credit';
import { auditMinimum } from './audit-minimum';
import { type AuditPolicy, termsOf } from './audit-policy';
import { auditStock } from './audit-stock';
import type { DecidedLine } from './decision';
import type { Facts, OrderRequest } from './facts';
import { type Found, onLine, onOrder } from './found';
import type { Finding, Rule } from './model';

/** What the rules look at. */
export interface AuditFacts {
  readonly facts: Facts;
  readonly request: OrderRequest;
  readonly lines: readonly DecidedLine[];
  readonly credit: CreditAssessment;
  readonly policy: AuditPolicy;
}

/**
 * 自动审单: may the buyer order, are the goods his supplier's and sold, is the price above its floor, is the quantity
 * valid, is the ship-to the seller's, are the goods there, is the order large enough, is there credit. Every rule
 * speaks; the policy says what follows, and what a reviewer has accepted is told and no longer holds.
 */
export function auditOrder(audit: AuditFacts): readonly Finding[] {
  const { request, lines, policy } = audit;
  const found: Found[] = auditBuyer(audit);
  for (const line of lines) {
    found.push(...auditGoods(line, audit), ...auditQuantity(line), ...auditRegion(line));
    found.push(...auditStock(line, request, lines));
  }
  found.push(...auditMinimum(audit), ...auditCredit(audit.credit));
  return found.flatMap(({ mild = false, ...finding }): Finding[] => {
    const { consequence } = termsOf(policy, finding.rule);
    if (consequence === 'off') return [];
    const overruled = consequence === 'review' && request.accepted.has(finding.rule);
    return [{ ...finding, severity: mild || overruled ? 'notice' : consequence }];
  });
}

const licenceRules = {
  licenceExpired: 'buyer.licenceExpired',
  licenceExpiring: 'buyer.licenceExpiring',
  licenceMissing: 'buyer.licenceMissing',
} as const satisfies Readonly<Record<string, Rule>>;

/** Who is suspended was turned away before; here it is the food licence. */
function auditBuyer({ request: { buyer, at } }: AuditFacts): Found[] {
  const { reason } = mayOrder(buyer, dayOf(at));
  if (reason === null || !(reason in licenceRules)) return [];
  return [
    onOrder(licenceRules[reason as keyof typeof licenceRules], {
      endsOn: buyer.foodLicenceExpiresOn ?? '',
    }),
  ];
}

function auditGoods(line: DecidedLine, { facts, request }: AuditFacts): Found[] {
  const { sku, price, amountFen, discountFen, quantity } = line;
  // A gift was looked at before it was given.
  if (line.giftOf !== null) return [];
  if (sku.status !== 'active') return [onLine('sku.inactive', line)];
  const supplier = supplierOf(facts.supplies, request.buyer.id, sku.productLine);
  const other = supplier.sellerId !== request.seller.id || supplier.reason !== null;
  const found = other
    ? [
        onLine('supply.otherSeller', line, {
          productLine: sku.productLine,
          supplier: facts.parties.get(supplier.sellerId ?? '')?.name ?? '',
          reason: supplier.reason ?? 'otherSeller',
        }),
      ]
    : [];
  if (!price) return [...found, onLine('price.missing', line)];
  // Goods that stand in go at the lower price by agreement, and their own floor was looked at with the policy.
  if (line.substituteFor !== null) return found;
  const { unitPriceE4, floorPriceE4 } = price;
  // What promotions take off was held against the floor before they were published.
  const listed = { amountFen: amountFen + discountFen, quantity, unitPriceE4 };
  // Ageing goods are cheaper, and the floor is theirs too.
  for (const sold of [listed, ...line.ageing]) {
    const { missingFen } = checkFloor({ netFen: sold.amountFen, quantity: sold.quantity, floorPriceE4 });
    if (missingFen === 0) continue;
    const numbers = { unitPriceE4: sold.unitPriceE4, floorE4: floorPriceE4 ?? 0, missingFen };
    return [...found, onLine('price.floor', line, numbers)];
  }
  return found;
}

function auditQuantity(line: DecidedLine): Found[] {
  const { sku, quantity, check, limits } = line;
  const asked = {
    minimum: limits.minimumQuantity,
    multiple: limits.multipleQuantity,
    maximum: limits.maximumQuantity ?? 0,
  };
  return check.faults.map((fault) =>
    onLine(`quantity.${fault}`, line, {
      quantity,
      limit: asked[fault],
      suggested: check.suggested ?? 0,
      unit: sku.baseUnit,
      scope: limits.from[fault].scope,
    }),
  );
}

function auditRegion(line: DecidedLine): Found[] {
  const { answer, passage } = line;
  if (answer.answer === 'pass') return [];
  const numbersOf = ({
    reason,
    grantId,
    numbers,
  }: Pick<typeof answer, 'reason' | 'grantId' | 'numbers'>) => ({
    ...numbers,
    regionCode: numbers.regionCode ?? passage.regionCode,
    reason,
    ...(grantId === null ? {} : { grantId }),
  });
  if (answer.answer === 'block') return [onLine('region.blocked', line, numbersOf(answer))];
  return [answer, ...answer.also].map((finding) =>
    onLine(finding.reason === 'absorption' ? 'region.absorption' : 'region.review', line, numbersOf(finding)),
  );
}
