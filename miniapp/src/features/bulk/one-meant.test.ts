import { oneMeant } from './one-meant';

const water = { skuId: 'S1', name: '天然水', barcode: '690' };
const bigWater = { skuId: 'S2', name: '天然水大瓶', barcode: '691' };

describe('typed words', () => {
  it('mean the exact name before others that contain it', () => {
    expect(oneMeant('天然水', [bigWater, water])).toBe(water);
  });

  it('mean a barcode or an id exactly', () => {
    expect(oneMeant('691', [water, bigWater])).toBe(bigWater);
    expect(oneMeant('s1', [water, bigWater])).toBe(water);
  });

  it('mean nothing certain when several goods fit', () => {
    expect(oneMeant('天然', [water, bigWater])).toBeUndefined();
    expect(oneMeant('天然', [water])).toBe(water);
    expect(oneMeant('可乐', [])).toBeUndefined();
  });
});
