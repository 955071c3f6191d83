import fc from 'fast-check';
import type { IndicatorName, OrderFacts } from './model';
import { scoreOrder } from './score-order';
import { anOrderSeen } from './testing';

const dayMinutes = 24 * 60;
/** Orders of one a day, the oldest first, with these amounts. */
const daily = (amountsFen: readonly number[]) =>
  amountsFen.map((payableFen, at) =>
    anOrderSeen({ payableFen, minutesAgo: (amountsFen.length - at) * dayMinutes }),
  );
const fires = (
  indicator: IndicatorName,
  order: OrderFacts,
  history: readonly OrderFacts[],
  limitFen: number | null = null,
) => scoreOrder(order, history, limitFen).indicators.some((fired) => fired.indicator === indicator);

describe('an amount far above the mean', () => {
  const steady = daily([10_000, 10_000, 10_000, 10_000, 10_000]);
  // Mean 10,000 and deviation 8,000: three deviations above the mean are 34,000.
  const uneven = daily([2_000, 18_000, 2_000, 18_000, 2_000, 18_000]);

  it.each([
    ['at three times the mean is usual', 30_000, steady, false],
    ['a fen above three times the mean fires', 30_001, steady, true],
    ['at three deviations above the mean is usual', 34_000, uneven, false],
    ['a fen above three deviations fires', 34_001, uneven, true],
    ['says nothing on fewer than five orders', 90_000, steady.slice(1), false],
  ])('%s', (_rule, payableFen, history, expected) => {
    expect(fires('amountJump', anOrderSeen({ payableFen }), history)).toBe(expected);
  });
});

describe('a quantity far above its recent maximum', () => {
  const six = [10, 4, 10, 8, 3, 5].map((sku, at) =>
    anOrderSeen({ quantities: { sku }, minutesAgo: (6 - at) * dayMinutes }),
  );
  const older = anOrderSeen({ quantities: { sku: 100 }, minutesAgo: 60 * dayMinutes });

  it.each([
    ['at three times the maximum is usual', { sku: 30 }, six, false],
    ['above three times the maximum fires', { sku: 31 }, six, true],
    ['looks at the last six orders only', { sku: 31 }, [older, ...six], true],
    ['says nothing on fewer than six orders', { sku: 31 }, six.slice(1), false],
    ['says nothing of goods never bought before', { other: 500 }, six, false],
    ['looks at every SKU', { other: 1, sku: 31 }, six, true],
  ])('%s', (_rule, quantities, history, expected) => {
    expect(fires('quantityJump', anOrderSeen({ quantities }), history)).toBe(expected);
  });
});

describe('many orders at once', () => {
  const within = (count: number, minutesAgo: number) =>
    Array.from({ length: count }, () => anOrderSeen({ minutesAgo }));

  it.each([
    ['four within ten minutes are usual', within(3, 9), false],
    ['five within ten minutes fire', within(4, 9), true],
    ['one ten minutes ago no longer counts', [...within(1, 10), ...within(3, 9)], false],
  ])('%s, the order itself among them', (_rule, history, expected) => {
    expect(fires('orderBurst', anOrderSeen(), history)).toBe(expected);
  });
});

describe('orders kept just under the approval limit', () => {
  const limitFen = 100_000;
  const under = (payableFen: number, minutesAgo: number) => anOrderSeen({ payableFen, minutesAgo });

  it.each([
    ['three of 80 to 100 per cent in a day fire', 80_000, [under(100_000, 60), under(90_000, 120)], true],
    ['two are usual', 80_000, [under(90_000, 60)], false],
    ['one below 80 per cent does not count', 80_000, [under(79_999, 60), under(90_000, 120)], false],
    ['one above the limit does not count', 80_000, [under(100_001, 60), under(90_000, 120)], false],
    ['one of a day ago no longer counts', 80_000, [under(90_000, 60), under(90_000, dayMinutes)], false],
    [
      'the order itself must be one of them',
      79_999,
      [under(90_000, 60), under(90_000, 90), under(90_000, 120)],
      false,
    ],
  ])('%s', (_rule, payableFen, history, expected) => {
    expect(fires('orderSlicing', anOrderSeen({ payableFen }), history, limitFen)).toBe(expected);
  });

  it.each([null, 0])('says nothing where the limit is %p', (noLimit) => {
    const same = [under(0, 60), under(0, 120)];

    expect(fires('orderSlicing', under(0, 0), same, noLimit)).toBe(false);
  });
});

describe('a large order to a new address', () => {
  // Of ten amounts the ninth is the P90.
  const ten = daily([1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 50_000]);

  it.each([
    ['above the P90 fires', 'new', 9_001, ten, true],
    ['at the P90 is usual', 'new', 9_000, ten, false],
    ['to a known address is usual', 'address', 40_000, ten, false],
    ['says nothing on fewer than five orders', 'new', 90_000, ten.slice(6), false],
    ['speaks from five orders on', 'new', 90_000, ten.slice(5), true],
  ])('%s', (_rule, addressId, payableFen, history, expected) => {
    expect(fires('newAddress', anOrderSeen({ addressId, payableFen }), history)).toBe(expected);
  });
});

describe('goods of a flash sale won as fast as only machines are', () => {
  const grab = (grabMs: number, orderMs: number, attempts = 3) => ({ grabMs, orderMs, attempts });

  it.each([
    ['nothing was grabbed', [], false],
    ['within 300 ms of the opening and ordered within a second fires', [grab(300, 1_000)], true],
    ['a millisecond later is a quick person', [grab(301, 1_000)], false],
    ['quick at the gate and slow to confirm is a person', [grab(120, 1_001)], false],
    ['quick to confirm what was won late is a person', [grab(5_000, 400)], false],
    ['29 attempts are an eager person', [grab(9_000, 9_000, 29)], false],
    ['30 attempts fire', [grab(9_000, 9_000, 30)], true],
    ['looks at every token of the order', [grab(9_000, 9_000), grab(80, 200)], true],
  ])('%s', (_rule, grabs, expected) => {
    const { indicators } = scoreOrder(anOrderSeen(), [], null, grabs);

    expect(indicators.map(({ indicator }) => indicator)).toEqual(expected ? ['machineTiming'] : []);
  });

  it('says what it saw', () => {
    const { score, indicators } = scoreOrder(anOrderSeen(), [], null, [grab(80, 200, 4)]);

    expect(score).toBe(30);
    expect(indicators[0]?.evidence).toBe('开抢后 80 毫秒抢到，200 毫秒后下单，共尝试 4 次');
  });
});

describe('the score', () => {
  const everything = () => {
    const history = [
      ...daily(Array.from({ length: 40 }, () => 1_000)),
      ...[4, 3, 2, 1].map((minutesAgo) => anOrderSeen({ payableFen: 90_000, minutesAgo })),
    ];
    const order = anOrderSeen({ payableFen: 100_000, addressId: 'new', quantities: { sku: 31 } });
    return scoreOrder(order, history, 100_000, [{ grabMs: 50, orderMs: 100, attempts: 2 }]);
  };

  it('is nothing for an ordinary order', () => {
    expect(
      scoreOrder(anOrderSeen(), daily([9_000, 11_000, 10_000, 9_500, 10_500, 10_000]), 1_000_000),
    ).toEqual({
      score: 0,
      indicators: [],
    });
  });

  it('is at most 100 when everything fires', () => {
    const { score, indicators } = everything();

    expect(indicators).toHaveLength(6);
    expect(score).toBe(100);
  });

  it('is the sum of what fired, each with its evidence, and never above 100', () => {
    const anySeen = fc
      .record({
        minutesAgo: fc.nat(2 * dayMinutes),
        payableFen: fc.nat(200_000),
        addressId: fc.constantFrom('address', 'new'),
        quantities: fc.dictionary(fc.constantFrom('sku', 'other'), fc.integer({ min: 1, max: 500 })),
      })
      .map(anOrderSeen);
    fc.assert(
      fc.property(
        anySeen,
        fc.array(anySeen, { maxLength: 20 }),
        fc.option(fc.nat(200_000)),
        (order, before, limitFen) => {
          const history = before
            .filter(({ placedAt }) => placedAt <= order.placedAt)
            .sort((left, right) => left.placedAt - right.placedAt);
          const { score, indicators } = scoreOrder(order, history, limitFen);
          const total = indicators.reduce((sum, fired) => sum + fired.score, 0);

          expect(score).toBe(Math.min(100, total));
          expect(new Set(indicators.map(({ indicator }) => indicator)).size).toBe(indicators.length);
          for (const { evidence } of indicators) expect(evidence).toMatch(/\d/);
        },
      ),
    );
  });
});
