import { actionsFor } from './model';
import { quotaParts } from './quota-parts';

it('deals the quota into what was sold, held, free and gone back', () => {
  expect(quotaParts({ quota: 1_000, sold: 600, held: 150, free: 250, released: 0 })).toEqual([
    { name: '已售', count: 600, shareBp: 6_000 },
    { name: '占用', count: 150, shareBp: 1_500 },
    { name: '可抢', count: 250, shareBp: 2_500 },
    { name: '退回', count: 0, shareBp: 0 },
  ]);
});

it('counts nothing for what is unknown while no gate stands', () => {
  expect(
    quotaParts({ quota: 3, sold: 1, held: null, free: null, released: 2 }).map(({ count }) => count),
  ).toEqual([1, 0, 0, 2]);
});

const endsAt = '2026-03-06T03:00:00.000Z';
const endMs = Date.parse(endsAt);

it('edits and publishes drafts alone, stops what sells, and settles what is over', () => {
  const none = { edit: false, publish: false, stop: false, settle: false };

  expect(actionsFor({ phase: 'draft', endsAt }, endMs)).toEqual({ ...none, edit: true, publish: true });
  expect(actionsFor({ phase: 'open', endsAt }, endMs)).toEqual({ ...none, stop: true });
  expect(actionsFor({ phase: 'stopped', endsAt }, endMs - 1)).toEqual(none);
  expect(actionsFor({ phase: 'stopped', endsAt }, endMs)).toEqual({ ...none, settle: true });
  expect(actionsFor({ phase: 'settled', endsAt }, endMs)).toEqual(none);
});
