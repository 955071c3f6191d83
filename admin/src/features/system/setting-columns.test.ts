import { valueWords } from './setting-columns';

it.each([
  ['as it is', { isSet: true, value: '14' }, '14'],
  ['a secret as being there', { isSet: true, value: null }, '已设置'],
  ['as not being there', { isSet: false, value: null }, '未设置'],
])('says a setting %s', (_, setting, words) => {
  expect(valueWords(setting)).toBe(words);
});
