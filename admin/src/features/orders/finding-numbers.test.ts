import { namedNumbers } from './finding-numbers';

it('names numbers and writes each in its unit', () => {
  expect(
    namedNumbers({ sellable: 1200, availableFen: 123450, floorPriceE4: 31250, overdueDays: 12 }),
  ).toEqual([
    { name: '可售', text: '1,200' },
    { name: '可用额度', text: '¥1,234.50' },
    { name: '最低单价', text: '¥3.125' },
    { name: '逾期天数', text: '12 天' },
  ]);
});

it('hides what it has no word for', () => {
  expect(namedNumbers({ internalFlag: 1 })).toEqual([]);
});
