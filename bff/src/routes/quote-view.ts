import {
  addDays,
  type DecidedLine,
  type Decision,
  dayOf,
  deliveryDays,
  findingsForBuyer,
  formatPrice,
  formatYuan,
  mixedUnits,
  type PriceStep,
  type RebateRoom,
} from '@tongpan/core';
import { viewQuotedFreight } from './freight-view';
import { viewFinding } from './order-view';
import { viewQuotedPromotions } from './promotion-view';
import { viewSteps } from './steps-view';

/** What a basket comes to. A basket that is only tried out is paid by nobody. */
export function viewQuote(decision: Decision, rebate: RebateRoom = { freeFen: 0, roomFen: 0 }) {
  const { credit, request } = decision;
  return {
    supplierId: request.seller.id,
    lines: decision.lines.map(viewQuoteLine),
    goodsFen: decision.goodsFen,
    discountFen: decision.promotions?.discountFen ?? 0,
    freight: viewQuotedFreight(decision.freight, decision.freightOffer),
    steps: viewSteps(decision.steps, decision.payableFen, 'deposit'),
    promotions: viewQuotedPromotions(decision),
    payableFen: decision.payableFen,
    rebate,
    creditAvailableFen: credit.account ? credit.availableFen : null,
    payToFreeFen: credit.payToFree?.amountFen ?? null,
    receiptOn: request.deliverOn ?? addDays(dayOf(request.at), deliveryDays),
    partCount: decision.parts.length,
    verdict: decision.verdict,
    findings: findingsForBuyer(decision.findings).map(viewFinding),
  };
}

export const viewQuoteLine = (line: DecidedLine) => ({
  lineNo: line.lineNo,
  skuId: line.sku.id,
  skuName: line.sku.name,
  spec: line.sku.spec,
  quantity: line.quantity,
  mixedUnits: mixedUnits(line.quantity, line.caseUnit, line.caseFactor, line.sku.baseUnit),
  unit: line.unit,
  unitPriceE4: line.price?.unitPriceE4 ?? null,
  amountFen: line.amountFen,
  discountFen: line.discountFen,
  giftOf: line.giftOf,
  payableFen: line.payableFen,
  backOrdered: line.backOrdered,
  cancelled: line.cancelled,
  substituteFor: line.substituteFor,
  isAgeing: line.request.acceptsAgeing === true && line.substituteFor !== null,
  priceSteps: (line.price?.steps ?? []).map((step) => sayStep(step, line.sku.baseUnit)),
  suggestedQuantity: line.check.suggested,
});

/** A step of the price as a buyer can follow it: list, the unit's own price, the break reached, the sum. */
function sayStep(step: PriceStep, baseUnit: string): string {
  switch (step.step) {
    case 'list':
      return `${step.name}：${formatPrice(step.unitPriceE4)} 元/${baseUnit}`;
    case 'unitPrice':
      return `${step.unit}价：${formatPrice(step.priceE4)} 元/${step.unit}（${step.factor}${baseUnit}），共 ${step.quantity}${baseUnit}`;
    case 'break': {
      const off = step.offBp === null ? '' : `，减 ${step.offBp / 100}%`;
      return `满 ${step.fromQuantity}${baseUnit}${off}：${formatPrice(step.unitPriceE4)} 元/${baseUnit}，共 ${step.quantity}${baseUnit}`;
    }
    case 'amount':
      return `${step.quantity}${baseUnit} 合计 ${formatYuan(step.amountFen)}${step.isRounded ? '（四舍五入到分）' : ''}`;
  }
}
