import { type AnothersRowsOf, asks, everyones, goods, hqAlone, own, taken } from './row';

const template = asks('template', 'lists.templateUnknown');
const supplierId = asks('seller', 'partners.notSupplied');
const recurring = { recurringId: asks('recurring', 'lists.recurringUnknown') };

export const listsAnothers: AnothersRowsOf<'lists'> = {
  templates: own,
  template: { templateId: template, supplierId: 'the list is asked for first, and is the caller’s' },
  saveTemplate: {
    templateId: taken('template', 'lists.templateUnknown', { lines: [{ skuId: 'WATER', quantity: 50 }] }),
    'lines.skuId': goods,
  },
  removeTemplate: { templateId: template },
  fill: {
    templateId: template,
    supplierId: 'the list is asked for first, and is the caller’s',
    'counted.skuId': goods,
  },
  guide: { supplierId: asks('seller', 'ok') },
  reorder: { orderId: asks('order', 'orders.unknown') },
  check: { supplierId },
  recurring: own,
  saveRecurring: {
    recurringId: 'the list is asked for first, and is the caller’s',
    templateId: template,
    supplierId: 'the list is asked for first, and is the caller’s',
    addressId: 'the list is asked for first, and is the caller’s',
  },
  removeRecurring: recurring,
  runs: recurring,
  holidays: everyones,
  setHolidays: hqAlone,
};
