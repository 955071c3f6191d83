import { lastDayOf, movedFen, soonOver } from './words';

it('names the last day something is good in Shanghai', () => {
  expect(lastDayOf('2027-11-30T16:00:00.000Z')).toBe('2027-11-30');
});

it('says what is over soon and from which day on, what orders hold left out', () => {
  const nowMs = Date.parse('2026-11-01T00:00:00Z');
  const expiries = [
    { expiresAt: '2026-11-10T16:00:00Z', leftFen: 30, heldFen: 30 },
    { expiresAt: '2026-11-20T16:00:00Z', leftFen: 100, heldFen: 30 },
    { expiresAt: '2026-11-30T16:00:00Z', leftFen: 50, heldFen: 0 },
    { expiresAt: '2027-11-30T16:00:00Z', leftFen: 900, heldFen: 0 },
  ];

  expect(soonOver(expiries, nowMs, 30)).toEqual({ fen: 120, on: '2026-11-20' });
  expect(soonOver(expiries, nowMs, 15)).toBeNull();
});

it.each([
  [{ balanceFen: 500, heldFen: 0, owedFen: 0 }, 500],
  [{ balanceFen: 0, heldFen: 300, owedFen: 0 }, -300],
  [{ balanceFen: -200, heldFen: -200, owedFen: 0 }, -200],
  [{ balanceFen: 0, heldFen: 0, owedFen: 40 }, -40],
])('shows of %j what it did to what can be used or is there: %d', (entry, fen) => {
  expect(movedFen(entry)).toBe(fen);
});
