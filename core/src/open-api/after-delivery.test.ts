import { dayMs } from '../platform/clock';
import { afterDelivery, failingAtMostMs, isToPause } from './after-delivery';

const refused = { statusCode: 500, failure: 'statusRefused', durationMs: 12 } as const;

it('is done with what has arrived', () => {
  expect(
    afterDelivery({ tries: 3, nextAt: 7 }, { statusCode: 204, failure: '', durationMs: 5 }, 1_000),
  ).toEqual({ state: 'delivered', nextAt: 7 });
});

it('tries again over a day, ever more slowly, and then gives up', () => {
  let at = 0;
  let tries = 0;
  const waits: number[] = [];
  for (;;) {
    const next = afterDelivery({ tries, nextAt: at }, refused, at);
    if (next.state === 'dead') break;
    waits.push(next.nextAt - at);
    at = next.nextAt;
    tries += 1;
  }

  expect(at).toBe(dayMs);
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(tries).toBe(8);
});

it('lets an address stand still that has failed for three days', () => {
  expect(isToPause(null, failingAtMostMs)).toBe(false);
  expect(isToPause(0, failingAtMostMs - 1)).toBe(false);
  expect(isToPause(0, failingAtMostMs)).toBe(true);
});
