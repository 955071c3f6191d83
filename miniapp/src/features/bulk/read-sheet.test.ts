import { matchOf, pastedRowsMax, readAmount, readPasted } from './paste';

const packing = {
  baseUnit: '瓶',
  units: [
    { unit: '瓶', factor: 1, sellable: true },
    { unit: '箱', factor: 12, sellable: true },
  ],
  minimumQuantity: 1,
  multipleQuantity: 1,
  maximumQuantity: null,
};

describe('pasted rows', () => {
  it.each([
    ['6901234567890\t24'],
    ['6901234567890,24'],
    ['6901234567890，24'],
    ['6901234567890   24'],
    ['  6901234567890 24  '],
    ['6901234567890\t２４'],
  ])('are read from %j', (text) => {
    expect(readPasted(text)).toEqual({
      rows: [{ rowNo: 1, key: '6901234567890', amount: '24' }],
      faults: [],
    });
  });

  it('keep names with spaces whole', () => {
    expect(readPasted('东方泉 天然水 550ml\t2箱').rows).toEqual([
      { rowNo: 1, key: '东方泉 天然水 550ml', amount: '2箱' },
    ]);
  });

  it('pass over a heading and empty lines, and keep the numbers of the sheet', () => {
    const { rows } = readPasted('条码\t数量\r\n\r\n690\t1\r\n691\t2\r\n');

    expect(rows.map(({ rowNo, key }) => [rowNo, key])).toEqual([
      [3, '690'],
      [4, '691'],
    ]);
  });

  it('say by row what cannot be read', () => {
    const { rows, faults } = readPasted('690\n691 很多\n692 3');

    expect(rows).toHaveLength(1);
    expect(faults.map(({ rowNo, reason }) => [rowNo, reason])).toEqual([
      [1, '缺少数量，请写成“条码 数量”'],
      [2, '看不懂数量“很多”'],
    ]);
  });

  it('take grouped numbers from a sheet', () => {
    expect(readPasted('690,"1,200"').rows).toEqual([{ rowNo: 1, key: '690', amount: '1200' }]);
  });

  it('stop at the size of an order', () => {
    const text = Array.from({ length: pastedRowsMax + 2 }, (_, at) => `69${at} 1`).join('\n');

    const { rows, faults } = readPasted(text);

    expect(rows).toHaveLength(pastedRowsMax);
    expect(faults).toHaveLength(2);
  });
});

describe('written quantities', () => {
  it.each([
    ['24', 24],
    ['2箱', 24],
    ['2箱5瓶', 29],
    ['7瓶', 7],
  ])('%s is %i bottles', (amount, quantity) => {
    expect(readAmount(amount, packing)).toEqual({ quantity });
  });

  it.each([
    ['0', '数量要大于 0'],
    ['3托', '没有“托”这个单位'],
    ['99999箱', '数量太大：99999箱'],
  ])('%s is refused', (amount, reason) => {
    expect(readAmount(amount, packing)).toEqual({ reason });
  });
});

describe('a pasted key', () => {
  const water = { skuId: 'S1', name: '天然水', barcode: '690' };
  const bigWater = { skuId: 'S2', name: '天然水大瓶', barcode: '691' };

  it('means the exact name before others that contain it', () => {
    expect(matchOf('天然水', [bigWater, water])).toBe(water);
  });

  it('means a barcode or SKU exactly', () => {
    expect(matchOf('691', [water, bigWater])).toBe(bigWater);
    expect(matchOf('s1', [water, bigWater])).toBe(water);
  });

  it('means nothing certain when several goods fit', () => {
    expect(matchOf('天然', [water, bigWater])).toBeUndefined();
    expect(matchOf('天然', [water])).toBe(water);
    expect(matchOf('可乐', [])).toBeUndefined();
  });
});
