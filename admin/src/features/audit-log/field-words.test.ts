import { fieldWords } from './field-words';

it.each([
  ['days', '天数'],
  ['lines[2].skuId', '明细[2] · 商品'],
  ['roles[1]', '角色[1]'],
  ['tomorrow.name', 'tomorrow · 名称'],
  ['constructor', 'constructor'],
])('says %s as %s', (path, words) => {
  expect(fieldWords(path)).toBe(words);
});
