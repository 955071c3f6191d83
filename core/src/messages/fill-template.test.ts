import { checkTemplates, fillTemplate } from './fill-template';
import type { Facts } from './model';

const facts: Facts = {
  number: 'D1-261122-001',
  amount: 123_450,
  goods: '矿泉水 等3种',
  state: '已通过',
  at: Date.parse('2026-11-22T02:05:00Z'),
  party: '杭州经销商',
  remark: '供货商将安排发货',
};
const fill = (fields: Record<string, string>, given: Facts = facts) =>
  fillTemplate({ templateId: 'T', fields }, given);

it.each([
  ['a number', { number: 'character_string1' }, { character_string1: 'D1-261122-001' }],
  ['money', { amount: 'amount2' }, { amount2: '¥1234.50' }],
  ['money in words', { amount: 'thing2' }, { thing2: '¥1,234.50' }],
  ['a time', { at: 'time4' }, { time4: '2026年11月22日 10:05' }],
  ['a day', { at: 'date4' }, { date4: '2026年11月22日' }],
  ['a state', { state: 'phrase3' }, { phrase3: '已通过' }],
  ['words', { goods: 'thing5' }, { thing5: '矿泉水 等3种' }],
])('writes %s as WeChat takes it', (_, fields, wanted) => {
  expect(fill(fields)).toEqual(wanted);
});

it('cuts words at 20 characters and says that something is missing', () => {
  expect(fill({ remark: 'thing1' }, { remark: '一二三四五六七八九十一二三四五六七八九十一' })).toEqual({
    thing1: '一二三四五六七八九十一二三四五六七八九…',
  });
  expect(fill({ remark: 'thing1' }, { remark: '一\n二  三' })).toEqual({ thing1: '一 二 三' });
});

it('leaves only Chinese characters in a state, five at most', () => {
  expect(fill({ state: 'phrase1' }, { state: '已发货(2)部分到店' })).toEqual({ phrase1: '已发货部分' });
});

it.each([
  ['a number that is too long', { number: 'character_string1' }, { number: '1'.repeat(33) }],
  ['a number with Chinese in it', { number: 'character_string1' }, { number: '单号1' }],
  ['money nobody has', { amount: 'amount1' }, { amount: 1_000_000_000_000 }],
  ['a fact that is missing', { amount: 'amount1' }, {}],
  ['words that are empty', { remark: 'thing1' }, { remark: '  ' }],
  ['a state without a Chinese character', { state: 'phrase1' }, { state: 'OK' }],
])('sends nothing with %s', (_, fields, given) => {
  expect(fill(fields, given)).toBeNull();
});

it('finds what is wrong with the templates of a settings file', () => {
  const fields = { number: 'character_string1' };

  expect(checkTemplates({ orderShipped: { templateId: 'T', fields } })).toEqual([]);
  expect(checkTemplates({ orderLost: { templateId: 'T', fields } })).toEqual([
    'orderLost: one of orderApproved, orderRejected, orderShipped, refunded, afterSalesDecided, saleStarting',
  ]);
  expect(checkTemplates({ orderShipped: { templateId: 'T', fields: { price: 'amount1' } } })).toEqual([
    'orderShipped.fields.price: one of number, amount, goods, state, at, party, remark',
  ]);
  expect(checkTemplates({ orderShipped: { templateId: 'T', fields: { amount: 'time1' } } })).toEqual([
    'orderShipped.fields.amount: amount or thing',
  ]);
  expect(checkTemplates({ orderShipped: { templateId: 'T', fields: {} } })).toEqual([
    'orderShipped.fields: at least one',
  ]);
});
