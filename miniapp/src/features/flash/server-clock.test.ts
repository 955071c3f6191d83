import { offsetMs } from './server-clock';

it('takes the middle of asking and hearing for the moment the server spoke', () => {
  const serverTime = '2026-11-22T02:00:10.000Z';
  const phoneMs = Date.parse('2026-11-22T02:00:00.000Z');

  expect(offsetMs(serverTime, phoneMs, phoneMs + 400)).toBe(9_800);
  expect(offsetMs(serverTime, phoneMs + 60_000, phoneMs + 60_000)).toBe(-50_000);
});
