import { anyone, headquarters, hqManager, type RowsOf, seller, signedIn } from './row';

const grant = {
  commandId: 'ACCESS-T1',
  grantId: 'NO-SUCH-GRANT',
  expectedVersion: 7,
  sellerId: 'D1',
  name: '试问',
  productLine: '饮品',
  areas: ['330106'],
  startsOn: '2026-01-01',
};
const period = { from: '2026-01-01', to: '2026-02-01' };

/** Inputs change nothing: they ask, or name what there is not. */
export const territoryRows: RowsOf<'territory'> = {
  divisions: { input: { parent: '330100' }, answers: anyone('ok') },
  division: { input: { code: '330106109' }, answers: signedIn('ok', 'ok', 'ok') },
  grants: { input: {}, answers: seller('ok', 'ok') },
  holders: { input: { parent: '330000' }, answers: seller('ok', 'ok') },
  productLines: { input: {}, answers: seller('ok', 'ok') },
  previewGrant: { input: grant, answers: hqManager('territory.grantUnknown') },
  putGrant: { input: grant, answers: hqManager('territory.grantUnknown') },
  putPermit: {
    input: { ...grant, commandId: 'ACCESS-T2', endsOn: '2026-02-01', reason: '试问' },
    answers: hqManager('territory.grantUnknown'),
  },
  endGrant: {
    input: { commandId: 'ACCESS-T3', grantId: 'NO-SUCH-GRANT', endsOn: '2027-01-01', expectedVersion: 1 },
    answers: hqManager('territory.grantUnknown'),
  },
  check: {
    input: { sellerId: 'D1', skuId: 'WATER', regionCode: '330106', channel: 'modern' },
    answers: seller('ok', 'ok'),
  },
  blocked: { input: period, answers: seller('ok', 'ok') },
  blockedCounts: { input: period, answers: seller('ok', 'ok') },
  capacities: { input: {}, answers: headquarters('ok') },
  putCapacity: {
    input: {
      commandId: 'ACCESS-T4',
      areaCode: '330106',
      productLine: '饮品',
      sellOutQuantity: 1,
      stockTargetQuantity: 1,
      expectedVersion: 7,
    },
    answers: hqManager('territory.capacityChanged'),
  },
  policies: { input: {}, answers: headquarters('ok') },
  // The numbers that everybody is judged by anyway, from a day long past.
  putPolicy: {
    input: { commandId: 'ACCESS-T5', startsOn: '2020-01-01', borderMetres: 3_000, absorptionBp: 15_000 },
    answers: hqManager('ok'),
  },
  chainDeliveries: { input: {}, answers: headquarters('ok') },
  putChainDelivery: {
    input: {
      commandId: 'ACCESS-T6',
      id: 'NO-SUCH-EXCEPTION',
      chainId: 'S1',
      addressId: 'A-S1',
      startsOn: '2026-01-01',
      expectedVersion: 7,
    },
    answers: hqManager('territory.chainDeliveryChanged'),
  },
};
