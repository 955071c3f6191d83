import { newestFirst } from './newest-first';

describe('a page of a table, newest first', () => {
  it.each([
    [
      'begins with the newest',
      newestFirst({ sellerId: 'S' }, { before: null, limit: 3 }),
      ['WHERE sellerId = ? ORDER BY id DESC LIMIT ?', ['S', 3]],
    ],
    [
      'goes on where the page before ended',
      newestFirst({ sellerId: 'S', state: 'open' }, { before: '9', limit: 3 }),
      ['WHERE sellerId = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT ?', ['S', 'open', '9', 3]],
    ],
    [
      'does not ask for what is left open',
      newestFirst({ sellerId: 'S', state: null }, { before: '9', limit: 3 }),
      ['WHERE sellerId = ? AND id < ? ORDER BY id DESC LIMIT ?', ['S', '9', 3]],
    ],
    [
      'may be of the whole table, by another column',
      newestFirst({}, { before: null, limit: 3, by: 'version' }),
      ['ORDER BY version DESC LIMIT ?', [3]],
    ],
  ])('%s', (_, page, statement) => {
    expect(page).toEqual(statement);
  });
});
