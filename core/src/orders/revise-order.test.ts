import fc from 'fast-check';
import { refuseRevision, repricedLines, reviseLines, type Revision } from './revise-order';
import { anOrderLine } from './testing';

const tea = anOrderLine({ lineNo: 1, skuId: 'tea', quantity: 10, unitPriceE4: 30_000 });
const milk = anOrderLine({ lineNo: 2, skuId: 'milk', quantity: 5, unitPriceE4: 60_000 });
const agreed = (unitPriceE4: number) => ({ unitPriceE4, priceListId: 'list' });

describe('the lines of an edited order', () => {
  it('keep number and price where nothing changes', () => {
    const { lines, changes } = reviseLines(
      [tea, milk],
      [
        { skuId: 'tea', quantity: 10 },
        { skuId: 'milk', quantity: 5 },
      ],
      false,
    );

    expect(lines).toEqual([
      { lineNo: 1, skuId: 'tea', quantity: 10, agreed: agreed(30_000) },
      { lineNo: 2, skuId: 'milk', quantity: 5, agreed: agreed(60_000) },
    ]);
    expect(changes).toEqual([]);
  });

  it('are priced anew where the quantity changes, are added after the last, and are missed when they go', () => {
    const { lines, changes } = reviseLines(
      [tea, milk],
      [
        { skuId: 'oil', quantity: 2 },
        { skuId: 'tea', quantity: 12 },
      ],
      false,
    );

    expect(lines).toEqual([
      { lineNo: 1, skuId: 'tea', quantity: 12, agreed: null },
      { lineNo: 3, skuId: 'oil', quantity: 2, agreed: null },
    ]);
    expect(changes).toEqual([
      { what: 'added', lineNo: 3, skuId: 'oil', quantity: 2 },
      { what: 'quantity', lineNo: 1, skuId: 'tea', from: 10, to: 12 },
      { what: 'removed', lineNo: 2, skuId: 'milk', quantity: 5 },
    ]);
  });

  it('stay as they are, less what was cancelled, when only something else changes', () => {
    const part = { ...tea, cancelled: 3 };
    const gone = { ...milk, cancelled: 5 };

    expect(reviseLines([part, gone], undefined, false)).toEqual({
      lines: [{ lineNo: 1, skuId: 'tea', quantity: 7, agreed: agreed(30_000) }],
      changes: [
        { what: 'quantity', lineNo: 1, skuId: 'tea', from: 10, to: 7 },
        { what: 'removed', lineNo: 2, skuId: 'milk', quantity: 5 },
      ],
    });
  });

  it('lose every agreed price when all is to be priced anew', () => {
    expect(reviseLines([tea, milk], undefined, true).lines.map((line) => line.agreed)).toEqual([null, null]);
  });

  it('have numbers of their own, and say every difference', () => {
    const anyBasket = fc.uniqueArray(
      fc.record({
        skuId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: ({ skuId }) => skuId },
    );
    fc.assert(
      fc.property(anyBasket, anyBasket, (was, asked) => {
        const before = was.map((line, at) => anOrderLine({ ...line, lineNo: at + 1 }));
        const { lines, changes } = reviseLines(before, asked, false);
        expect(new Set(lines.map(({ lineNo }) => lineNo)).size).toBe(asked.length);
        expect(Object.fromEntries(lines.map(({ skuId, quantity }) => [skuId, quantity]))).toEqual(
          Object.fromEntries(asked.map(({ skuId, quantity }) => [skuId, quantity])),
        );
        const isSame =
          before.length === asked.length &&
          asked.every(({ skuId, quantity }) =>
            before.some((line) => line.skuId === skuId && line.quantity === quantity),
          );
        expect(changes.length === 0).toBe(isSame);
      }),
    );
  });

  it('tell which of them cost something else now', () => {
    const after = [
      { lineNo: 1, skuId: 'tea', unitPriceE4: 31_000 },
      { lineNo: 2, skuId: 'milk', unitPriceE4: 60_000 },
      { lineNo: 3, skuId: 'oil', unitPriceE4: 1 },
    ];

    expect(repricedLines([tea, milk], after)).toEqual([
      { what: 'repriced', lineNo: 1, skuId: 'tea', fromE4: 30_000, toE4: 31_000 },
    ]);
  });
});

const more = { what: 'quantity', lineNo: 1, skuId: 'tea', from: 5, to: 6 } as const;
const less = { what: 'quantity', lineNo: 1, skuId: 'tea', from: 6, to: 5 } as const;
const added = { what: 'added', lineNo: 2, skuId: 'oil', quantity: 1 } as const;
const removed = { what: 'removed', lineNo: 2, skuId: 'oil', quantity: 1 } as const;
const dearer = { what: 'repriced', lineNo: 1, skuId: 'tea', fromE4: 1, toE4: 2 } as const;
const cheaper = { what: 'repriced', lineNo: 1, skuId: 'tea', fromE4: 2, toE4: 1 } as const;
const note = { what: 'note', from: '', to: '快' } as const;

describe('an edit', () => {
  const revision = (given: Partial<Revision>): Revision => ({
    isBuyer: true,
    changes: [less],
    verdict: 'approved',
    findings: [],
    payableFen: 900,
    payableFenBefore: 1_000,
    expectedPayableFen: undefined,
    ...given,
  });

  it.each<[string, Partial<Revision>, string | null]>([
    ['the buyer takes less', {}, null],
    ['the buyer takes more at the same price', { changes: [more], payableFen: 1_200 }, null],
    ['the buyer changes the note', { changes: [note], payableFen: 1_000 }, null],
    ['the buyer changes nothing', { changes: [] }, 'orders.nothingChanged'],
    ['the buyer adds goods without a word on the price', { changes: [added] }, 'orders.confirmationNeeded'],
    ['the buyer adds goods and names the price', { changes: [added], expectedPayableFen: 900 }, null],
    ['the buyer names another price', { changes: [added], expectedPayableFen: 899 }, 'orders.priceChanged'],
    ['a dearer price is not confirmed', { changes: [dearer] }, 'orders.confirmationNeeded'],
    ['a cheaper price is not confirmed', { changes: [cheaper] }, 'orders.confirmationNeeded'],
    ['a cheaper price is confirmed', { changes: [cheaper], expectedPayableFen: 900 }, null],
    ['the seller takes away', { isBuyer: false, changes: [less, removed] }, null],
    ['the seller makes it cheaper', { isBuyer: false, changes: [cheaper] }, null],
    ['the seller adds goods', { isBuyer: false, changes: [added] }, 'orders.buyerMustConfirm'],
    ['the seller raises a quantity', { isBuyer: false, changes: [more] }, 'orders.buyerMustConfirm'],
    ['the seller makes it dearer', { isBuyer: false, changes: [dearer] }, 'orders.buyerMustConfirm'],
    [
      'the seller takes away and the rest costs more',
      { isBuyer: false, changes: [removed], payableFen: 1_001 },
      'orders.buyerMustConfirm',
    ],
    [
      'it would be rejected',
      { verdict: 'rejected', findings: [{ rule: 'order.minimum', severity: 'block' }] },
      'orders.editRejected',
    ],
    ['it would be held', { verdict: 'held', findings: [{ rule: 'stock.short', severity: 'review' }] }, null],
  ])('where %s', (_situation, given, code) => {
    expect(refuseRevision(revision(given))?.code ?? null).toBe(code);
  });

  it('names the rules it would be rejected by, each once', () => {
    const findings = [
      { rule: 'quantity.minimum', severity: 'block' },
      { rule: 'quantity.minimum', severity: 'block' },
      { rule: 'stock.short', severity: 'review' },
    ] as const;

    expect(refuseRevision(revision({ verdict: 'rejected', findings }))?.detail).toBe('quantity.minimum');
  });
});
