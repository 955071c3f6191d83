import { drawingOf, tintOf } from './goods-drawing';

it.each([
  ['饮用水', 'bottle'],
  ['功能饮料', 'bottle'],
  ['乳品', 'carton'],
  ['酒类', 'wine'],
  ['冷冻食品', 'ice'],
  ['方便食品', 'bowl'],
  ['肉类零食', 'bowl'],
  ['饼干糕点', 'snack'],
  ['粮油', 'bowl'],
  ['调味品', 'jar'],
  ['个人护理', 'care'],
  ['', 'box'],
  ['其他', 'box'],
])('%s is drawn as a %s', (category, drawing) => {
  expect(drawingOf(category)).toBe(drawing);
});

it('gives a category one of five tints, always the same', () => {
  const tints = ['乳品', '酒类', '粮油', ''].map(tintOf);

  expect(tints).toEqual(['乳品', '酒类', '粮油', ''].map(tintOf));
  expect(tints.every((tint) => tint >= 0 && tint < 5)).toBe(true);
});
