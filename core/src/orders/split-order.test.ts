import fc from 'fast-check';
import { partOfFen, sum } from '../platform/money';
import { type SplitLine, splitOrder } from './split-order';

const aLine = (given: Partial<SplitLine> = {}): SplitLine => ({
  lineNo: 1,
  ordered: 10,
  amountFen: 3_000,
  temperatureZone: 'ambient',
  invoiceEntity: '',
  sources: [{ warehouseId: 'east', quantity: 10, deliverOn: '2026-01-02' }],
  ...given,
});

const anySource = fc.record({
  warehouseId: fc.constantFrom('east', 'west', null),
  quantity: fc.nat(40),
  deliverOn: fc.constantFrom('2026-01-02', '2026-01-05', null),
});
const anyLines = fc
  .array(
    fc.record({
      cancelled: fc.nat(10),
      amountFen: fc.nat(1_000_000),
      temperatureZone: fc.constantFrom('ambient' as const, 'chilled' as const, 'frozen' as const),
      invoiceEntity: fc.constantFrom('', 'wine'),
      sources: fc.array(anySource, { maxLength: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((lines) =>
    lines.map(({ cancelled, ...line }, at): SplitLine => ({
      ...line,
      lineNo: at + 1,
      // A line of nothing is not ordered.
      ordered: Math.max(1, sum(line.sources.map(({ quantity }) => quantity)) + cancelled),
    })),
  );

describe('an order split into parts', () => {
  it('comes to the order: every line to the unit and the fen, and so in all', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const parts = splitOrder(lines);
        for (const { lineNo, ordered, amountFen, sources } of lines) {
          const drawn = sum(sources.map(({ quantity }) => quantity));
          const ofLine = parts.flatMap((part) => part.lines.filter((line) => line.lineNo === lineNo));
          expect(sum(ofLine.map(({ quantity }) => quantity))).toBe(drawn);
          expect(sum(ofLine.map((line) => line.amountFen))).toBe(partOfFen(amountFen, ordered, 0, drawn));
          expect(ofLine.every((line) => line.quantity > 0 && line.amountFen >= 0)).toBe(true);
        }
        for (const part of parts) expect(part.amountFen).toBe(sum(part.lines.map((line) => line.amountFen)));
      }),
    );
  });

  it('never mixes warehouses, zones, invoices or days, and makes no two parts alike', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const parts = splitOrder(lines);
        const names = parts.map(({ warehouseId, temperatureZone, invoiceEntity, deliverOn }) =>
          JSON.stringify([warehouseId, temperatureZone, invoiceEntity, deliverOn]),
        );
        expect(new Set(names).size).toBe(parts.length);
        for (const part of parts) {
          for (const { lineNo } of part.lines) {
            const line = lines.find((one) => one.lineNo === lineNo)!;
            expect([line.temperatureZone, line.invoiceEntity]).toEqual([
              part.temperatureZone,
              part.invoiceEntity,
            ]);
          }
        }
      }),
    );
  });

  it('is the same whatever the order of the lines', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(splitOrder([...lines].reverse())).toEqual(splitOrder(lines));
      }),
    );
  });

  it('keeps one part for what goes together', () => {
    expect(splitOrder([aLine(), aLine({ lineNo: 2, amountFen: 1_000 })])).toMatchObject([
      { partNo: 1, warehouseId: 'east', amountFen: 4_000, lines: [{ lineNo: 1 }, { lineNo: 2 }] },
    ]);
  });

  it('puts what is owed last, in no warehouse and on no day', () => {
    const sources = [
      { warehouseId: null, quantity: 4, deliverOn: null },
      { warehouseId: 'west', quantity: 6, deliverOn: '2026-01-02' },
    ];

    expect(splitOrder([aLine({ sources })])).toMatchObject([
      { partNo: 1, warehouseId: 'west', lines: [{ quantity: 6, amountFen: 1_800 }] },
      { partNo: 2, warehouseId: null, deliverOn: null, lines: [{ quantity: 4, amountFen: 1_200 }] },
    ]);
  });

  it('gives nothing away twice: more than was ordered is a mistake of the caller', () => {
    expect(() => splitOrder([aLine({ ordered: 9 })])).toThrow('more than was ordered');
  });
});
