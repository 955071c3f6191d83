import { checkDigitOf, isBarcode } from './check-barcode';
import { checkFloor } from './check-floor';
import { nextPackVersion } from './check-sku';
import { daysOfMonths, expiresOn } from './expires-on';
import { findInversions } from './find-inversions';
import { casesIn, weightOf } from './order-minimum';
import { aSku, aUnit } from './testing';
import { mixedUnitsOf } from './units';

const pack6 = aUnit({ unit: '提', factor: 6 });
const box4 = aUnit({ unit: '盒', factor: 4 });
const case12 = aUnit({ unit: '箱', factor: 12 });
const case24 = aUnit({ unit: '箱', factor: 24 });
const pallet = aUnit({ unit: '托', factor: 960, sellable: false });

describe('a quantity in units: worked cases', () => {
  it.each([
    ['29 at 12 a case', 29, [case12], '2箱5瓶'],
    ['35 with sixpacks between', 35, [pack6, case12], '2箱1提5瓶'],
    ['23 with sixpacks between', 23, [pack6, case12], '1箱1提5瓶'],
    ['47 in cases of 24, sixpacks and boxes', 47, [box4, pack6, case24], '1箱3提1盒1瓶'],
    ['6 are one sixpack', 6, [pack6, case12], '1提'],
    ['nothing is nothing', 0, [pack6, case12], '0瓶'],
    ['a pallet nobody sells is not said', 960, [case12, pallet], '80箱'],
    ['without a larger unit all is loose', 29, [], '29瓶'],
  ])('%s', (_words, quantity, units, said) => {
    expect(mixedUnitsOf(quantity, aSku({ units }))).toBe(said);
  });
});

describe('the day goods expire: worked cases', () => {
  it.each([
    ['365 days from the first', '2026-01-01', 365, null, '2027-01-01'],
    ['180 days', '2026-01-01', 180, null, '2026-06-30'],
    ['a day on a leap day’s eve', '2028-02-28', 1, null, '2028-02-29'],
    ['6 months keep the day of the month', '2026-01-15', 180, 6, '2026-07-15'],
    ['6 months from 31 August end with February', '2025-08-31', 180, 6, '2026-02-28'],
    ['and with 29 February in a leap year', '2027-08-31', 180, 6, '2028-02-29'],
    ['a month from 31 January', '2026-01-31', 30, 1, '2026-02-28'],
    ['12 months from 29 February', '2028-02-29', 365, 12, '2029-02-28'],
    ['9 months over the year’s end', '2026-10-31', 270, 9, '2027-07-31'],
    ['18 months from 30 November', '2026-11-30', 540, 18, '2028-05-30'],
  ])('%s', (_words, producedOn, shelfLifeDays, shelfLifeMonths, expected) => {
    expect(expiresOn({ shelfLifeDays, shelfLifeMonths }, producedOn)).toBe(expected);
  });

  it.each([
    [12, 365],
    [6, 183],
    [18, 548],
    [1, 30],
  ])('%i months are usually %i days', (months, days) => {
    expect(daysOfMonths(months)).toBe(days);
  });
});

describe('a barcode: worked cases', () => {
  it.each([
    ['EAN-13', '690123456789', 2],
    ['EAN-13 with 0', '629104150021', 3],
    ['EAN-8', '9638507', 4],
    ['UPC-A', '03600029145', 2],
    ['GTIN-14 of a case', '1690123456789', 9],
  ])('%s %s has its check digit', (_kind, digits, digit) => {
    expect(checkDigitOf(digits)).toBe(digit);
    expect(isBarcode(`${digits}${digit}`)).toBe(true);
    expect(isBarcode(`${digits}${(digit + 1) % 10}`)).toBe(false);
  });

  it.each([
    ['a code of the house', 'QG-1001', true],
    ['digits that are no GTIN', '12345', true],
    ['two digits changing places', '6901234567829', false],
    ['a space in it', '69 01', false],
    ['nothing', '', false],
  ])('%s: %s', (_words, code, isOne) => {
    expect(isBarcode(code)).toBe(isOne);
  });
});

describe('a pack version: worked cases', () => {
  it.each([
    ['the case changed from 12 to 24', [case12], [case24], 4],
    ['the sixpack is gone', [pack6, case12], [case12], 4],
    ['a sixpack more', [case12], [pack6, case12], 3],
    ['another barcode', [case12], [{ ...case12, barcode: 'QG-BOX' }], 3],
    ['another weight', [case12], [{ ...case12, weightGrams: 7_000 }], 3],
    ['nothing changed', [pack6, case12], [pack6, case12], 3],
  ])('%s', (_words, before, after, version) => {
    expect(nextPackVersion(aSku({ units: before, packVersion: 3 }), after)).toBe(version);
  });
});

describe('价盘: worked cases', () => {
  it.each([
    ['every stage earns', [28, 30, 33, 36, 45], []],
    ['equal prices earn nothing and invert nothing', [30, 30, 30, 30, 30], []],
    ['first wholesale below the factory', [30, 28, 33, 36, 45], [['factory', 'firstWholesale', 2]]],
    ['stages that are not set are passed over', [30, null, null, 29, 45], [['factory', 'store', 1]]],
    [
      'two stages below the factory are both told',
      [30, 28, 29, 36, 45],
      [
        ['factory', 'firstWholesale', 2],
        ['factory', 'secondWholesale', 1],
      ],
    ],
  ] as const)('%s', (_words, [factory, firstWholesale, secondWholesale, store, retail], expected) => {
    const found = findInversions({ factory, firstWholesale, secondWholesale, store, retail });

    expect(found.map(({ upper, lower, lossE4 }) => [upper, lower, lossE4])).toEqual(expected);
  });

  it('inverts after a promotion what was upright before', () => {
    const set = { factory: 30, firstWholesale: 32, store: 36 };

    expect(findInversions(set)).toEqual([]);
    expect(findInversions(set, { firstWholesale: 29 })).toMatchObject([
      { lower: 'firstWholesale', lossE4: 1 },
    ]);
  });
});

describe('底价 and weights: worked cases', () => {
  it.each([
    ['at the floor', 2_700, 10, 27_000, 0],
    ['a fen below', 2_699, 10, 27_000, 1],
    ['gifts count as bought: 12 for the price of 10', 3_000, 12, 27_000, 240],
    ['without a floor', 0, 10, null, 0],
  ])('%s', (_words, netFen, quantity, floorPriceE4, missingFen) => {
    expect(checkFloor({ netFen, quantity, floorPriceE4 })).toEqual({ missingFen });
  });

  it.each([
    ['whole cases by the scales, the rest by the bottle', 29, 6_300, 2 * 6_300 + 5 * 500],
    ['cases nobody weighed by their bottles', 29, 0, 29 * 500],
  ])('%s', (_words, quantity, caseGrams, grams) => {
    const sku = aSku({ units: [aUnit({ factor: 12, weightGrams: caseGrams })], weightGrams: 500 });

    expect(weightOf(quantity, sku)).toBe(grams);
    expect(casesIn(quantity, sku)).toBe(2);
  });
});
