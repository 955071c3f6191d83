import { ownersOf, type RowsOf } from './row';

const rules = { rules: [], allowsPickup: false };

export const deliveryRows: RowsOf<'delivery'> = {
  terms: { input: {}, answers: ownersOf('ok', 'ok') },
  put: {
    input: { commandId: 'ACCESS-DT', expectedVersion: 999, ...rules },
    answers: ownersOf('delivery.termsStale', 'delivery.termsStale'),
  },
  preview: {
    input: { buyerId: 'NOBODY', lines: [{ skuId: 'WATER', quantity: 50 }], ...rules },
    answers: ownersOf('partners.notSupplied', 'partners.notSupplied'),
  },
};
