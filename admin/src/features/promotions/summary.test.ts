import { audienceText, scopeText, weekdaysText } from './summary';

const everybody = {
  levels: [],
  regionPrefixes: [],
  channels: [],
  groupIds: [],
  buyerIds: [],
  excludedBuyerIds: [],
};
const wholeScope = { skuIds: [], categories: [], brands: [], productLines: [], excludedSkuIds: [] };

it('says that empty lists ask nothing', () => {
  expect(audienceText({ audience: everybody })).toBe('全部客户');
  expect(scopeText({ scope: wholeScope }, false)).toBe('全部商品');
  expect(weekdaysText({ weekdays: [] })).toBe('每天');
});

it('counts what is asked and what is excluded', () => {
  expect(
    audienceText({
      audience: {
        ...everybody,
        regionPrefixes: ['33', '31'],
        channels: ['catering'],
        excludedBuyerIds: ['a'],
      },
    }),
  ).toBe('餐饮 · 2 个区域，排除 1 家');
  expect(scopeText({ scope: { ...wholeScope, brands: ['b'], excludedSkuIds: ['x', 'y'] } }, false)).toBe(
    '1 个品牌，排除 2 个',
  );
  expect(weekdaysText({ weekdays: [6, 7] })).toBe('周六、周日');
});

it('leaves the goods to a kind that names them', () => {
  expect(scopeText({ scope: wholeScope }, true)).toBe('优惠内容里指定的商品');
});
