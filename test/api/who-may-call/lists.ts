import { type RowsOf, buyer, hqManager, signedIn } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const listsRows: RowsOf<'lists'> = {
  templates: { input: {}, answers: buyer('ok', 'ok') },
  template: {
    input: { templateId: 'NO-SUCH-LIST' },
    answers: buyer('lists.templateUnknown', 'lists.templateUnknown'),
  },
  saveTemplate: {
    input: {
      commandId: 'ACCESS-L1',
      templateId: 'ACCESS-LIST',
      name: '常用',
      lines: [{ skuId: 'NO-SUCH-SKU', quantity: 1 }],
    },
    answers: buyer('catalog.skuUnknown', 'catalog.skuUnknown'),
  },
  removeTemplate: {
    input: { commandId: 'ACCESS-L2', templateId: 'NO-SUCH-LIST' },
    answers: buyer('lists.templateUnknown', 'lists.templateUnknown'),
  },
  fill: {
    input: { templateId: 'NO-SUCH-LIST' },
    answers: buyer('lists.templateUnknown', 'lists.templateUnknown'),
  },
  guide: { input: {}, answers: buyer('ok', 'ok') },
  reorder: { input: { orderId: 'NO-SUCH-ORDER' }, answers: buyer('orders.unknown', 'orders.unknown') },
  check: { input: { rows: [{ sku: 'WATER', quantity: '2箱' }] }, answers: buyer('ok', 'ok') },
  recurring: { input: {}, answers: buyer('ok', 'ok') },
  saveRecurring: {
    input: {
      commandId: 'ACCESS-L3',
      recurringId: 'ACCESS-RECURRING',
      templateId: 'NO-SUCH-LIST',
      rhythm: { every: 'days', days: 7 },
      startsOn: '2026-12-01',
    },
    answers: buyer('lists.templateUnknown', 'lists.templateUnknown'),
  },
  removeRecurring: {
    input: { commandId: 'ACCESS-L4', recurringId: 'NO-SUCH-RECURRING' },
    answers: buyer('lists.recurringUnknown', 'lists.recurringUnknown'),
  },
  runs: {
    input: { recurringId: 'NO-SUCH-RECURRING' },
    answers: buyer('lists.recurringUnknown', 'lists.recurringUnknown'),
  },
  holidays: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  setHolidays: { input: { commandId: 'ACCESS-L5' }, answers: hqManager('ok') },
};
