import { expiringFen, lastDayOf, monthsUntil } from './words';

it('names the last day something is good', () => {
  expect(lastDayOf('2027-11-30T16:00:00.000Z')).toBe('2027-11-30');
});

it('adds up what expires soon, what orders hold left out', () => {
  const nowMs = Date.parse('2026-11-01T00:00:00Z');
  const expiries = [
    { expiresAt: '2026-11-20T00:00:00Z', leftFen: 100, heldFen: 30 },
    { expiresAt: '2026-12-01T00:00:00Z', leftFen: 50, heldFen: 0 },
    { expiresAt: '2026-12-01T00:00:01Z', leftFen: 9, heldFen: 0 },
  ];

  expect(expiringFen(expiries, nowMs, 30)).toBe(120);
});

it('lists the months back from a day, each whole', () => {
  const months = monthsUntil('2026-03-15');

  expect(months).toHaveLength(12);
  expect(months.slice(0, 4)).toEqual([
    { label: '2026年3月', startsOn: '2026-03-01', untilOn: '2026-03-31' },
    { label: '2026年2月', startsOn: '2026-02-01', untilOn: '2026-02-28' },
    { label: '2026年1月', startsOn: '2026-01-01', untilOn: '2026-01-31' },
    { label: '2025年12月', startsOn: '2025-12-01', untilOn: '2025-12-31' },
  ]);
});
