import { sum } from '../platform/money';
import type { Allocation } from '../stock';
import type { DecidedLine } from './decision';
import type { OrderRequest } from './facts';
import { type Found, onLine } from './found';

/** What is said of ageing goods on offer: of the first to expire. */
function offeredOf(offer: Allocation['ageingOffer']): Found['numbers'] {
  const [offered] = offer?.lots ?? [];
  return offered ? { expiresOn: offered.expiresOn, markdownBp: offered.markdownBp } : {};
}

/** What is not there, why, and what is to become of it. */
export function auditStock(
  line: DecidedLine,
  { accepted }: OrderRequest,
  lines: readonly DecidedLine[],
): Found[] {
  const { allocation, outcome, borrows, sku, quantity } = line;
  if (allocation.short === 0) return [];
  const { baseUnit: unit } = sku;
  const borrowed = sum(borrows.map((borrow) => borrow.quantity));
  const found: Found[] = [];
  const tell = (rule: Found['rule'], numbers: Found['numbers']) => {
    found.push(onLine(rule, line, { quantity, ...numbers, unit }));
  };
  if (outcome.review > 0) tell('stock.short', { short: outcome.review });
  if (borrowed > 0) tell('stock.borrow', { borrowed });
  const closes: Found['numbers'] = outcome.closesOn === null ? {} : { closesOn: outcome.closesOn };
  if (outcome.backOrder > 0) tell('stock.backOrdered', { short: outcome.backOrder, ...closes });
  if (outcome.wait > 0) tell('stock.waiting', { short: allocation.short - borrowed, ...closes });
  if (outcome.cancel > 0) tell('stock.cancelled', { short: outcome.cancel });
  for (const { skuId, quantity: replaced } of outcome.substitutes) {
    const standIn = lines.find((other) => other.sku.id === skuId && other.substituteFor === line.lineNo);
    tell('stock.substituted', { replaced, substitute: standIn?.sku.name ?? skuId, substituteSkuId: skuId });
  }
  const { ageing, ageingOffer, keptBack, overQuota, inMoreLots } = allocation;
  const [first] = line.ageing;
  if (first) {
    // What the buyer accepted stops nobody, whatever the policy makes of goods it has not.
    const taken = sum(line.ageing.map((part) => part.quantity));
    const lots = { taken, ...offeredOf(ageingOffer), markdownBp: first.markdownBp };
    found.push({ ...onLine('stock.ageing', line, { quantity, ageing, ...lots, unit }), mild: true });
  } else if (ageing > 0) {
    tell('stock.ageing', { ageing, ...offeredOf(ageingOffer) });
  }
  const isOpen = outcome.review > 0 && !accepted.has('stock.short');
  if (isOpen && keptBack > 0) tell('stock.kept', { kept: keptBack });
  if (isOpen && overQuota > 0) tell('stock.quota', { overQuota });
  if (isOpen && inMoreLots > 0) tell('stock.manyLots', { inMoreLots });
  return found;
}
