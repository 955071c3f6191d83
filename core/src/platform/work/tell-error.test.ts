import { tellError } from './tell-error';

it.each([
  ['keeps what says what broke', 'messages.tell: WeChat is away', 'messages.tell: WeChat is away'],
  ['keeps the first line alone', 'Lock wait\nsql: INSERT … parameters:[13800138000]', 'Lock wait'],
  [
    'cuts a value and keeps the name of a key',
    "Duplicate entry '13800138000-王芳' for key 'ux_user_phone'",
    "Duplicate entry '…' for key 'ux_user_phone'",
  ],
  ['cuts a value in other quotes', '客户“城东便利店”的账户 "U 1"', '客户“…”的账户 "…"'],
  ['cuts a phone number however it is grouped', 'sent to +86 138-0013-8000 at last', 'sent to … at last'],
  [
    'cuts an address with its password',
    'cannot reach mysql://root:secret@db:3306/x now',
    'cannot reach … now',
  ],
  [
    'keeps an id, by which one looks further',
    'order 01JD8Z3K5M7N9P1Q3R5S7T9V1X is gone',
    'order 01JD8Z3K5M7N9P1Q3R5S7T9V1X is gone',
  ],
  ['keeps small numbers', 'expected 200, heard 503', 'expected 200, heard 503'],
  ['says nothing of nothing', '', ''],
])('%s', (_, error, told) => {
  expect(tellError(error)).toBe(told);
});

it('is short', () => {
  expect(tellError('broken '.repeat(100))).toHaveLength(201);
});
