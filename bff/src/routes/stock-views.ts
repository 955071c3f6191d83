import {
  caseOf,
  type CountSheet,
  dayOf,
  daysBetween,
  type ExpiryAlert,
  expiryLevel,
  type Inbound,
  type Instant,
  type LifeRule,
  type Lot,
  mixedUnits,
  type Movement,
  qualitiesAfter,
  type SheetDetail,
  type Sku,
  type StockOperation,
  type StockSummary,
  type TransferDetail,
} from '@tongpan/core';
import { countingUnits, type StockNames } from './stock-names';
import { at, atOrNull } from './wire';

export function viewLot(lot: Lot, sku: Sku, warehouseName: string, now: Instant) {
  const { unit, factor } = caseOf(sku);
  const today = dayOf(now);
  return {
    lotId: lot.id,
    warehouseId: lot.warehouseId,
    warehouseName,
    skuId: lot.skuId,
    skuName: sku.name,
    lotNo: lot.lotNo,
    producedOn: lot.producedOn,
    expiresOn: lot.expiresOn,
    remainingDays: daysBetween(today, lot.expiresOn),
    level: expiryLevel(lot, sku.stopSaleDays, today),
    quality: lot.quality,
    recalled: lot.recallId !== null,
    onHand: lot.onHand,
    reserved: lot.reserved,
    mixedUnits: mixedUnits(lot.onHand, unit, factor, sku.baseUnit),
    units: countingUnits(sku),
    mayBecome: [...qualitiesAfter(lot.quality)],
  };
}

const movementTitles: Readonly<Record<Movement['kind'], string>> = {
  receive: '入库',
  ship: '发货',
  return: '退货入库',
  transferOut: '调拨出库',
  transferIn: '调拨入库',
  quality: '质量变更',
  count: '盘点差异',
  adjust: '库存调整',
  destroy: '销毁',
  expire: '过期锁定',
  lend: '借出',
  borrow: '借入',
};

export const viewMovement = (entry: Movement, lot: Lot, names: StockNames) => ({
  movementId: entry.id,
  lotId: entry.lotId,
  lotNo: lot.lotNo,
  quality: lot.quality,
  warehouseId: entry.warehouseId,
  warehouseName: names.warehouse(entry.warehouseId),
  skuId: entry.skuId,
  skuName: names.sku(entry.skuId),
  quantity: entry.quantity,
  kind: entry.kind,
  title: movementTitles[entry.kind],
  documentKind: entry.documentKind,
  documentId: entry.documentId,
  actorId: entry.actorId,
  reason: entry.reason,
  at: at(entry.at),
});

export const viewSummary = (summary: StockSummary, skuName: string) => ({
  skuId: summary.skuId,
  skuName,
  onHand: summary.onHand,
  available: summary.available,
  inspection: summary.inspection,
  damaged: summary.damaged,
  blocked: summary.blocked,
  expired: summary.expired,
  recalled: summary.recalled,
  stopSale: summary.stopSale,
  reserved: summary.reserved,
  softReserved: summary.softReserved,
  buffer: summary.buffer,
  sellable: summary.sellable,
  inTransit: summary.inTransit,
  availableToPromise: summary.availableToPromise,
  timeline: summary.timeline.map(({ on, quantity }) => ({ on, quantity })),
});

const operationTitles: Readonly<Record<StockOperation['kind'], string>> = {
  quality: '质量变更',
  freeze: '冻结',
  unfreeze: '解冻',
  destroy: '销毁',
  adjust: '库存调整',
};

export const viewOperation = (done: StockOperation, names: StockNames) => ({
  operationId: done.id,
  kind: done.kind,
  title: operationTitles[done.kind],
  warehouseId: done.warehouseId,
  warehouseName: names.warehouse(done.warehouseId),
  lotId: done.lotId,
  skuId: done.skuId,
  skuName: names.sku(done.skuId),
  lotNo: done.lotNo,
  fromQuality: done.fromQuality,
  toQuality: done.toQuality,
  quantity: done.quantity,
  reason: done.reason,
  proof: done.proof,
  actorName: done.actorName,
  at: at(done.at),
});

export const viewTransfer = ({ transfer, lines }: TransferDetail, names: StockNames) => ({
  transferId: transfer.id,
  fromWarehouseId: transfer.fromWarehouseId,
  fromWarehouseName: names.warehouse(transfer.fromWarehouseId),
  toWarehouseId: transfer.toWarehouseId,
  toWarehouseName: names.warehouse(transfer.toWarehouseId),
  state: transfer.state,
  reason: transfer.reason,
  dispatchedBy: transfer.dispatchedBy,
  dispatchedAt: at(transfer.dispatchedAt),
  receivedBy: transfer.receivedBy,
  receivedAt: atOrNull(transfer.receivedAt),
  lines: lines.map((line) => ({
    lineNo: line.lineNo,
    lotId: line.lotId,
    skuId: line.skuId,
    skuName: names.sku(line.skuId),
    lotNo: line.lotNo,
    units: names.units(line.skuId),
    producedOn: line.producedOn,
    expiresOn: line.expiresOn,
    quality: line.quality,
    quantity: line.quantity,
    arrived: line.arrived,
    damaged: line.damaged,
    missing: line.missing,
  })),
});

export const viewSheet = (sheet: CountSheet, names: StockNames) => ({
  sheetId: sheet.id,
  warehouseId: sheet.warehouseId,
  warehouseName: names.warehouse(sheet.warehouseId),
  state: sheet.state,
  note: sheet.note,
  openedBy: sheet.openedBy,
  openedAt: at(sheet.openedAt),
  closedBy: sheet.closedBy,
  closedAt: atOrNull(sheet.closedAt),
});

export const viewCount = ({ sheet, lines }: SheetDetail, names: StockNames) => ({
  ...viewSheet(sheet, names),
  lines: lines.map((line) => ({
    lineNo: line.lineNo,
    lotId: line.lotId,
    skuId: line.skuId,
    skuName: names.sku(line.skuId),
    lotNo: line.lotNo,
    units: names.units(line.skuId),
    quality: line.quality,
    booked: line.booked,
    counted: line.counted,
    countedBy: line.countedBy,
    // Until it is posted: what posting it would come to.
    difference: line.difference ?? (line.counted === null ? null : line.counted - line.booked),
    hasMoved: line.hasMoved,
  })),
});

export const viewInbound = (inbound: Inbound, names: StockNames) => ({
  inboundId: inbound.id,
  warehouseId: inbound.warehouseId,
  warehouseName: names.warehouse(inbound.warehouseId),
  skuId: inbound.skuId,
  skuName: names.sku(inbound.skuId),
  units: names.units(inbound.skuId),
  expectedOn: inbound.expectedOn,
  quantity: inbound.quantity,
  received: inbound.received,
  state: inbound.state,
  note: inbound.note,
});

export const viewLifeRule = (rule: LifeRule) => ({
  ruleId: rule.id,
  scope: rule.scope,
  subject: rule.subject,
  goods: rule.goods,
  minimumDays: rule.minimumDays,
  minimumLifeBp: rule.minimumLifeBp,
  maximumLots: rule.maximumLots,
  refusesOlder: rule.refusesOlder,
  startsOn: rule.startsOn,
  endsOn: rule.endsOn,
});

export const viewAlert = (alert: ExpiryAlert, now: Instant, names: StockNames) => ({
  alertId: alert.id,
  lotId: alert.lotId,
  level: alert.level,
  warehouseId: alert.warehouseId,
  warehouseName: names.warehouse(alert.warehouseId),
  skuId: alert.skuId,
  skuName: names.sku(alert.skuId),
  lotNo: alert.lotNo,
  expiresOn: alert.expiresOn,
  quantity: alert.quantity,
  desk: alert.desk,
  raisedAt: at(alert.raisedAt),
  dueAt: at(alert.dueAt),
  isOverdue: alert.state === 'open' && alert.dueAt < now,
  state: alert.state,
  action: alert.action,
  outcome: alert.outcome,
  closedBy: alert.closedBy,
  closedAt: atOrNull(alert.closedAt),
});
