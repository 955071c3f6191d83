import { dayMs } from '../platform/clock';
import { announcementDaysAtMost, checkAnnouncement } from './check-announcement';
import { anAnnouncement } from './testing';

const longest = announcementDaysAtMost * dayMs;

it.each([
  ['no time at all', { startsAt: 5, endsAt: 5 }, 'windowWrong'],
  ['a time that runs backwards', { startsAt: 5, endsAt: 4 }, 'windowWrong'],
  ['a moment', { startsAt: 5, endsAt: 6 }, null],
  ['the longest time', { startsAt: 5, endsAt: 5 + longest }, null],
  ['a longer one', { startsAt: 5, endsAt: 6 + longest }, 'windowWrong'],
])('%s', (_, window, fault) => {
  expect(checkAnnouncement(anAnnouncement(window))).toBe(fault);
});

it.each([
  [true, 'all', null],
  [true, 'distributors', null],
  [false, 'stores', null],
  [false, 'all', 'audienceWrong'],
  [false, 'distributors', 'audienceWrong'],
] as const)('whether HQ says it: %s, to %s: %s', (isFromHeadquarters, parties, fault) => {
  const audience = { parties, regions: [] };

  expect(checkAnnouncement(anAnnouncement({ isFromHeadquarters, audience }))).toBe(fault);
});
