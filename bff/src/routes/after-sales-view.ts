import {
  type AfterSalesDetail,
  type AfterSalesFinding,
  type AfterSalesMoney,
  type AfterSalesPolicy,
  type AfterSalesStepKind,
  type AfterSalesSummary,
  type AfterSalesTerms,
  type AskedBack,
  explainAfterSales,
  isReplacementOrder,
  type OrderDetail,
} from '@tongpan/core';
import type { viewPhotos } from './photo-view';
import { at, atOrNull } from './wire';

export const viewFinding = (finding: AfterSalesFinding) => ({
  rule: finding.rule,
  severity: finding.severity,
  lineNo: finding.lineNo,
  text: explainAfterSales(finding),
});

export const viewSummary = ({ request, sellerName, buyerName, lines }: AfterSalesSummary) => ({
  afterSalesId: request.id,
  number: request.number,
  kind: request.kind,
  state: request.state,
  orderId: request.orderId,
  orderNumber: request.orderNumber,
  sellerId: request.sellerId,
  sellerName,
  buyerId: request.buyerId,
  buyerName,
  reason: request.reason,
  requestedAt: at(request.requestedAt),
  reviewBy: at(request.reviewBy),
  sendBy: atOrNull(request.sendBy),
  closedAt: atOrNull(request.closedAt),
  units: lines.reduce((total, { quantity }) => total + quantity, 0),
  worthFen: lines.reduce((total, { worthFen }) => total + worthFen, 0),
  grantedFen: request.grantedFen,
  firstSkuName: lines[0]?.skuName ?? '',
  suspectsDiversion: request.findings.some(({ rule }) => rule === 'lot.notDelivered'),
});

export function viewDetail(detail: AfterSalesDetail, photos: ReturnType<typeof viewPhotos>) {
  const { request, lines, money, expected } = {
    ...detail,
    money: detail.request.money,
  };
  const viewed = (one: AfterSalesMoney | null) => one && viewMoney(one, detail.skuNames);
  return {
    ...viewSummary(detail),
    words: request.words,
    photos,
    findings: request.findings.map(viewFinding),
    policyVersion: request.policyVersion,
    requestedBy: request.requestedBy,
    decidedBy: request.decidedBy,
    decidedAt: atOrNull(request.decidedAt),
    decisionWords: request.decisionWords,
    limitFen: request.limitFen,
    lines: lines.map((line) => ({
      lineNo: line.lineNo,
      orderLineNo: line.orderLineNo,
      shipmentId: line.shipmentId,
      shipmentLineNo: line.shipmentLineNo,
      skuId: line.skuId,
      skuName: line.skuName,
      baseUnit: line.baseUnit,
      lotNo: line.lotNo,
      expiresOn: line.expiresOn,
      isGift: line.isGift,
      quantity: line.quantity,
      worthFen: line.worthFen,
      approved: line.approved,
      restocked: line.restocked,
      nearExpiry: line.nearExpiry,
      quarantined: line.quarantined,
      destroyed: line.destroyed,
      notReceived: line.notReceived,
    })),
    money: viewed(money),
    expected: viewed(expected),
    moneyBack: detail.moneyBack.map((part) => ({
      instrument: part.instrument,
      amountFen: part.amountFen,
      paysThisOrder: part.billId !== null,
      at: at(part.at),
    })),
    replacementId: request.replacementId,
    replacementNumber: detail.replacementNumber,
    steps: detail.steps.map(({ stepNo, kind, actorName, at: instant }) => ({
      stepNo,
      kind,
      title: stepTitles[kind],
      actorName,
      at: at(instant),
    })),
    actions: [...detail.actions],
  };
}

const stepTitles: Readonly<Record<AfterSalesStepKind, string>> = {
  requested: '提交申请',
  approved: '同意申请',
  refused: '拒绝申请',
  withdrawn: '撤回申请',
  lapsed: '超时未寄，自动关闭',
  received: '收货验收',
  closed: '处理完成',
  paidInstead: '取消补发，改为退款',
};

const viewMoney = (money: AfterSalesMoney, names: ReadonlyMap<string, string>) => ({
  basis: money.basis,
  originalFen: money.originalFen,
  keptFen: money.keptFen,
  lostGifts: money.lostGifts.map(({ skuId, quantity, valueFen }) => ({
    skuId,
    skuName: names.get(skuId) ?? '',
    quantity,
    valueFen,
  })),
  giftsFen: money.giftsFen,
  paidFen: money.paidFen,
  dueFen: money.dueFen,
  earlierFen: money.earlierFen,
  refundFen: money.refundFen,
  owedFen: money.owedFen,
  freightFen: money.freightFen ?? 0,
  grantedFen: money.grantedFen,
});

/** The signed goods of an order, lot by lot. */
export function viewForm(
  { order, lines, shipments, shipmentLines }: OrderDetail,
  asked: readonly AskedBack[],
  terms: AfterSalesTerms,
) {
  const lineOf = new Map(lines.map((line) => [line.lineNo, line]));
  const signedAt = new Map(shipments.map((shipment) => [shipment.id, shipment.signedAt]));
  return {
    orderId: order.id,
    orderNumber: order.number,
    isReplacement: isReplacementOrder(order),
    terms: viewTerms(terms),
    lines: shipmentLines.flatMap((sent) => {
      const signed = signedAt.get(sent.shipmentId) ?? null;
      const line = lineOf.get(sent.lineNo);
      if (signed === null || !sent.accepted || !line) return [];
      const before = asked.find(
        (one) => one.shipmentId === sent.shipmentId && one.shipmentLineNo === sent.shipmentLineNo,
      );
      return [
        {
          shipmentId: sent.shipmentId,
          shipmentLineNo: sent.shipmentLineNo,
          orderLineNo: sent.lineNo,
          skuId: sent.skuId,
          skuName: line.skuName,
          spec: line.spec,
          baseUnit: line.baseUnit,
          isGift: line.giftOf !== null && !isReplacementOrder(order),
          lotNo: sent.lotNo,
          producedOn: sent.producedOn,
          expiresOn: sent.expiresOn,
          signedAt: at(signed),
          accepted: sent.accepted,
          left: sent.accepted - (before?.asked ?? 0),
          acceptedFen: sent.acceptedFen,
        },
      ];
    }),
  };
}

export const viewPolicy = (policy: AfterSalesPolicy) => ({
  version: policy.version,
  terms: viewTerms(policy.terms),
  note: policy.note,
  changedBy: policy.changedBy,
  changedAt: policy.version === 0 ? null : at(policy.changedAt),
});

const viewTerms = (terms: AfterSalesTerms) => ({
  kinds: {
    refundOnly: { ...terms.kinds.refundOnly },
    return: { ...terms.kinds.return },
    exchange: { ...terms.kinds.exchange },
    claim: { ...terms.kinds.claim },
    swap: { ...terms.kinds.swap },
  },
  quotaBp: terms.quotaBp,
  overQuota: terms.overQuota,
  swapFromBp: terms.swapFromBp,
  reviewHours: terms.reviewHours,
  sendDays: terms.sendDays,
});
