import { drawMap, type Ring } from './draw-map';
import { islands } from './islands';

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const named = (adcode: string) => ({ adcode, name: adcode });

it('draws north above and west at the left, as wide as the drawing', () => {
  const drawing = drawMap(
    {
      features: [
        { properties: named('110000'), geometry: { type: 'Polygon', coordinates: [square(100, 30, 10)] } },
        {
          properties: named('120000'),
          geometry: { type: 'MultiPolygon', coordinates: [[square(110, 20, 10)]] },
        },
      ],
    },
    [],
  );

  expect(drawing).toMatchObject({ width: 1000, height: 1334, besides: '' });
  expect(drawing.shapes.map(({ code, path }) => [code, path])).toEqual([
    ['110000', 'M0 667L500 667L500 0L0 0L0 667Z'],
    ['120000', 'M500 1333L1000 1333L1000 667L500 667L500 1333Z'],
  ]);
});

it('has the islands of the South China Sea and Diaoyu Dao on the map of the country', () => {
  const { besides } = drawMap({ features: [] }, islands);

  expect(besides.match(/M/g)).toHaveLength(13);
  expect(besides).not.toMatch(/NaN|Infinity/);
});
