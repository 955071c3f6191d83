import { depthOf, levelRows } from './level-rows';

const aHeap = (id: string, level: 'normal' | 'red', onHand: number) => ({
  id,
  name: id,
  level,
  lotCount: 1,
  onHand,
});

it('puts the levels of one place into one row', () => {
  const rows = levelRows([aHeap('A', 'normal', 8), aHeap('B', 'red', 1), aHeap('A', 'red', 2)]);

  expect(rows.map(({ id, onHand }) => [id, onHand])).toEqual([
    ['A', 10],
    ['B', 1],
  ]);
  expect(rows[0]?.cells.red?.onHand).toBe(2);
});

it('colours what there is more deeply the more of its row it is', () => {
  expect([depthOf(0, 10), depthOf(1, 1_000), depthOf(10, 10)]).toEqual([0, 12, 48]);
});
