import type { OrderPart } from './model';
import { keptPartLines, partLinesOf } from './part-lines';
import { anOrderLine } from './testing';

const aPart = (given: Partial<OrderPart> = {}): OrderPart => ({
  orderId: 'order',
  partNo: 1,
  warehouseId: 'house',
  temperatureZone: 'ambient',
  invoiceEntity: '',
  deliverOn: '2026-01-02',
  amountFen: 3_000,
  ...given,
});
const aPartLine = { orderId: 'order', partNo: 1, lineNo: 1, quantity: 10, amountFen: 3_000 };

describe('the lines of an order in one part', () => {
  it('are what of its lines is not cancelled', () => {
    const lines = [
      anOrderLine({ orderId: 'order', lineNo: 1, quantity: 10, cancelled: 4, payableFen: 1_800 }),
      anOrderLine({ orderId: 'order', lineNo: 2, quantity: 5, cancelled: 5, payableFen: 0 }),
    ];

    expect(partLinesOf([aPart()], [], lines)).toEqual([
      { orderId: 'order', partNo: 1, lineNo: 1, quantity: 6, amountFen: 1_800 },
    ]);
  });

  it('are what was kept of them where something was', () => {
    expect(partLinesOf([aPart()], [aPartLine], [])).toEqual([aPartLine]);
  });

  it('are none of an order without parts', () => {
    expect(partLinesOf([], [], [anOrderLine()])).toEqual([]);
  });
});

describe('the part lines that are kept', () => {
  it('are those of orders in several parts, whatever order they come in', () => {
    const parts = [
      aPart({ orderId: 'whole' }),
      aPart({ orderId: 'split', partNo: 2 }),
      aPart({ orderId: 'split' }),
    ];
    const lines = [
      { ...aPartLine, orderId: 'whole' },
      { ...aPartLine, orderId: 'split' },
      { ...aPartLine, orderId: 'split', partNo: 2 },
    ];

    expect(keptPartLines(parts, lines)).toEqual(lines.slice(1));
  });
});
