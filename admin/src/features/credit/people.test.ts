import { nameAmong } from './people';

it.each([
  ['U1', '我'],
  ['U2', '钱会计'],
  ['system', '系统'],
  ['U3', '同事'],
  ['', '—'],
])('calls %s by the name one may know', (userId, name) => {
  expect(nameAmong('U1', new Map([['U2', '钱会计']]))(userId)).toBe(name);
});
