import {
  type Assessment,
  explainFinding,
  type Finding,
  formatYuan,
  type Hold,
  mixedUnits,
  type OrderAction,
  type OrderDetail,
  type OrderEvent,
  type OrderLine,
  type OrderSummary,
  regionName,
  type ShipmentLine,
} from '@tongpan/core';
import { at, atOrNull } from './wire';

export interface OrderViewParts {
  readonly actions: readonly OrderAction[];
  readonly risk: Assessment | null;
  readonly warehouseNames: ReadonlyMap<string, string>;
  /** A buyer sees the dates of what it was promised, not the seller's lots and warehouses. */
  readonly seesLots: boolean;
}

export function viewOrder(detail: OrderDetail, { actions, risk, warehouseNames, seesLots }: OrderViewParts) {
  const { order, lines } = detail;
  const [first] = lines;
  const lineOf = new Map(lines.map((line) => [line.lineNo, line]));
  return {
    ...viewHead(detail.order, detail.sellerName, detail.buyerName),
    lineCount: lines.length,
    firstSkuName: first?.skuName ?? '',
    openHolds: detail.holds.filter(({ status }) => status === 'open').map(viewHold),
    goodsFen: order.goodsFen,
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
      unitPriceE4: line.unitPriceE4,
      amountFen: line.amountFen,
      reserved: line.reserved,
      shipped: line.shipped,
      signed: line.signed,
      cancelled: line.cancelled,
      promisedLots: detail.promised
        .filter(({ lineNo }) => lineNo === line.lineNo)
        .map(({ lotNo, expiresOn, quantity, warehouseId }) => ({
          lotNo: seesLots ? lotNo : '',
          expiresOn,
          quantity,
          warehouseName: seesLots ? (warehouseNames.get(warehouseId) ?? '') : '',
        })),
    })),
    holds: detail.holds.map(viewHold),
    shipments: detail.shipments.map((shipment) => ({
      shipmentId: shipment.id,
      shippedAt: at(shipment.shippedAt),
      carrier: shipment.carrier,
      trackingNo: shipment.trackingNo,
      signedAt: atOrNull(shipment.signedAt),
      lines: detail.shipmentLines
        .filter(({ shipmentId }) => shipmentId === shipment.id)
        .map((line) => viewShipmentLine(line, lineOf.get(line.lineNo))),
    })),
    trail: detail.trail.map(viewEvent),
    actions: [...actions],
    risk: risk && {
      score: risk.score,
      indicators: risk.indicators.map(({ indicator, score, evidence }) => ({ indicator, score, evidence })),
    },
  };
}

export const viewSummary = (summary: OrderSummary) => ({
  ...viewHead(summary.order, summary.sellerName, summary.buyerName),
  lineCount: summary.lineCount,
  firstSkuName: summary.firstSkuName,
  openHolds: summary.openHolds.map(viewHold),
});

const viewHead = (order: OrderDetail['order'], sellerName: string, buyerName: string) => ({
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
  findings: order.findings.map(viewFinding),
});

export const viewFinding = (finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  lineNo: finding.lineNo,
  skuId: finding.skuId,
  ...explainFinding(finding),
  numbers: { ...finding.numbers },
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
};

const ruleWords: Readonly<Partial<Record<Finding['rule'], string>>> = {
  'stock.short': '缺货（按现货发）',
  'credit.over': '超信用额度',
  'credit.overdue': '逾期',
  'price.floor': '低于底价',
  'region.review': '临时区域许可',
};

function acceptedWords(accept: unknown): string {
  if (!Array.isArray(accept) || accept.length === 0) return '';
  return `放行：${accept.map((rule) => ruleWords[rule as Finding['rule']] ?? String(rule)).join('、')}`;
}

function viewEvent({ kind, detail, actorName, at: instant }: OrderEvent) {
  return { kind, ...eventWords[kind](detail), actorName, at: at(instant) };
}
