import fc from 'fast-check';
import { sum } from '../platform/money';
import { checkLines, differencesOf } from './count-lines';
import { describePromises } from './describe-promises';
import type { CountLine, TransferLine } from './operation-model';
import { ownerSeen } from './owner-seen';
import { mayBecomeQuality, operationOf } from './quality-moves';
import { raiseAlerts } from './raise-alerts';
import { receiveLines } from './receive-transfer';
import { returnedQuotas } from './returned-quotas';
import { stockBalancesOf } from './stock-balances';
import { noStockFacts } from './stock-facts';
import { allocate } from './allocate';
import { aLot, aStockQuestion } from './testing';

describe('who may look at whose stock', () => {
  it.each([
    ['a distributor sees its own', 'distributor', undefined, 'me'],
    ['a distributor that names itself sees its own', 'distributor', 'me', 'me'],
    ['a distributor sees nothing of another’s', 'distributor', 'other', ''],
    ['HQ sees its own unless it asks', 'hq', undefined, 'me'],
    ['HQ sees anybody’s on request', 'hq', 'other', 'other'],
  ] as const)('%s', (_, partyKind, asked, seen) => {
    expect(ownerSeen({ partyId: 'me', partyKind }, asked)).toBe(seen);
  });
});

describe('goods change quality', () => {
  it.each([
    ['inspection', 'available', true, 'quality'],
    ['inspection', 'blocked', true, 'freeze'],
    ['available', 'blocked', true, 'freeze'],
    ['blocked', 'available', true, 'unfreeze'],
    ['damaged', 'available', false, 'quality'],
    ['damaged', 'inspection', true, 'quality'],
    ['expired', 'available', false, 'quality'],
    ['available', 'available', false, 'quality'],
  ] as const)('%s → %s: %s', (from, to, may, kind) => {
    expect([mayBecomeQuality(from, to), operationOf(from, to)]).toEqual([may, kind]);
  });
});

const aTransferLine = (given: Partial<TransferLine> = {}): TransferLine => ({
  transferId: 'T',
  lineNo: 1,
  lotId: 'lot',
  skuId: 'sku',
  lotNo: 'L1',
  producedOn: '2026-01-01',
  expiresOn: '2026-12-01',
  quality: 'available',
  quantity: 10,
  arrived: null,
  damaged: 0,
  missing: 0,
  ...given,
});

describe('a transfer arrives', () => {
  it('whole where nobody complains, and accounts for every unit where somebody does', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (damaged, missing) => {
        const lines = receiveLines(
          [aTransferLine(), aTransferLine({ lineNo: 2 })],
          [{ lineNo: 1, damaged, missing }],
        );

        if (damaged + missing > 10) return expect(lines).toBeNull();
        expect(lines?.map((line) => (line.arrived ?? 0) + line.damaged + line.missing)).toEqual([10, 10]);
        return expect(lines?.[1]?.arrived).toBe(10);
      }),
    );
  });

  it.each([
    ['about no line', [{ lineNo: 9, missing: 1 }]],
    [
      'said twice',
      [
        { lineNo: 1, missing: 1 },
        { lineNo: 1, damaged: 1 },
      ],
    ],
  ])('and takes no difference %s', (_, differences) => {
    expect(receiveLines([aTransferLine()], differences)).toBeNull();
  });
});

const aCountLine = (given: Partial<CountLine> = {}): CountLine => ({
  sheetId: 'S',
  lineNo: 1,
  lotId: 'lot',
  skuId: 'sku',
  lotNo: 'L1',
  quality: 'available',
  booked: 10,
  bookedAt: 1_000,
  counted: null,
  countedBy: null,
  difference: null,
  ...given,
});

describe('a counted line', () => {
  it.each([
    ['stands as long as its lot did not move', 10, 900, false],
    ['must be counted again when goods moved in and out', 10, 1_001, true],
    ['must be counted again when the books say something else', 9, 900, true],
  ])('%s', (_, onHand, movedAt, hasMoved) => {
    const [line] = checkLines([aCountLine()], new Map([['lot', onHand]]), new Map([['lot', movedAt]]));

    expect(line?.hasMoved).toBe(hasMoved);
  });

  it('changes the books by what was found beyond them; uncounted lots stay as they are', () => {
    const lines = [
      aCountLine({ lotId: 'more', counted: 12 }),
      aCountLine({ lotId: 'less', counted: 4 }),
      aCountLine({ lotId: 'same', counted: 10 }),
      aCountLine({ lotId: 'later' }),
    ];

    expect(differencesOf(lines)).toEqual([
      { lotId: 'more', change: 2 },
      { lotId: 'less', change: -6 },
    ]);
  });
});

describe('alerts', () => {
  const now = { on: '2026-06-01', at: 5_000, newId: () => 'new' };
  const ageing = aLot({ id: 'ageing', producedOn: '2026-01-01', expiresOn: '2026-07-30' });
  const none = new Map<string, number>();

  it('are raised once for a lot and level', () => {
    const { raised } = raiseAlerts([ageing], none, [], now);
    expect(raised).toMatchObject([{ lotId: 'ageing', level: 'yellow', state: 'open', quantity: 100 }]);

    expect(raiseAlerts([ageing], none, raised, now)).toEqual({ raised: [], escalatedIds: [] });
    const handled = raised.map((alert) => ({ ...alert, state: 'handled' as const }));
    expect(raiseAlerts([ageing], none, handled, now).raised).toEqual([]);
  });

  it('overtake what is open at a better level, and leave what was handled', () => {
    const known = [
      { id: 'B', lotId: 'ageing', level: 'blue', state: 'open' },
      { id: 'H', lotId: 'ageing', level: 'blue', state: 'handled' },
      { id: 'O', lotId: 'other', level: 'blue', state: 'open' },
    ] as const;

    const { raised, escalatedIds } = raiseAlerts([ageing], none, known, now);

    expect(escalatedIds).toEqual(['B']);
    expect(raised).toHaveLength(1);
  });

  it('are raised by the SKU’s stop-sale days', () => {
    const { raised } = raiseAlerts([ageing], new Map([['sku', 90]]), [], now);

    expect(raised).toMatchObject([{ level: 'stopSale', desk: 'warehouse' }]);
  });
});

describe('a released promise', () => {
  it('gives its quota back, and what was shipped stays used', () => {
    const use = { sellerId: 'S', skuId: 'K', channel: 'modern', startsOn: '2026-01-01' };
    const uses = [
      { ...use, orderId: 'O', lineNo: 1, quantity: 10 },
      { ...use, orderId: 'O', lineNo: 2, quantity: 5 },
    ];
    const released = [
      { orderId: 'O', lineNo: 1, lotId: 'A', open: 3 },
      { orderId: 'O', lineNo: 1, lotId: 'B', open: 4 },
    ];

    expect(returnedQuotas(uses, released)).toEqual([{ ...uses[0], quantity: 7 }]);
    const next = { ...use, startsOn: '2026-02-01', orderId: 'O', lineNo: 1, quantity: 4 };
    expect(returnedQuotas([...uses, next], released)).toEqual([
      { ...next, quantity: 4 },
      { ...uses[0], quantity: 3 },
    ]);
  });

  it('is named by order and line, as many as a person reads', () => {
    const many = Array.from({ length: 23 }, (_, at) => ({
      orderId: `O${at}`,
      lineNo: 1,
      lotId: 'A',
      open: 2,
    }));

    expect(describePromises(many.slice(0, 2))).toBe('O0#1×2, O1#1×2');
    expect(describePromises(many)).toMatch(/…\+3$/);
  });
});

describe('a batch', () => {
  it('never promises more than lots, buffer and quota hold together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 10 }),
        fc.nat(120),
        fc.nat(30),
        (asked, quantity, kept) => {
          const quota = { sellerId: 'seller', skuId: 'sku', channel: 'traditional', startsOn: '2025-01-01' };
          const balances = stockBalancesOf({
            ...noStockFacts('2026-01-01'),
            lots: [aLot({ onHand: 60 }), aLot({ onHand: 40 })],
            buffers: [{ ownerId: 'seller', warehouseId: '', skuId: 'sku', quantity: kept }],
            quotas: [{ ...quota, endsOn: null, quantity, used: 0 }],
          });

          const uses = asked.map((one, at) => {
            const question = aStockQuestion({ orderId: `O${at}`, quantity: one });
            const { picks } = allocate(balances.lotsOf('seller', 'sku'), balances.wantOf(question));
            return balances.take(question, picks)?.quantity ?? 0;
          });

          expect(sum(uses)).toBe(Math.min(sum(asked), quantity, 100 - kept));
        },
      ),
    );
  });
});
