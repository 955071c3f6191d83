import { type AnothersRowsOf, asks, everyones, goods, hqAlone } from './row';

export const territoryAnothers: AnothersRowsOf<'territory'> = {
  divisions: everyones,
  division: everyones,
  grants: { sellerId: asks('seller', 'ok') },
  holders: { sellerId: asks('seller', 'ok') },
  productLines: everyones,
  previewGrant: hqAlone,
  putGrant: hqAlone,
  putPermit: hqAlone,
  endGrant: hqAlone,
  check: { sellerId: asks('seller', 'territory.sellerUnknown'), skuId: goods },
  blocked: { sellerId: asks('seller', 'ok') },
  blockedCounts: { sellerId: asks('seller', 'ok') },
  capacities: hqAlone,
  putCapacity: hqAlone,
  policies: hqAlone,
  putPolicy: hqAlone,
  chainDeliveries: hqAlone,
  putChainDelivery: hqAlone,
};
