import { showBreaks } from './show-breaks';

it('says what a base unit costs from each step on, by its own price or off the listed one', () => {
  const shown = showBreaks({
    unitPriceE4: 25_001,
    breakMode: 'allUnits',
    breaks: [
      { fromQuantity: 60, unitPriceE4: 24_000, offBp: null },
      { fromQuantity: 120, unitPriceE4: null, offBp: 1_000 },
    ],
  });

  expect(shown).toEqual({
    mode: 'allUnits',
    steps: [
      { fromQuantity: 60, unitPriceE4: 24_000 },
      { fromQuantity: 120, unitPriceE4: 22_501 },
    ],
  });
});

it('has no steps where a price has none', () => {
  expect(showBreaks({ unitPriceE4: 10_000, breaks: [], breakMode: 'slices' }).steps).toEqual([]);
});
