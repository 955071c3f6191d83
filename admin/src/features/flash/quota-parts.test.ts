import { actionsIn } from './model';
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

it('edits and publishes drafts alone, and settles what no longer sells', () => {
  expect(actionsIn('draft')).toEqual({ edit: true, publish: true, stop: false, settle: false });
  expect(actionsIn('open')).toEqual({ edit: false, publish: false, stop: true, settle: false });
  expect(actionsIn('stopped')).toEqual({ edit: false, publish: false, stop: false, settle: true });
  expect(actionsIn('settled')).toEqual({ edit: false, publish: false, stop: false, settle: false });
});
