import { nextPauseMs, standingOf } from './standing-of';

const nowMs = Date.parse('2026-11-30T04:00:00Z');
const open = { state: 'open', expiresAt: '2026-11-30T04:30:00Z' } as const;

it('believes the server, whatever the device says', () => {
  expect(standingOf({ ...open, state: 'paid' }, 'cancel', nowMs)).toBe('paid');
  expect(standingOf({ ...open, state: 'closed' }, 'ok', nowMs)).toBe('closed');
  expect(standingOf(open, 'ok', nowMs)).toBe('waiting');
});

it('takes the word of the device while the server knows nothing', () => {
  expect(standingOf(open, null, nowMs)).toBe('waiting');
  expect(standingOf(open, 'cancel', nowMs)).toBe('cancelled');
  expect(standingOf(open, 'fail', nowMs)).toBe('failed');
});

it('is late at the last moment to pay', () => {
  const expiresMs = Date.parse(open.expiresAt);

  expect(standingOf(open, 'cancel', expiresMs - 1)).toBe('cancelled');
  expect(standingOf(open, 'cancel', expiresMs)).toBe('late');
});

it('asks after growing pauses, for two minutes', () => {
  const taken: number[] = [];
  let waitedMs = 0;
  for (let pause = nextPauseMs(0); pause !== null; pause = nextPauseMs(waitedMs)) {
    taken.push(pause);
    waitedMs += pause;
  }

  expect(taken).toEqual([...taken].sort((one, other) => one - other));
  expect(waitedMs).toBeGreaterThanOrEqual(120_000);
  expect(waitedMs).toBeLessThan(130_000);
  expect(taken.length).toBeLessThan(25);
});
