import { chosenGifts, giftToggled, leftToChoose } from './gift-choice';

it('tells the server of what was chosen, and leaves the rest to it', () => {
  expect(chosenGifts({ P1: ['CUP'], P2: [], P3: ['HAT', 'PEN'] })).toEqual([
    { promotionId: 'P1', skuIds: ['CUP'] },
    { promotionId: 'P3', skuIds: ['HAT', 'PEN'] },
  ]);
});

it('tells of no more promotions than an order takes', () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`P${at}`, ['CUP']]));

  expect(chosenGifts(many)).toHaveLength(20);
});

it('takes a gift that is ticked, and gives it back', () => {
  expect(giftToggled([], 'CUP', 2)).toEqual(['CUP']);
  expect(giftToggled(['CUP'], 'HAT', 2)).toEqual(['CUP', 'HAT']);
  expect(giftToggled(['CUP', 'HAT'], 'CUP', 2)).toEqual(['HAT']);
});

it('makes room for one too many by letting go of the first', () => {
  expect(giftToggled(['CUP'], 'HAT', 1)).toEqual(['HAT']);
  expect(giftToggled(['CUP', 'HAT'], 'PEN', 2)).toEqual(['HAT', 'PEN']);
});

it('says how many are left to choose, never less than none', () => {
  expect(leftToChoose(['CUP'], 3)).toBe(2);
  expect(leftToChoose(['CUP', 'HAT'], 1)).toBe(0);
});
