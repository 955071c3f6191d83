import { type AnothersRowsOf, asks, goods, own } from './row';

const agreement = { agreementId: asks('agreement', 'pool.agreementUnknown') };
const customer = asks('store', 'pool.partyUnknown');

export const poolAnothers: AnothersRowsOf<'pool'> = {
  stock: { ownerId: asks('seller', 'ok'), skuId: goods, warehouseId: asks('warehouse', 'ok') },
  agreements: own,
  propose: {
    lenderId: asks('store', 'pool.partyUnknown', { borrowerId: 'D3' }),
    borrowerId: asks('store', 'pool.partyUnknown', { lenderId: 'D3' }),
    scopeId: 'it names goods, a category or everything',
  },
  accept: agreement,
  decline: agreement,
  end: agreement,
  borrows: own,
  borrow: { orderId: asks('shortOrder', 'orders.unknown') },
  takeBack: { borrowId: asks('borrow', 'pool.borrowUnknown') },
  loans: own,
  lend: { borrowId: asks('borrow', 'pool.borrowUnknown') },
  settlements: own,
  fairShare: {
    skuId: goods,
    protectedOrderIds: asks('shortOrder', 'ok'),
    'segments.buyerId': asks('store', 'ok', { segments: [{ segment: 1 }] }),
    'weights.buyerId': asks('store', 'ok', { weights: [{ weight: 2 }] }),
  },
  shortagePolicies: own,
  setShortagePolicy: { buyerId: customer, skuId: goods },
  removeShortagePolicy: { buyerId: asks('store', 'pool.policyUnknown'), skuId: goods },
  shareTerms: own,
  setShareTerms: { buyerId: customer },
  removeShareTerms: { buyerId: asks('store', 'pool.termsUnknown') },
  setWarehouse: { warehouseId: asks('warehouse', 'stock.warehouseUnknown') },
  setContractWarehouse: {
    buyerId: customer,
    warehouseId: asks('warehouse', 'stock.warehouseUnknown', { buyerId: 'STRANGER' }),
  },
};
