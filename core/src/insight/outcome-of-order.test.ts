import { type DeliveredOrder, longestCycleHours, outcomeOfOrder } from './outcome-of-order';

const hourMs = 3_600_000;
/** 2026-03-01 09:00 in Shanghai. */
const placedAt = Date.UTC(2026, 2, 1, 1);
const line = { quantity: 10, shipped: 10, cancelled: 0, signed: 10, giftOf: null, substituteFor: null };
const taken = { accepted: 10, damaged: 0, refused: 0 };

const delivered = (given: Partial<DeliveredOrder> = {}): DeliveredOrder => ({
  order: { placedAt, deliverOn: '2026-03-02', channel: 'h5' },
  lines: [line],
  shipments: [{ signedAt: placedAt + 26 * hourMs + 1 }],
  sent: [taken],
  ...given,
});

describe('how an order was delivered', () => {
  it('is on the day of its last signature, after whole hours', () => {
    const shipments = [{ signedAt: placedAt + 2 * hourMs }, { signedAt: placedAt + 26 * hourMs + 1 }];

    expect(outcomeOfOrder(delivered({ shipments }))).toEqual({
      day: '2026-03-02',
      cycleHours: 26,
      isPromised: true,
      isOnTime: true,
      isFull: true,
      isUndamaged: true,
      orderLines: 1,
      fullLines: 1,
    });
  });

  it.each<[string, Partial<DeliveredOrder>, object]>([
    [
      'late',
      { order: { placedAt, deliverOn: '2026-03-01', channel: 'h5' } },
      { isOnTime: false, isFull: true },
    ],
    [
      'promised to nobody',
      { order: { placedAt, deliverOn: null, channel: 'h5' } },
      { isPromised: false, isOnTime: false },
    ],
    [
      'short of what was cancelled',
      { lines: [{ ...line, shipped: 8, cancelled: 2, signed: 8 }] },
      { isFull: false, fullLines: 0 },
    ],
    [
      'full beside a gift that did not come',
      { lines: [line, { ...line, shipped: 0, cancelled: 10, signed: 0, giftOf: 'P1' }] },
      { isFull: true, orderLines: 1 },
    ],
    [
      'short of damaged goods',
      { lines: [{ ...line, signed: 9 }], sent: [{ accepted: 9, damaged: 1, refused: 0 }] },
      { isFull: false, isUndamaged: false },
    ],
    [
      'as long as is counted',
      { shipments: [{ signedAt: placedAt + 5_000 * hourMs }] },
      { cycleHours: longestCycleHours },
    ],
  ])('is %s', (_, given, expected) => {
    expect(outcomeOfOrder(delivered(given))).toMatchObject(expected);
  });

  it.each<[string, Partial<DeliveredOrder>]>([
    ['something is to come', { lines: [{ ...line, shipped: 8, signed: 8 }] }],
    ['something is under way', { sent: [taken, { accepted: null, damaged: 0, refused: 0 }] }],
    [
      'nothing was sent',
      { lines: [{ ...line, shipped: 0, cancelled: 10, signed: 0 }], sent: [], shipments: [] },
    ],
    ['goods were only sent again', { order: { placedAt, deliverOn: null, channel: 'afterSales' } }],
  ])('is not known while %s', (_, given) => {
    expect(outcomeOfOrder(delivered(given))).toBeNull();
  });
});
