import { type AnothersRowsOf, asks, goods, own } from './row';

const steps = [{ fromFen: 0, chargeFen: 800 }];
const rule = { regionCode: null, channel: null, charge: { kind: 'amount', steps }, freeFromFen: null };

export const deliveryAnothers: AnothersRowsOf<'delivery'> = {
  terms: own,
  put: { 'rules.buyerId': asks('store', 'partners.notSupplied', { rules: [rule] }) },
  preview: {
    buyerId: asks('store', 'partners.notSupplied'),
    addressId: 'an address is looked for among those of the customer',
    'lines.skuId': goods,
    'rules.buyerId': 'the customer that is asked about is refused first',
  },
};
