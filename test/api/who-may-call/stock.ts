import { headquarters, hqManager, type RowsOf, ownersOf, seller } from './row';

const unknown = (code: string) => ownersOf(code, code);
const open = seller('ok', 'ok');
const lot = { lotId: 'NO-SUCH-LOT', commandId: 'ACCESS-STOCK', reason: '测试' };
const transfer = { transferId: 'NO-SUCH-TRANSFER', commandId: 'ACCESS-STOCK' };
const sheet = { sheetId: 'NO-SUCH-SHEET', commandId: 'ACCESS-STOCK' };
const inbound = { inboundId: 'NO-SUCH-INBOUND', commandId: 'ACCESS-STOCK' };
const recall = { recallId: 'NO-SUCH-RECALL', commandId: 'ACCESS-STOCK', note: '测试' };

/** Inputs change nothing: they ask, or name what there is not. */
export const stockRows: RowsOf<'stock'> = {
  warehouses: { input: {}, answers: open },
  lots: { input: {}, answers: open },
  receive: {
    input: {
      receiptId: 'ACCESS-2',
      warehouseId: 'NO-SUCH-WAREHOUSE',
      skuId: 'WATER',
      lotNo: 'L1',
      producedOn: '2026-01-01',
      quantity: 1,
    },
    answers: unknown('stock.warehouseUnknown'),
  },
  summary: { input: {}, answers: open },
  levels: { input: {}, answers: open },
  movements: { input: {}, answers: open },
  moveQuality: { input: { ...lot, to: 'blocked' }, answers: unknown('stock.lotUnknown') },
  destroy: { input: { ...lot, quantity: 1, proof: '照片' }, answers: unknown('stock.lotUnknown') },
  adjust: { input: { ...lot, change: 1 }, answers: unknown('stock.lotUnknown') },
  operations: { input: {}, answers: open },
  transfers: { input: {}, answers: open },
  transfer: {
    input: { transferId: 'NO-SUCH-TRANSFER' },
    answers: seller('stock.transferUnknown', 'stock.transferUnknown'),
  },
  dispatchTransfer: {
    input: {
      transferId: 'ACCESS-TRANSFER',
      fromWarehouseId: 'NO-SUCH-WAREHOUSE',
      toWarehouseId: 'NO-SUCH-OTHER',
      reason: '测试',
      lines: [{ lotId: 'NO-SUCH-LOT', quantity: 1 }],
    },
    answers: unknown('stock.warehouseUnknown'),
  },
  receiveTransfer: { input: transfer, answers: unknown('stock.transferUnknown') },
  counts: { input: {}, answers: open },
  count: {
    input: { sheetId: 'NO-SUCH-SHEET' },
    answers: seller('stock.countUnknown', 'stock.countUnknown'),
  },
  openCount: {
    input: { sheetId: 'ACCESS-SHEET', warehouseId: 'NO-SUCH-WAREHOUSE' },
    answers: unknown('stock.warehouseUnknown'),
  },
  enterCounts: {
    input: { ...sheet, counts: [{ lineNo: 1, counted: 1 }] },
    answers: unknown('stock.countUnknown'),
  },
  confirmCount: { input: sheet, answers: unknown('stock.countUnknown') },
  cancelCount: { input: sheet, answers: unknown('stock.countUnknown') },
  inbounds: { input: {}, answers: open },
  putInbound: {
    input: {
      inboundId: 'ACCESS-INBOUND',
      warehouseId: 'NO-SUCH-WAREHOUSE',
      skuId: 'WATER',
      expectedOn: '2026-12-01',
      quantity: 1,
    },
    answers: unknown('stock.warehouseUnknown'),
  },
  confirmInbound: { input: inbound, answers: unknown('stock.inboundUnknown') },
  cancelInbound: { input: inbound, answers: unknown('stock.inboundUnknown') },
  receiveInbound: {
    input: { ...inbound, lotNo: 'L1', producedOn: '2026-01-01', quantity: 1 },
    answers: unknown('stock.inboundUnknown'),
  },
  lifeRules: { input: {}, answers: open },
  addLifeRule: {
    input: { ruleId: 'ACCESS-RULE', scope: 'channel', subject: 'no-channel', startsOn: '2026-01-01' },
    answers: unknown('request.invalid'),
  },
  removeLifeRule: {
    input: { ruleId: 'NO-SUCH-RULE', commandId: 'ACCESS-STOCK' },
    answers: unknown('stock.lifeRuleUnknown'),
  },
  buffers: { input: {}, answers: open },
  setBuffer: {
    input: { commandId: 'ACCESS-STOCK', skuId: 'NO-SUCH-SKU', quantity: 1 },
    answers: unknown('catalog.skuUnknown'),
  },
  quotas: { input: {}, answers: open },
  setQuota: {
    input: {
      commandId: 'ACCESS-STOCK',
      skuId: 'NO-SUCH-SKU',
      channel: 'modern',
      startsOn: '2026-01-01',
      quantity: 1,
    },
    answers: unknown('catalog.skuUnknown'),
  },
  markdowns: { input: {}, answers: open },
  setMarkdowns: {
    input: {
      commandId: 'ACCESS-STOCK',
      bands: [
        { fromBp: 0, markdownBp: 100 },
        { fromBp: 0, markdownBp: 200 },
      ],
    },
    answers: unknown('stock.bandTwice'),
  },
  alerts: { input: {}, answers: open },
  alertCounts: { input: {}, answers: open },
  handleAlert: {
    input: { alertId: 'NO-SUCH-ALERT', commandId: 'ACCESS-STOCK', action: 'other', outcome: '测试' },
    answers: seller('stock.alertUnknown', 'stock.alertUnknown'),
  },
  recalls: { input: {}, answers: headquarters('ok') },
  recall: { input: { recallId: 'NO-SUCH-RECALL' }, answers: headquarters('stock.recallUnknown') },
  openRecall: {
    input: { recallId: 'ACCESS-RECALL', skuId: 'NO-SUCH-SKU', reason: '测试' },
    answers: hqManager('catalog.skuUnknown'),
  },
  noteRecall: { input: recall, answers: hqManager('stock.recallUnknown') },
  closeRecall: { input: { ...recall, release: true }, answers: hqManager('stock.recallUnknown') },
};
