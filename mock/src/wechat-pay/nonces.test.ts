import { rememberNonces } from './nonces';

const minuteMs = 60_000;

it('knows a nonce for as long as its request could be sent again', () => {
  const isFresh = rememberNonces();

  expect(isFresh('1', 'a', 0)).toBe(true);
  expect(isFresh('1', 'a', 10 * minuteMs)).toBe(false);
  expect(isFresh('2', 'a', 0)).toBe(true);
  expect(isFresh('1', 'b', 0)).toBe(true);
});

it('remembers over the turn of its generations', () => {
  const isFresh = rememberNonces();
  isFresh('1', 'first', 0);
  isFresh('1', 'a', 9 * minuteMs);
  isFresh('1', 'turn', 11 * minuteMs);

  expect(isFresh('1', 'a', 19 * minuteMs)).toBe(false);
});

it('forgets what is too old to come again', () => {
  const isFresh = rememberNonces();
  isFresh('1', 'a', 0);
  isFresh('1', 'turn', 11 * minuteMs);
  isFresh('1', 'turn again', 22 * minuteMs);

  expect(isFresh('1', 'a', 22 * minuteMs)).toBe(true);
});
