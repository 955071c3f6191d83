import { priceLine, type PriceUnit } from './price-line';
import type { ListedPrice, PriceBreak } from './price-model';
import { aListedPrice, aPriceBuyer, pricesByKey } from './testing';

const bottle: PriceUnit = { unit: '瓶', factor: 1 };
const caseOf12: PriceUnit = { unit: '箱', factor: 12 };
const caseOf15: PriceUnit = { unit: '箱', factor: 15 };

const from = (fromQuantity: number, unitPriceE4: number): PriceBreak => ({
  fromQuantity,
  unitPriceE4,
  offBp: null,
});
const off = (fromQuantity: number, offBp: number): PriceBreak => ({ fromQuantity, unitPriceE4: null, offBp });
const ofCase = (priceE4: number, factor = 12) => ({ unit: '箱', factor, priceE4 });

const priced = (given: Partial<ListedPrice>, quantity: number, unit: PriceUnit) => {
  const pricing = { prices: pricesByKey([aListedPrice(given)]), groups: new Map() };
  const price = priceLine(pricing, {
    sellerId: 'seller',
    buyer: aPriceBuyer(),
    skuId: 'sku',
    quantity,
    unit,
    on: '2026-01-01',
  });
  return price && { unitPriceE4: price.unitPriceE4, amountFen: price.amountFen };
};

/** Breaks of a beer list: ¥3.00, from 120 bottles ¥2.80, from 600 ¥2.50. */
const beer = { unitPriceE4: 30_000, breaks: [from(120, 28_000), from(600, 25_000)] };
const beerSlices = { ...beer, breakMode: 'slices' as const };
/** 5 % off from 10 cases of 12, 8 % off from 50. */
const percent = { unitPriceE4: 30_000, breaks: [off(120, 500), off(600, 800)] };
const percentSlices = { ...percent, breakMode: 'slices' as const };

type Case = [
  words: string,
  list: Partial<ListedPrice>,
  quantity: number,
  unit: PriceUnit,
  e4: number,
  fen: number,
];

describe('the price of a line: worked cases', () => {
  it.each<Case>([
    ['29 bottles at ¥3.00 cost ¥87.00', { unitPriceE4: 30_000 }, 29, bottle, 30_000, 8_700],
    ['half a fen is rounded up: 3 at ¥1.2350 are ¥3.705', { unitPriceE4: 12_350 }, 3, bottle, 12_350, 371],
    ['less than half a fen is dropped: 1 at ¥1.2349', { unitPriceE4: 12_349 }, 1, bottle, 12_349, 123],
    ['1,000 at ¥0.0005 are rounded once, not 1,000 times', { unitPriceE4: 5 }, 1_000, bottle, 5, 50],
    ['a case without a price of its own is 12 bottles', { unitPriceE4: 30_000 }, 12, caseOf12, 30_000, 3_600],
    [
      'a case at ¥34.00 is not 12 bottles at ¥3.00',
      { unitPrices: [ofCase(340_000)] },
      12,
      caseOf12,
      28_333,
      3_400,
    ],
    [
      '12 single bottles do not get the price of the case',
      { unitPrices: [ofCase(340_000)] },
      12,
      bottle,
      30_000,
      3_600,
    ],
    [
      '29 by the case are 2 cases at ¥34.00 and 5 bottles',
      { unitPrices: [ofCase(340_000)] },
      29,
      caseOf12,
      28_621,
      8_300,
    ],
    ['11 by the case are no case at all', { unitPrices: [ofCase(340_000)] }, 11, caseOf12, 30_000, 3_300],
    [
      'a price agreed for cases of 12 is not for cases of 15',
      { unitPrices: [ofCase(340_000)] },
      15,
      caseOf15,
      30_000,
      4_500,
    ],
    [
      'a case dearer than its bottles stays dearer',
      { unitPrices: [ofCase(372_000)] },
      24,
      caseOf12,
      31_000,
      7_440,
    ],
    [
      'the mean of ¥50.00 by 15 is shown, ¥150.00 are paid',
      { unitPrices: [ofCase(500_000, 15)] },
      45,
      caseOf15,
      33_333,
      15_000,
    ],
    ['all units: 119 stay at the base price', beer, 119, bottle, 30_000, 35_700],
    ['all units: the 120th makes all of them cheaper', beer, 120, bottle, 28_000, 33_600],
    ['all units: 599 stay at the first break', beer, 599, bottle, 28_000, 167_720],
    ['all units: 600 reach the second', beer, 600, bottle, 25_000, 150_000],
    ['slices: 120 exceed nothing yet', beerSlices, 120, bottle, 30_000, 36_000],
    ['slices: of 121 one is cheaper', beerSlices, 121, bottle, 29_983, 36_280],
    ['slices: 240 are 120 at ¥3.00 and 120 at ¥2.80', beerSlices, 240, bottle, 29_000, 69_600],
    ['slices: 700 are 120, 480 and 100', beerSlices, 700, bottle, 27_914, 195_400],
    ['percent: 5 % off all 120', percent, 120, bottle, 28_500, 34_200],
    ['percent: 8 % off the base price, not off 5 % less', percent, 600, bottle, 27_600, 165_600],
    [
      'percent slices: 720 are 120 whole, 480 at 95 %, 120 at 92 %',
      percentSlices,
      720,
      bottle,
      28_600,
      205_920,
    ],
    [
      'percent off the case’s own price: 10 cases at ¥34.00 less 5 %',
      { ...percent, unitPrices: [ofCase(340_000)] },
      120,
      caseOf12,
      26_917,
      32_300,
    ],
    [
      'a break with a price yields to the explicit case price',
      { ...beer, unitPrices: [ofCase(340_000)] },
      120,
      caseOf12,
      28_333,
      34_000,
    ],
    [
      'the same break prices single bottles',
      { ...beer, unitPrices: [ofCase(340_000)] },
      120,
      bottle,
      28_000,
      33_600,
    ],
    [
      'loose bottles beside cases reach the break by the whole quantity',
      { ...beer, unitPrices: [ofCase(340_000)] },
      125,
      caseOf12,
      28_320,
      35_400,
    ],
    [
      '33.33 % off ¥0.99 is rounded in the amount alone',
      { unitPriceE4: 9_900, breaks: [off(1, 3_333)] },
      7,
      bottle,
      6_600,
      462,
    ],
  ])('%s', (_words, list, quantity, unit, unitPriceE4, amountFen) => {
    expect(priced(list, quantity, unit)).toEqual({ unitPriceE4, amountFen });
  });
});
