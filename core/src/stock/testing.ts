import fc from 'fast-check';
import type { Lot, Want, Warehouse } from './model';
import { plainWarehouse, type SharingAgreement } from './pool-model';
import type { LifeRule } from './policy-model';
import type { StockQuestion } from './want-of';

let made = 0;

export function aLot(given: Partial<Lot> = {}): Lot {
  made += 1;
  return {
    id: `lot-${made}`,
    ownerId: 'seller',
    warehouseId: 'warehouse',
    skuId: 'sku',
    lotNo: `L${made}`,
    producedOn: '2025-12-01',
    expiresOn: '2026-12-01',
    quality: 'available',
    onHand: 100,
    reserved: 0,
    receivedAt: 0,
    recallId: null,
    ...given,
  };
}

export function aWant(given: Partial<Want> = {}): Want {
  return {
    orderId: 'order',
    lineNo: 1,
    sellerId: 'seller',
    skuId: 'sku',
    quantity: 1,
    lastsUntil: '2026-01-01',
    ...given,
  };
}

export function aLifeRule(given: Partial<LifeRule> = {}): LifeRule {
  made += 1;
  return {
    id: `rule-${made}`,
    sellerId: 'seller',
    scope: 'buyer',
    subject: 'buyer',
    goods: '',
    minimumDays: 0,
    minimumLifeBp: 0,
    maximumLots: null,
    refusesOlder: true,
    startsOn: '2025-01-01',
    endsOn: null,
    ...given,
  };
}

export function aStockQuestion(given: Partial<StockQuestion> = {}): StockQuestion {
  return {
    orderId: 'order',
    lineNo: 1,
    sellerId: 'seller',
    buyer: { id: 'buyer', channel: 'traditional', minimumLifeBp: null },
    sku: { id: 'sku', category: '饮料', shelfLifeDays: 360, stopSaleDays: 0 },
    quantity: 1,
    caseFactor: 12,
    ...given,
  };
}

export const anyLot: fc.Arbitrary<Lot> = fc
  .record({
    expiresInDays: fc.integer({ min: -30, max: 400 }),
    onHand: fc.nat(200),
    reservedShare: fc.nat(100),
    quality: fc.constantFrom('available' as const, 'inspection' as const),
    receivedAt: fc.nat(5),
  })
  .map(({ expiresInDays, onHand, reservedShare, quality, receivedAt }) =>
    aLot({
      expiresOn: new Date(Date.UTC(2026, 0, 1) + expiresInDays * 86_400_000).toISOString().slice(0, 10),
      onHand,
      reserved: Math.floor((onHand * reservedShare) / 100),
      quality,
      receivedAt,
    }),
  );

export const aWarehouse = (given: Partial<Warehouse> & { readonly id: string }): Warehouse =>
  plainWarehouse({ ownerId: 'seller', name: given.id, regionCode: '330106', ...given });

/** 'lender' shares everything with 'seller', a thousand units a month at nine tenths of its purchase price. */
export function anAgreement(given: Partial<SharingAgreement> = {}): SharingAgreement {
  return {
    id: 'agreement',
    lenderId: 'lender',
    borrowerId: 'seller',
    scope: 'all',
    scopeId: '*',
    quotaQuantity: 1_000,
    period: 'month',
    price: { kind: 'purchaseShare', shareBp: 9_000 },
    startsOn: '2025-01-01',
    endsOn: null,
    state: 'active',
    proposedBy: 'lender',
    proposedAt: 0,
    decidedBy: 'user',
    decidedAt: 0,
    endedBy: null,
    endedAt: null,
    ...given,
  };
}
