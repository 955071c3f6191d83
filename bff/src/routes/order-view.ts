import {
  type Assessment,
  type DeskHold,
  explainFinding,
  type Finding,
  findingsForBuyer,
  formatYuan,
  groupBy,
  type Hold,
  mixedUnits,
  type OrderAction,
  type OrderDetail,
  type OrderEvent,
  isAgeingLine,
  type OrderLine,
  type OrderSummary,
  regionName,
  type ShipmentLine,
} from '@tongpan/core';
import { fulfilmentWords, viewClaim, viewRevision, viewSignature } from './fulfilment-view';
import type { viewPhotos } from './photo-view';
import { viewFreight } from './freight-view';
import { stageOfOrder, viewSteps } from './steps-view';
import { at, atOrNull } from './wire';

export interface OrderViewParts {
  /** Links to the photos of each shipment that has some. */
  readonly photosOf: ReadonlyMap<string, ReturnType<typeof viewPhotos>>;
  readonly actions: readonly OrderAction[];
  readonly risk: Assessment | null;
  readonly warehouseNames: ReadonlyMap<string, string>;
  /** A buyer sees the dates of what it was promised, not the seller's lots and warehouses. */
  readonly seesLots: boolean;
}

export function viewOrder(
  detail: OrderDetail,
  { actions, risk, warehouseNames, seesLots, photosOf }: OrderViewParts,
) {
  const { order, lines } = detail;
  const [first] = lines;
  const lineOf = new Map(lines.map((line) => [line.lineNo, line]));
  const promisedOf = groupBy(detail.promised, ({ lineNo }) => String(lineNo));
  const head = viewHead(order, detail.sellerName, detail.buyerName, !seesLots);
  // Written out: a spread in a literal of this many fields costs more than all the rest of the view.
  return {
    orderId: head.orderId,
    number: head.number,
    state: head.state,
    verdict: head.verdict,
    sellerId: head.sellerId,
    sellerName: head.sellerName,
    buyerId: head.buyerId,
    buyerName: head.buyerName,
    payableFen: head.payableFen,
    placedAt: head.placedAt,
    findings: head.findings,
    lineCount: lines.length,
    firstSkuName: first?.skuName ?? '',
    openHolds: detail.holds.filter(({ status }) => status === 'open').map(viewHold),
    goodsFen: order.goodsFen,
    freight: viewFreight(order),
    steps: viewSteps(order.steps, order.payableFen, stageOfOrder(order), order.forfeitedFen),
    shipTo: {
      receiver: order.receiver,
      phone: order.phone,
      regionName: regionName(order.regionCode),
      detail: order.addressDetail,
    },
    channel: order.channel,
    note: order.note,
    lines: lines.map((line) => ({
      lineNo: line.lineNo,
      skuId: line.skuId,
      skuName: line.skuName,
      spec: line.spec,
      quantity: line.quantity,
      mixedUnits: unitsOf(line, line.quantity),
      unit: line.unit,
      unitPriceE4: line.unitPriceE4,
      amountFen: line.amountFen,
      discountFen: line.discountFen,
      giftOf: line.giftOf,
      payableFen: line.payableFen,
      shortage: line.shortage,
      substituteFor: line.substituteFor,
      acceptsAgeing: line.acceptsAgeing,
      isAgeing: isAgeingLine(line),
      reserved: line.reserved,
      shipped: line.shipped,
      signed: line.signed,
      cancelled: line.cancelled,
      backOrdered: line.backOrdered,
      promisedLots: (promisedOf.get(String(line.lineNo)) ?? []).map(
        ({ lotNo, expiresOn, quantity, warehouseId }) => ({
          lotNo: seesLots ? lotNo : '',
          expiresOn,
          quantity,
          mixedUnits: unitsOf(line, quantity),
          warehouseName: seesLots ? (warehouseNames.get(warehouseId) ?? '') : '',
        }),
      ),
    })),
    parts: detail.parts.map((part) => ({
      partNo: part.partNo,
      warehouseName:
        seesLots && part.warehouseId !== null ? (warehouseNames.get(part.warehouseId) ?? '') : '',
      temperatureZone: part.temperatureZone,
      invoiceEntity: part.invoiceEntity,
      deliverOn: part.deliverOn,
      amountFen: part.amountFen,
      lines: detail.partLines
        .filter(({ partNo }) => partNo === part.partNo)
        .map(({ lineNo, quantity, amountFen }) => ({ lineNo, quantity, amountFen })),
    })),
    policyVersion: seesLots ? order.policyVersion : null,
    holds: detail.holds.map(viewHold),
    shipments: detail.shipments.map((shipment) => ({
      shipmentId: shipment.id,
      shippedAt: at(shipment.shippedAt),
      carrier: shipment.carrier,
      trackingNo: shipment.trackingNo,
      signedAt: atOrNull(shipment.signedAt),
      signature: viewSignature(shipment.signature),
      photos: [...(photosOf.get(shipment.id) ?? [])],
      lines: detail.shipmentLines
        .filter(({ shipmentId }) => shipmentId === shipment.id)
        .map((line) => viewShipmentLine(line, lineOf.get(line.lineNo))),
    })),
    trail: detail.trail.map(viewEvent),
    actions: [...actions],
    revision: order.revision,
    priority: order.priority,
    deliverOn: order.deliverOn,
    waitsForFull: order.waitsForFull,
    revisions: detail.revisions.map((revision) => viewRevision(revision, lines)),
    promotions: detail.promotions.map((one) => ({
      promotionId: one.promotionId,
      version: one.version,
      name: one.name,
      kind: one.kind,
      savedFen: one.offFen,
      giftFen: one.giftFen,
      lines: one.shares.map(({ lineNo, offFen }) => ({ lineNo, offFen })),
    })),
    claims: detail.claims.map((claim) => viewClaim(claim, lineOf.get(claim.lineNo)?.skuName ?? '')),
    risk: risk && {
      score: risk.score,
      indicators: risk.indicators.map(({ indicator, score, evidence }) => ({ indicator, score, evidence })),
    },
  };
}

/** `readerId` is the party that reads: a buyer is told less of the seller's reasons. */
export const viewSummary = (summary: OrderSummary, readerId: string) => ({
  ...viewHead(summary.order, summary.sellerName, summary.buyerName, readerId === summary.order.buyerId),
  lineCount: summary.lineCount,
  firstSkuName: summary.firstSkuName,
  openHolds: summary.openHolds.map(viewHold),
});

const viewHead = (order: OrderDetail['order'], sellerName: string, buyerName: string, isBuyer: boolean) => ({
  orderId: order.id,
  number: order.number,
  state: order.state,
  verdict: order.verdict,
  sellerId: order.sellerId,
  sellerName,
  buyerId: order.buyerId,
  buyerName,
  payableFen: order.payableFen,
  placedAt: at(order.placedAt),
  findings: (isBuyer ? findingsForBuyer(order.findings) : order.findings).map(viewFinding),
});

export const viewFinding = (finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  lineNo: finding.lineNo,
  skuId: finding.skuId,
  ...explainFinding(finding),
  numbers: { ...finding.numbers },
});

/** An open hold on a desk's list. */
export const viewDeskHold = (hold: DeskHold) => ({
  orderId: hold.orderId,
  number: hold.number,
  sellerId: hold.sellerId,
  sellerName: hold.sellerName,
  buyerId: hold.buyerId,
  buyerName: hold.buyerName,
  payableFen: hold.payableFen,
  placedAt: at(hold.placedAt),
  kind: hold.kind,
  owner: hold.owner,
  openedAt: at(hold.openedAt),
  dueAt: at(hold.dueAt),
  isOverdue: hold.isOverdue,
});

const viewHold = (hold: Hold) => ({
  kind: hold.kind,
  status: hold.status,
  owner: hold.owner,
  dueAt: at(hold.dueAt),
  clearedBy: hold.clearedBy,
  clearedAt: atOrNull(hold.clearedAt),
});

const unitsOf = (line: OrderLine, quantity: number) =>
  mixedUnits(quantity, line.caseUnit, line.caseFactor, line.baseUnit);

const viewShipmentLine = (line: ShipmentLine, orderLine: OrderLine | undefined) => ({
  shipmentLineNo: line.shipmentLineNo,
  lineNo: line.lineNo,
  skuId: line.skuId,
  skuName: orderLine?.skuName ?? '',
  lotNo: line.lotNo,
  producedOn: line.producedOn,
  expiresOn: line.expiresOn,
  isAgeing: orderLine !== undefined && isAgeingLine(orderLine),
  quantity: line.quantity,
  mixedUnits: orderLine ? unitsOf(orderLine, line.quantity) : String(line.quantity),
  accepted: line.accepted,
  short: line.short,
  damaged: line.damaged,
  refused: line.refused,
});

const verdictWords: Readonly<Record<string, string>> = {
  approved: '自动通过',
  held: '转人工审核',
  rejected: '自动驳回',
};

type Told = (detail: OrderEvent['detail']) => { title: string; detail: string };
const said = (value: unknown) => (typeof value === 'string' ? value : '');

/** The trail in words. */
const eventWords: Readonly<Record<OrderEvent['kind'], Told>> = {
  placed: ({ verdict }) => ({ title: '提交订单', detail: verdictWords[said(verdict)] ?? '' }),
  approved: ({ accept, note }) => ({
    title: '审核通过',
    detail: [acceptedWords(accept), said(note)].filter(Boolean).join('；'),
  }),
  reviewed: ({ note }) => ({ title: '复核后仍待审', detail: said(note) }),
  rejected: ({ reason, note }) => ({ title: '驳回', detail: said(reason) || said(note) }),
  cancelled: ({ reason }) => ({ title: '取消订单', detail: said(reason) }),
  lapsed: () => ({ title: '保留到期', detail: '已释放占用的库存与额度' }),
  shipped: ({ carrier, trackingNo }) => ({
    title: '发货',
    detail: [said(carrier), said(trackingNo)].filter(Boolean).join(' '),
  }),
  signed: ({ acceptedFen, differences }) => ({
    title: '签收',
    detail: `${formatYuan(Number(acceptedFen ?? 0))}${Number(differences) > 0 ? `，${String(differences)} 行有差异` : ''}`,
  }),
  completed: () => ({ title: '完成', detail: '' }),
  paid: ({ amountFen }) => ({ title: '已付款', detail: `微信支付 ${formatYuan(Number(amountFen ?? 0))}` }),
  refunding: ({ amountFen, reason }) => ({
    title: '退款',
    detail: `${formatYuan(Number(amountFen ?? 0))} 原路退回：${said(reason)}`,
  }),
  ...fulfilmentWords,
};

const ruleWords: Readonly<Partial<Record<Finding['rule'], string>>> = {
  'stock.short': '缺货（按现货发）',
  'credit.over': '超信用额度',
  'credit.overdue': '逾期',
  'price.floor': '低于底价',
  'region.review': '区域复核',
  'region.absorption': '超消化量',
  'stock.borrow': '借货',
  'payment.due': '现款已收',
  'payment.topUp': '预存不足',
  'payment.previousBatch': '上批未结',
};

function acceptedWords(accept: unknown): string {
  if (!Array.isArray(accept) || accept.length === 0) return '';
  return `放行：${accept.map((rule) => ruleWords[rule as Finding['rule']] ?? String(rule)).join('、')}`;
}

function viewEvent({ kind, detail, actorName, at: instant }: OrderEvent) {
  return { kind, ...eventWords[kind](detail), actorName, at: at(instant) };
}
