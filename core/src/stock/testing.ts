import fc from 'fast-check';
import type { Lot, Want } from './model';

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
