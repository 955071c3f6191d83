import { standingOf } from './standing-of';

const startMs = Date.parse('2026-11-22T02:00:00.000Z');
const endMs = Date.parse('2026-11-22T03:00:00.000Z');
const told = {
  phase: 'open',
  startsAt: '2026-11-22T02:00:00.000Z',
  endsAt: '2026-11-22T03:00:00.000Z',
  leftTenths: 4,
  mayComeBack: false,
} as const;

it('begins and ends by the clock of the server, also between two of its answers', () => {
  const warmed = { ...told, phase: 'warmed', leftTenths: null } as const;

  expect(standingOf(warmed, startMs - 1)).toEqual({ is: 'soon', untilMs: startMs });
  expect(standingOf(warmed, startMs)).toEqual({ is: 'open', untilMs: endMs });
  expect(standingOf(told, endMs - 1)).toEqual({ is: 'open', untilMs: endMs });
  expect(standingOf(told, endMs)).toEqual({ is: 'over' });
});

it('is not sold out while some of it may come back', () => {
  expect(standingOf({ ...told, leftTenths: 0 }, startMs)).toEqual({ is: 'soldOut' });
  expect(standingOf({ ...told, leftTenths: 0, mayComeBack: true }, startMs)).toEqual({
    is: 'taken',
    untilMs: endMs,
  });
});

it.each(['closing', 'stopped', 'settled'] as const)('lets nobody in any more once it is %s', (phase) => {
  expect(standingOf({ ...told, phase }, startMs)).toEqual({ is: 'over' });
  expect(standingOf({ ...told, phase }, startMs - 60_000)).toEqual({ is: 'over' });
});
