import { draftOfLine, judgeLine, shiftLine } from './change-prices';
import type { PriceListLine } from './price-model';

const aLine = (given: Partial<PriceListLine> = {}): PriceListLine => ({
  priceListId: 'L',
  skuId: 'WATER',
  unitPriceE4: 18_000,
  floorPriceE4: null,
  unitPrices: [],
  breaks: [],
  breakMode: 'allUnits',
  ...given,
});
const aCase = {
  unit: '箱',
  factor: 24,
  sellable: true,
  priceable: true,
  barcode: '',
  weightGrams: 0,
  volumeMl: 0,
};
const packed = { units: [aCase] };
const judged = (before: PriceListLine | undefined, after: PriceListLine) =>
  judgeLine(before, after, draftOfLine(after, packed));

it('moves all prices of a line by a rate, to the nearest step, and neither floor nor percentages', () => {
  const line = aLine({
    floorPriceE4: 17_000,
    unitPrices: [{ unit: '箱', factor: 24, priceE4: 420_000 }],
    breaks: [
      { fromQuantity: 10, unitPriceE4: 17_550, offBp: null },
      { fromQuantity: 20, unitPriceE4: null, offBp: 500 },
    ],
  });

  expect(shiftLine(line, { byBp: 300, byE4: 0, stepE4: 100 })).toMatchObject({
    unitPriceE4: 18_500,
    floorPriceE4: 17_000,
    unitPrices: [{ priceE4: 432_600 }],
    breaks: [{ unitPriceE4: 18_100 }, { unitPriceE4: null, offBp: 500 }],
  });
});

it('moves the price of a case by the amount of all that is in it', () => {
  const line = aLine({ unitPrices: [{ unit: '箱', factor: 24, priceE4: 420_000 }] });

  expect(shiftLine(line, { byBp: 0, byE4: -500, stepE4: 1 })).toMatchObject({
    unitPriceE4: 17_500,
    unitPrices: [{ priceE4: 408_000 }],
  });
});

it('leaves out the price of a case that is packed otherwise by now, and says so', () => {
  const line = aLine({ unitPrices: [{ unit: '箱', factor: 12, priceE4: 210_000 }] });

  expect(draftOfLine(line, packed).unitPrices).toEqual([]);
  expect(judged(line, line)).toEqual(['repacked', 'same']);
});

it.each([
  ['what is new', undefined, aLine(), ['added']],
  ['nothing where nothing moves', aLine(), aLine(), ['same']],
  ['nothing of a small step', aLine(), aLine({ unitPriceE4: 18_100 }), []],
  ['a great step', aLine(), aLine({ unitPriceE4: 21_600 }), ['steep']],
  ['a price of nothing', aLine({ unitPriceE4: 100 }), aLine({ unitPriceE4: 0 }), ['notPositive', 'steep']],
  [
    'a break below the floor',
    aLine({ floorPriceE4: 17_500 }),
    aLine({
      floorPriceE4: 17_500,
      unitPriceE4: 17_900,
      breaks: [{ fromQuantity: 9, unitPriceE4: null, offBp: 500 }],
    }),
    ['belowFloor'],
  ],
  [
    'the price of a case that stays behind',
    aLine({ unitPrices: [{ unit: '箱', factor: 24, priceE4: 420_000 }] }),
    aLine({ unitPriceE4: 18_100, unitPrices: [{ unit: '箱', factor: 24, priceE4: 420_000 }] }),
    ['unitPricesStand'],
  ],
])('tells %s', (_, before, after, findings) => {
  expect(judged(before, after)).toEqual(findings);
});
