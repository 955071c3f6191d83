import { no, out, ownersOf, type RowsOf, seller } from './row';

const unknownAgreement = { agreementId: 'NO-SUCH-AGREEMENT', commandId: 'NO-COMMAND' };
const unknownBorrow = { borrowId: 'NO-SUCH-BORROW', commandId: 'NO-COMMAND' };
const unknown = (code: string) => ownersOf(code, code);

/** Inputs change nothing: they ask, or name what there is not. */
export const poolRows: RowsOf<'pool'> = {
  stock: { input: {}, answers: seller('ok', 'ok') },
  agreements: { input: {}, answers: seller('ok', 'ok') },
  propose: {
    input: {
      commandId: 'ACCESS-POOL-1',
      lenderId: 'NOBODY',
      borrowerId: 'D1',
      scope: 'all',
      scopeId: '*',
      quotaQuantity: 1,
      period: 'week',
      price: { kind: 'purchaseShare', shareBp: 10_000 },
      startsOn: '2026-01-01',
      endsOn: null,
    },
    answers: unknown('pool.partyUnknown'),
  },
  accept: { input: unknownAgreement, answers: unknown('pool.agreementUnknown') },
  decline: { input: unknownAgreement, answers: unknown('pool.agreementUnknown') },
  end: { input: unknownAgreement, answers: unknown('pool.agreementUnknown') },
  borrows: { input: {}, answers: seller('ok', 'ok') },
  borrow: {
    input: { commandId: 'ACCESS-POOL-2', orderId: 'NO-SUCH-ORDER' },
    answers: unknown('orders.unknown'),
  },
  takeBack: { input: unknownBorrow, answers: unknown('pool.borrowUnknown') },
  loans: { input: {}, answers: seller('ok', 'ok') },
  lend: { input: unknownBorrow, answers: unknown('pool.borrowUnknown') },
  settlements: { input: {}, answers: seller('ok', 'ok') },
  fairShare: { input: { skuId: 'WATER' }, answers: [out, no, no, 'ok', no, 'ok', no] },
  shortagePolicies: { input: {}, answers: seller('ok', 'ok') },
  setShortagePolicy: {
    input: {
      commandId: 'ACCESS-POOL-3',
      buyerId: 'NOBODY',
      skuId: '*',
      kind: 'cancelRest',
      closeAfterDays: null,
      rest: 'review',
    },
    answers: unknown('pool.partyUnknown'),
  },
  removeShortagePolicy: {
    input: { commandId: 'ACCESS-POOL-4', buyerId: 'NOBODY', skuId: '*' },
    answers: unknown('pool.policyUnknown'),
  },
  shareTerms: { input: {}, answers: seller('ok', 'ok') },
  setShareTerms: {
    input: { commandId: 'ACCESS-POOL-7', buyerId: 'NOBODY', channel: '*', segment: 1, weight: 1 },
    answers: unknown('pool.partyUnknown'),
  },
  removeShareTerms: {
    input: { commandId: 'ACCESS-POOL-8', buyerId: 'NOBODY', channel: '*' },
    answers: unknown('pool.termsUnknown'),
  },
  setWarehouse: {
    input: {
      commandId: 'ACCESS-POOL-5',
      warehouseId: 'NO-SUCH-WAREHOUSE',
      temperatureZones: ['ambient'],
      leadDays: 1,
      costRank: 0,
      servesRegions: [],
    },
    answers: unknown('stock.warehouseUnknown'),
  },
  setContractWarehouse: {
    input: { commandId: 'ACCESS-POOL-6', buyerId: 'NOBODY', warehouseId: null, isOnly: false },
    answers: unknown('pool.partyUnknown'),
  },
};
