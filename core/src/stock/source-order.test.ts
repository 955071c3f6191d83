import fc from 'fast-check';
import { sum } from '../platform';
import type { Lot, Warehouse } from './model';
import { delivers, type Sharing, sourceOrder, type SourceQuestion } from './source-order';
import { aLot, anAgreement, aWant, aWarehouse } from './testing';

const on = '2026-01-05';

interface Given extends Partial<Omit<SourceQuestion, 'lotsOf' | 'wants' | 'sharing'>> {
  readonly lots?: readonly Lot[];
  /** Quantities of SKUs, line by line. */
  readonly wanted?: readonly (readonly [skuId: string, quantity: number])[];
  readonly sharing?: Partial<Sharing> | null;
}

function ask({ lots = [], wanted = [['sku', 10]], sharing = null, ...given }: Given) {
  return sourceOrder({
    sellerId: 'seller',
    regionCode: '330106',
    on,
    contract: null,
    warehouses: [],
    wants: wanted.map(([skuId, quantity], at) => ({
      want: aWant({ lineNo: at + 1, skuId, quantity }),
      temperatureZone: 'ambient',
      productLine: '饮品',
    })),
    lotsOf: (ownerId, skuId) => lots.filter((lot) => lot.ownerId === ownerId && lot.skuId === skuId),
    sharing: sharing && {
      agreements: [anAgreement()],
      quotaLeft: new Map([['agreement', 1_000]]),
      warehouses: [aWarehouse({ id: 'L1', ownerId: 'lender' })],
      buffers: [],
      purchasePriceE4: () => 100_000,
      ...sharing,
    },
    ...given,
  });
}

const skuIds = ['tea', 'milk', 'water'] as const;
const places = ['A', 'B', 'C', 'L1', 'L2'] as const;
const ownerOf = (warehouseId: string) => (warehouseId.startsWith('L') ? 'lender' : 'seller');

const anyLots = fc
  .array(
    fc.record({
      skuId: fc.constantFrom(...skuIds),
      warehouseId: fc.constantFrom(...places),
      onHand: fc.nat(60),
      isOld: fc.boolean(),
      receivedAt: fc.nat(3),
    }),
    { maxLength: 14 },
  )
  .map((lots) =>
    lots.map(({ isOld, ...lot }, at) =>
      aLot({
        ...lot,
        id: `lot-${at}`,
        ownerId: ownerOf(lot.warehouseId),
        expiresOn: isOld ? '2025-12-31' : '2026-09-01',
      }),
    ),
  );
const anyWarehouses = fc
  .array(fc.record({ leadDays: fc.nat(3), costRank: fc.nat(2), isNear: fc.boolean() }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((all) =>
    all.map(({ isNear, ...rest }, at) =>
      aWarehouse({ id: places[at] as string, servesRegions: isNear ? ['33'] : ['31'], ...rest }),
    ),
  );
const anyWanted = fc.uniqueArray(fc.tuple(fc.constantFrom(...skuIds), fc.integer({ min: 1, max: 90 })), {
  selector: ([skuId]) => skuId,
  maxLength: 3,
});
const anyQuestion = fc
  .record({
    lots: anyLots,
    warehouses: anyWarehouses,
    wanted: anyWanted,
    contractId: fc.constantFrom(null, 'A', 'B'),
    isOnly: fc.boolean(),
    quota: fc.nat(60),
    borrows: fc.boolean(),
  })
  .map(({ contractId, isOnly, quota, borrows, ...rest }) => ({
    ...rest,
    contract: contractId === null ? null : { warehouseId: contractId, isOnly },
    sharing: borrows
      ? {
          quotaLeft: new Map([['agreement', quota]]),
          warehouses: ['L1', 'L2'].map((id) => aWarehouse({ id, ownerId: 'lender' })),
        }
      : null,
  }));

const quantities = (rows: readonly { readonly quantity: number }[]) =>
  sum(rows.map(({ quantity }) => quantity));

describe('sourceOrder', () => {
  it('neither invents nor loses a unit: picks, borrowed and short come to what was asked', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        for (const { quantity, picks, borrows, short } of ask(question).lines) {
          expect(quantities(picks) + quantities(borrows) + short).toBe(quantity);
          expect(short).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('takes no more from a lot than is free in it, over all lines, and no more than the quota', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { lines } = ask(question);
        const taken = new Map<string, number>();
        const picks = lines.flatMap((line) => [
          ...line.picks,
          ...line.borrows.flatMap((borrow) => borrow.picks),
        ]);
        for (const { lotId, quantity } of picks) taken.set(lotId, (taken.get(lotId) ?? 0) + quantity);

        for (const [lotId, quantity] of taken) {
          expect(quantity).toBeLessThanOrEqual(question.lots.find(({ id }) => id === lotId)?.onHand ?? 0);
        }
        const quota = question.sharing?.quotaLeft.get('agreement') ?? 0;
        expect(quantities(lines.flatMap(({ borrows }) => borrows))).toBeLessThanOrEqual(quota);
      }),
    );
  });

  it('sends goods only from warehouses that deliver there, and only the contract’s when it is the only one', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { contract } = question;
        const near = new Set(
          question.warehouses
            .filter((warehouse) => delivers(warehouse, '330106'))
            .filter(({ id }) => !contract?.isOnly || id === contract.warehouseId)
            .map(({ id }) => id),
        );
        for (const { picks } of ask(question).lines) {
          for (const { warehouseId } of picks) expect(near).toContain(warehouseId);
        }
      }),
    );
  });

  it('is short of nothing that a warehouse in question still has', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { contract } = question;
        for (const { skuId, picks, own } of ask(question).lines) {
          if (own.short === 0) continue;
          const there = question.lots.filter(
            (lot) =>
              lot.skuId === skuId &&
              lot.expiresOn >= '2026-01-01' &&
              question.warehouses.some(
                (warehouse) =>
                  warehouse.id === lot.warehouseId &&
                  delivers(warehouse, '330106') &&
                  (!contract?.isOnly || warehouse.id === contract.warehouseId),
              ),
          );
          expect(quantities(picks)).toBe(sum(there.map(({ onHand }) => onHand)));
        }
      }),
    );
  });

  it('uses one warehouse when one has everything', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { lines, warehouseIds } = ask({ ...question, contract: null });
        const isEnough = ({ id }: Warehouse) =>
          lines.every(
            ({ skuId, quantity }) =>
              sum(
                question.lots
                  .filter(
                    (lot) => lot.warehouseId === id && lot.skuId === skuId && lot.expiresOn >= '2026-01-01',
                  )
                  .map(({ onHand }) => onHand),
              ) >= quantity,
          );
        const enough = question.warehouses.filter(
          (warehouse) => delivers(warehouse, '330106') && isEnough(warehouse),
        );
        if (enough.length > 0) expect(warehouseIds.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('answers the same whatever order warehouses, lots and lines come in', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const turned = ask({
          ...question,
          lots: [...question.lots].reverse(),
          warehouses: [...question.warehouses].reverse(),
        });

        expect(turned).toEqual(ask(question));
      }),
    );
  });

  it('keeps back of all warehouses together only what the others do not hold', () => {
    const lots = [
      aLot({ id: 'a', warehouseId: 'A', onHand: 30 }),
      aLot({ id: 'b', warehouseId: 'B', onHand: 30 }),
    ];
    const want = aWant({ quantity: 60, keepBack: { quantity: 20, byWarehouse: new Map() } });

    const { lines } = sourceOrder({
      sellerId: 'seller',
      regionCode: '330106',
      on,
      contract: null,
      warehouses: [aWarehouse({ id: 'A' }), aWarehouse({ id: 'B' })],
      wants: [{ want, temperatureZone: 'ambient', productLine: '' }],
      lotsOf: () => lots,
      sharing: null,
    });

    expect(lines[0]).toMatchObject({
      picks: [
        { warehouseId: 'A', quantity: 30 },
        { warehouseId: 'B', quantity: 10 },
      ],
      short: 20,
      own: { keptBack: 20 },
    });
  });
});
