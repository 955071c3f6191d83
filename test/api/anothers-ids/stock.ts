import { type AnothersRowsOf, asks, goods, hqAlone, own, taken } from './row';

const ownerId = asks('seller', 'ok');
const lot = { lotId: asks('lot', 'stock.lotUnknown') };
const sheet = { sheetId: asks('sheet', 'stock.countUnknown') };
const inbound = { inboundId: asks('inbound', 'stock.inboundUnknown') };
const warehouse = asks('warehouse', 'stock.warehouseUnknown');
const ours = { fromWarehouseId: 'W-D3', toWarehouseId: 'W-D3-B' };

export const stockAnothers: AnothersRowsOf<'stock'> = {
  warehouses: own,
  lots: { ownerId, skuId: goods, warehouseId: asks('warehouse', 'ok') },
  receive: {
    receiptId: taken('stockReceipt', 'command.idReused', { warehouseId: 'W-D3' }),
    warehouseId: warehouse,
    skuId: goods,
  },
  summary: { ownerId, skuId: goods },
  levels: { ownerId },
  movements: { ownerId, lotId: asks('lot', 'ok'), skuId: goods, warehouseId: asks('warehouse', 'ok') },
  moveQuality: lot,
  destroy: lot,
  adjust: lot,
  operations: { ownerId },
  transfers: { ownerId },
  transfer: { transferId: asks('stockTransfer', 'stock.transferUnknown') },
  dispatchTransfer: {
    transferId: taken('stockTransfer', 'command.idReused', ours),
    fromWarehouseId: asks('warehouse', 'stock.warehouseUnknown', { toWarehouseId: 'W-D3' }),
    toWarehouseId: asks('warehouse', 'stock.warehouseUnknown', { fromWarehouseId: 'W-D3' }),
    'lines.lotId': asks('lot', 'stock.lotUnknown', ours),
  },
  receiveTransfer: { transferId: asks('stockTransfer', 'stock.transferUnknown') },
  counts: { ownerId },
  count: sheet,
  openCount: {
    sheetId: taken('sheet', 'command.idReused', { warehouseId: 'W-D3' }),
    warehouseId: warehouse,
    skuIds: goods,
  },
  enterCounts: sheet,
  confirmCount: sheet,
  cancelCount: sheet,
  inbounds: { ownerId },
  putInbound: {
    inboundId: taken('inbound', 'command.idReused', { warehouseId: 'W-D3' }),
    warehouseId: warehouse,
    skuId: goods,
  },
  confirmInbound: inbound,
  cancelInbound: inbound,
  receiveInbound: inbound,
  lifeRules: own,
  addLifeRule: {
    ruleId: taken('lifeRule', 'command.idReused', { subject: 'modern' }),
  },
  removeLifeRule: { ruleId: asks('lifeRule', 'stock.lifeRuleUnknown') },
  buffers: own,
  setBuffer: { warehouseId: asks('warehouse', 'stock.warehouseUnknown', { skuId: 'WATER' }), skuId: goods },
  quotas: own,
  setQuota: { skuId: goods },
  markdowns: own,
  setMarkdowns: own,
  alerts: { ownerId },
  alertCounts: { ownerId },
  handleAlert: { alertId: asks('alert', 'stock.alertUnknown') },
  recalls: hqAlone,
  recall: hqAlone,
  openRecall: hqAlone,
  noteRecall: hqAlone,
  closeRecall: hqAlone,
};
