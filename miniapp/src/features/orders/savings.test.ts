import { savedFen, savingWords } from './savings';

const off = {
  promotionId: 'P1',
  name: '开学满减',
  lines: [
    { lineNo: 1, offFen: 320 },
    { lineNo: 2, offFen: 0 },
  ],
};
const gift = { promotionId: 'P2', name: '买十赠一', lines: [] };

it('adds up what was taken off the lines', () => {
  expect(savedFen([{ discountFen: 320 }, { discountFen: 0 }, { discountFen: 80 }])).toBe(400);
  expect(savedFen([])).toBe(0);
});

it('says which promotion took how much off a line', () => {
  expect(savingWords([off, gift], { lineNo: 1, giftOf: null })).toEqual(['开学满减 -¥3.20']);
  expect(savingWords([off, gift], { lineNo: 2, giftOf: null })).toEqual([]);
});

it('says which promotion gave a gift', () => {
  expect(savingWords([off, gift], { lineNo: 3, giftOf: 'P2' })).toEqual(['买十赠一 赠送']);
});
