import { FaultWish, draw, openFaults } from './faults';

const notice = { mchid: '1', eventType: 'TRANSACTION.SUCCESS', outTradeNo: 'order1' };
const callbackFault = (more: Record<string, unknown> = {}) =>
  FaultWish.parse({ on: 'callback', kind: 'drop', ...more });

it('strikes as often as it was ordered', () => {
  const faults = openFaults();
  faults.add(callbackFault({ times: 2 }));

  expect([1, 2, 3].map(() => faults.ofCallback(notice)?.kind)).toEqual(['drop', 'drop', undefined]);
});

it('lets the first that fits strike, then the next', () => {
  const faults = openFaults();
  faults.add(callbackFault({ kind: 'duplicate', outTradeNo: 'order2' }));
  faults.add(callbackFault({ kind: 'delay' }));
  faults.add(callbackFault({ kind: 'drop' }));

  expect([1, 2, 3].map(() => faults.ofCallback(notice)?.kind)).toEqual(['delay', 'drop', undefined]);
  expect(faults.ofCallback({ ...notice, outTradeNo: 'order2' })?.kind).toBe('duplicate');
});

it('strikes answers by method and path, and leaves callbacks alone', () => {
  const faults = openFaults();
  faults.add(FaultWish.parse({ on: 'answer', kind: 'error500', method: 'POST', path: 'refunds' }));

  expect(faults.ofCallback(notice)).toBeNull();
  expect(faults.ofAnswer({ mchid: '1', method: 'GET', path: '/v3/refund/domestic/refunds/1' })).toBeNull();
  expect(faults.ofAnswer({ mchid: '1', method: 'POST', path: '/v3/refund/domestic/refunds' })?.kind).toBe(
    'error500',
  );
});

it('takes its share of chances, the same for the same seed', () => {
  const struck = (seed: number) => {
    const faults = openFaults();
    faults.add(callbackFault({ times: null, rate: 0.3, seed }));
    return Array.from({ length: 1_000 }, () => faults.ofCallback(notice) !== null);
  };

  const count = struck(7).filter(Boolean).length;

  expect(count).toBeGreaterThan(250);
  expect(count).toBeLessThan(350);
  expect(struck(7)).toEqual(struck(7));
  expect(struck(7)).not.toEqual(struck(8));
});

it('draws evenly', () => {
  const draws = Array.from({ length: 10_000 }, (_, index) => draw(1, index));
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;

  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
});
