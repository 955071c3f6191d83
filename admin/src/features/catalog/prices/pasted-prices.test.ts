import { pastedPrices } from './pasted-prices';

it('reads a SKU, its price and its floor, however the cells are parted', () => {
  expect(pastedPrices('QG1001\t1.25\t1.1\r\n6901234567892, ¥2.4\n\nQG1003 3.125元')).toEqual({
    rows: [
      { code: 'QG1001', unitPriceE4: 12_500, floorPriceE4: 11_000 },
      { code: '6901234567892', unitPriceE4: 24_000 },
      { code: 'QG1003', unitPriceE4: 31_250 },
    ],
    wrong: [],
  });
});

it('passes over headings and names the lines it does not understand', () => {
  expect(pastedPrices('编号\t单价\nQG1001\t便宜\nQG1002\t1.5\nQG1003\t1.23456')).toEqual({
    rows: [{ code: 'QG1002', unitPriceE4: 15_000 }],
    wrong: [2, 4],
  });
});
