import { countdown, offsetMs } from './server-clock';

it('takes the middle of asking and hearing for the moment the server spoke', () => {
  const serverTime = '2026-11-22T02:00:10.000Z';
  const phoneMs = Date.parse('2026-11-22T02:00:00.000Z');

  expect(offsetMs(serverTime, phoneMs, phoneMs + 400)).toBe(9_800);
  expect(offsetMs(serverTime, phoneMs + 60_000, phoneMs + 60_000)).toBe(-50_000);
});

it.each([
  [272_000, '04:32'],
  [1, '00:01'],
  [0, '00:00'],
  [-5_000, '00:00'],
  [3_872_000, '01:04:32'],
  [2 * 86_400_000 + 3_872_000, '2天 01:04:32'],
])('shows %i ms as %s', (leftMs, words) => {
  expect(countdown(leftMs)).toBe(words);
});
