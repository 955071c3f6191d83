import { allocate } from './allocate';
import type { Lot, Want } from './model';
import { aLot, aWant } from './testing';

/** A lot of one letter: what is free in it, and when it expires. */
const lot = (id: string, onHand: number, expiresOn: string, more: Partial<Lot> = {}) =>
  aLot({ id, onHand, expiresOn, ...more });

const a = (onHand: number, more?: Partial<Lot>) => lot('A', onHand, '2026-03-01', more);
const b = (onHand: number, more?: Partial<Lot>) => lot('B', onHand, '2026-06-01', more);
const c = (onHand: number, more?: Partial<Lot>) => lot('C', onHand, '2026-09-01', more);
const kept = (quantity: number, byWarehouse: Record<string, number> = {}) => ({
  quantity,
  byWarehouse: new Map(Object.entries(byWarehouse)),
});

describe('a line is filled', () => {
  it.each<[string, Lot[], Partial<Want>, string, number]>([
    ['from the lot that expires first', [b(50), a(50)], { quantity: 24 }, 'A24', 0],
    ['from several lots when one does not suffice', [a(24), b(24)], { quantity: 36 }, 'A24 B12', 0],
    ['from all there is, and falls short', [a(10), b(5)], { quantity: 20 }, 'A10 B5', 5],
    [
      '整箱优先: in whole cases out of each lot',
      [a(18), b(60)],
      { quantity: 24, caseFactor: 12 },
      'A12 B12',
      0,
    ],
    ['loose units come from the oldest lot', [a(18), b(60)], { quantity: 27, caseFactor: 12 }, 'A15 B12', 0],
    ['broken cases rather than a shortage', [a(18), b(6)], { quantity: 24, caseFactor: 12 }, 'A18 B6', 0],
    ['less than a case from the oldest lot', [a(5), b(60)], { quantity: 4, caseFactor: 12 }, 'A4', 0],
    [
      '不倒批: not from a lot older than the last delivery',
      [a(50), b(50)],
      { quantity: 10, noOlderThan: '2026-06-01' },
      'B10',
      0,
    ],
    [
      '不倒批: the same batch again is no step back',
      [a(50)],
      { quantity: 10, noOlderThan: '2026-03-01' },
      'A10',
      0,
    ],
    [
      'at most one lot: the first that holds it all',
      [a(5), b(50)],
      { quantity: 30, maximumLots: 1 },
      'B30',
      0,
    ],
    [
      'at most two lots: as early as two lots can',
      [a(20), b(1), c(20)],
      { quantity: 40, maximumLots: 2 },
      'A20 C20',
      0,
    ],
    [
      'at most two lots, none sufficing: those that hold most',
      [a(5), b(9), c(20)],
      { quantity: 99, maximumLots: 2 },
      'B9 C20',
      70,
    ],
    [
      '安全保留: what all warehouses keep back stays',
      [a(50), b(50)],
      { quantity: 95, keepBack: kept(10) },
      'A50 B40',
      5,
    ],
    [
      '安全保留: what one warehouse keeps back stays in it',
      [a(50, { warehouseId: 'W1' }), b(50, { warehouseId: 'W2' })],
      { quantity: 100, keepBack: kept(0, { W1: 20 }) },
      'A30 B50',
      20,
    ],
    [
      '安全保留: a buffer beyond what is there sells nothing',
      [a(50)],
      { quantity: 1, keepBack: kept(80) },
      '',
      1,
    ],
    [
      '安全保留: an ageing lot may be the buffer',
      [a(20), b(20)],
      { quantity: 20, lastsUntil: '2026-05-01', keepBack: kept(20) },
      'B20',
      0,
    ],
    ['渠道配额: no more than the channel has left', [a(50)], { quantity: 30, channelLeft: 12 }, 'A12', 18],
    ['渠道配额: a quota used up gives nothing', [a(50)], { quantity: 30, channelLeft: 0 }, '', 30],
    [
      '禁售: not from a lot past its stop-sale line',
      [a(50), b(50)],
      { quantity: 10, stopsSaleOn: '2026-03-01' },
      'B10',
      0,
    ],
    [
      '禁售: a lot one day before its line is sold',
      [a(50)],
      { quantity: 10, stopsSaleOn: '2026-02-28' },
      'A10',
      0,
    ],
    ['not from goods to be inspected', [a(50, { quality: 'inspection' }), b(5)], { quantity: 6 }, 'B5', 1],
    ['not from frozen goods', [a(50, { quality: 'blocked' })], { quantity: 6 }, '', 6],
    ['召回: not from a lot under recall', [a(50, { recallId: 'R' }), b(50)], { quantity: 6 }, 'B6', 0],
    ['not from what others were promised', [a(50, { reserved: 48 }), b(5)], { quantity: 6 }, 'A2 B4', 0],
  ])('%s', (_, lots, want, picks, short) => {
    const answer = allocate(lots, aWant({ lastsUntil: '2026-02-01', ...want }));

    expect(answer.picks.map(({ lotId, quantity }) => `${lotId}${quantity}`).join(' ')).toBe(picks);
    expect(answer.short).toBe(short);
  });
});

describe('a shortage says where the goods are', () => {
  it.each<[string, Lot[], Partial<Want>, object]>([
    [
      'in lots too old for this buyer',
      [a(50)],
      { quantity: 30, lastsUntil: '2026-04-01' },
      { ageing: 30, keptBack: 0 },
    ],
    [
      'in lots older than its last delivery',
      [a(20)],
      { quantity: 30, noOlderThan: '2026-06-01' },
      { ageing: 20, short: 30 },
    ],
    ['in the buffer', [a(50)], { quantity: 50, keepBack: kept(15) }, { keptBack: 15, ageing: 0 }],
    ['beyond the quota', [a(50)], { quantity: 50, channelLeft: 40 }, { overQuota: 10, keptBack: 0 }],
    [
      'in more lots than the line may mix',
      [a(10), b(20)],
      { quantity: 30, maximumLots: 1 },
      { inMoreLots: 10, short: 10 },
    ],
    ['nowhere', [], { quantity: 30 }, { ageing: 0, keptBack: 0, overQuota: 0, inMoreLots: 0, short: 30 }],
    [
      'goods past their line are not offered as ageing',
      [a(50)],
      { quantity: 5, lastsUntil: '2026-04-01', stopsSaleOn: '2026-03-01' },
      { ageing: 0, short: 5 },
    ],
  ])('%s', (_, lots, want, parts) => {
    expect(allocate(lots, aWant({ lastsUntil: '2026-02-01', ...want }))).toMatchObject(parts);
  });
});

describe('ageing goods are offered', () => {
  const year = { producedOn: '2025-03-01', expiresOn: '2026-03-01' };

  it.each<[string, string, number, number]>([
    ['half their life before them: at the listed price', '2025-08-30', 5_013, 0],
    ['just under half: five per cent off', '2025-08-31', 4_986, 500],
    ['a quarter left: fifteen per cent off', '2025-11-29', 2_520, 1_500],
    ['a tenth left: thirty per cent off', '2026-01-23', 1_013, 3_000],
    ['a day left: half price', '2026-02-28', 27, 5_000],
  ])('%s', (_, receiptOn, leftBp, offBp) => {
    const { ageingOffer } = allocate(
      [a(50, year)],
      aWant({ quantity: 8, lastsUntil: '2026-12-01', receiptOn }),
    );

    expect(ageingOffer).toEqual({
      quantity: 8,
      lots: [{ lotId: 'A', quantity: 8, expiresOn: '2026-03-01', remainingBp: leftBp, markdownBp: offBp }],
    });
  });

  it('at the seller’s own markdowns, oldest lot first, and only for what is short', () => {
    const { ageingOffer } = allocate(
      [c(10), a(6), b(6)],
      aWant({
        quantity: 20,
        lastsUntil: '2026-08-01',
        receiptOn: '2026-01-01',
        markdowns: [{ fromBp: 0, markdownBp: 2_000 }],
      }),
    );

    expect(ageingOffer).toMatchObject({
      quantity: 10,
      lots: [
        { lotId: 'A', quantity: 6, markdownBp: 2_000 },
        { lotId: 'B', quantity: 4, markdownBp: 2_000 },
      ],
    });
  });

  it('to nobody who is served in full', () => {
    const want = aWant({ quantity: 5, lastsUntil: '2026-05-01', receiptOn: '2026-01-01' });

    expect(allocate([a(50), b(50)], want).ageingOffer).toBeNull();
  });
});
