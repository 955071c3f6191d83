/** What is drawn for goods nobody has photographed. */
export type GoodsDrawing = 'bottle' | 'carton' | 'ice' | 'bowl' | 'snack' | 'jar' | 'wine' | 'care' | 'box';

const drawings: readonly (readonly [RegExp, GoodsDrawing])[] = [
  [/乳|奶/, 'carton'],
  [/酒/, 'wine'],
  [/冰|冷冻/, 'ice'],
  [/水|饮|茶|咖啡|果汁/, 'bottle'],
  [/方便|面|粮|肉|熟食/, 'bowl'],
  [/膨化|饼|糕|糖|坚果|零食/, 'snack'],
  [/调味|油|罐头|酱/, 'jar'],
  [/护理|清洁|日化|纸/, 'care'],
];

/** The drawing of a category, by the words in its name; a plain box for one that says nothing. */
export const drawingOf = (category: string): GoodsDrawing =>
  drawings.find(([words]) => words.test(category))?.[1] ?? 'box';

/** Goods of one category share one of five tints, so that a shelf is told apart at a glance. */
export function tintOf(category: string): number {
  let sum = 0;
  for (const letter of category) sum += letter.codePointAt(0) ?? 0;
  return sum % 5;
}
