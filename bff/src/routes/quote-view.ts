import {
  availableFen,
  type DecidedLine,
  type Decision,
  formatPrice,
  formatYuan,
  mixedUnits,
} from '@tongpan/core';
import { viewFinding } from './order-view';

export function viewQuote(decision: Decision) {
  return {
    supplierId: decision.request.seller.id,
    lines: decision.lines.map(viewLine),
    goodsFen: decision.goodsFen,
    payableFen: decision.payableFen,
    creditAvailableFen: decision.account ? availableFen(decision.account) : null,
    verdict: decision.verdict,
    findings: decision.findings.map(viewFinding),
  };
}

const viewLine = (line: DecidedLine) => ({
  lineNo: line.lineNo,
  skuId: line.sku.id,
  skuName: line.sku.name,
  spec: line.sku.spec,
  quantity: line.quantity,
  mixedUnits: mixedUnits(line.quantity, line.caseUnit, line.caseFactor, line.sku.baseUnit),
  unitPriceE4: line.price?.unitPriceE4 ?? null,
  amountFen: line.amountFen,
  priceSteps: priceSteps(line),
  suggestedQuantity: line.check.suggested,
});

/** The price in steps a buyer can follow: which list it stands in, and the sum it makes. */
function priceSteps({ price, quantity, sku, amountFen }: DecidedLine): string[] {
  if (!price) return [];
  const each = formatPrice(price.unitPriceE4);
  return [
    ...(price.list ? [`${price.list.name}：${each} 元/${sku.baseUnit}`] : []),
    `${each} × ${quantity}${sku.baseUnit} = ${formatYuan(amountFen)}`,
  ];
}
