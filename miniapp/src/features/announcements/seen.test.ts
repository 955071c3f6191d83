import { forStrip, isUnread, nothingSeen, seenAfter } from './seen';

const first = { announcementId: 'A-1', version: 2 };
const second = { announcementId: 'A-2', version: 1 };

it('shows the first announcement until it is closed, and then the next', () => {
  const closed = seenAfter(nothingSeen, 'closed', first);

  expect(forStrip([first, second], nothingSeen)).toBe(first);
  expect(forStrip([first, second], closed)).toBe(second);
  expect(forStrip([first, second], seenAfter(closed, 'closed', second))).toBeUndefined();
});

it('shows one that was closed again once it has changed', () => {
  const closed = seenAfter(nothingSeen, 'closed', first);
  const changed = { ...first, version: 3 };

  expect(forStrip([changed], closed)).toBe(changed);
  expect(forStrip([changed], seenAfter(closed, 'closed', changed))).toBeUndefined();
});

it('marks what was not read as it is now, whatever was closed', () => {
  const read = seenAfter(seenAfter(nothingSeen, 'closed', first), 'read', second);

  expect(isUnread(first, read)).toBe(true);
  expect(isUnread(second, read)).toBe(false);
  expect(isUnread({ ...second, version: 2 }, read)).toBe(true);
});

it('forgets what it saw long ago', () => {
  let seen = nothingSeen;
  for (let at = 0; at < 300; at += 1)
    seen = seenAfter(seen, 'read', { announcementId: `A-${at}`, version: 1 });

  expect(Object.keys(seen.read)).toHaveLength(200);
  expect(isUnread({ announcementId: 'A-299', version: 1 }, seen)).toBe(false);
  expect(isUnread({ announcementId: 'A-0', version: 1 }, seen)).toBe(true);
});
