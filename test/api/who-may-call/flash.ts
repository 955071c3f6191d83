import { type RowsOf, buyer, ownersOf, seller } from './row';

/** Nobody but owners has the manager's role in this company. */
const manager = ownersOf;

const unknownSale = { commandId: 'ACCESS-F1', activityId: 'NO-SUCH-SALE' };
/** Goods there are not: nothing is drafted. */
const terms = {
  skuId: 'NO-SUCH-SKU',
  title: '周五秒杀',
  unitPriceE4: 99_000,
  quota: 10,
  perBuyer: 1,
  startsAt: '2026-11-23T02:00:00Z',
  endsAt: '2026-11-23T03:00:00Z',
};

export const flashRows: RowsOf<'flash'> = {
  hall: { input: {}, answers: buyer('ok', 'ok') },
  grab: { input: { activityId: 'NO-SUCH-SALE', requestId: 'ACCESS-GRAB' }, answers: buyer('ok', 'ok') },
  tokens: { input: {}, answers: buyer('ok', 'ok') },
  activities: { input: {}, answers: seller('ok', 'ok') },
  activity: { input: { activityId: 'NO-SUCH-SALE' }, answers: seller('flash.unknown', 'flash.unknown') },
  create: {
    input: { ...unknownSale, commandId: 'ACCESS-F2', ...terms },
    answers: manager('catalog.skuUnknown', 'catalog.skuUnknown'),
  },
  edit: {
    input: { ...unknownSale, expectedVersion: 1, ...terms },
    answers: manager('flash.unknown', 'flash.unknown'),
  },
  publish: {
    input: { ...unknownSale, expectedVersion: 1 },
    answers: manager('flash.unknown', 'flash.unknown'),
  },
  stop: { input: unknownSale, answers: manager('flash.unknown', 'flash.unknown') },
  settle: { input: unknownSale, answers: manager('flash.unknown', 'flash.unknown') },
};
